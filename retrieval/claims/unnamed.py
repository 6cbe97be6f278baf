"""Unnamed sources in English: "কিছু মার্কিন কর্মকর্তা" is "some US officials" where every word is known."""

import re
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise


@cache
def _glossary() -> tuple[dict[str, str], dict[str, str]]:
    data = load_data("retrieval.claims", "unnamed.yaml")
    fold = {normalise(k): v for k, v in data["words"].items()}
    return {normalise(k): v for k, v in data["phrases"].items()}, fold


def unnamed_in_english(name: str) -> str | None:
    """An unnamed source put into English word by word; None where a word is not in the glossary.

    Example:
        >>> unnamed_in_english("নাম প্রকাশে অনিচ্ছুক দুই রুশ কর্মকর্তা")
        'two unnamed Russian officials'
    """
    phrases, single = _glossary()
    text = normalise(name)
    after: list[str] = []
    for phrase, english in phrases.items():
        if phrase in text:
            text = text.replace(phrase, " ")
            after.append(english)
    groups = [_group(part.split(), single) for part in re.split(r" (?:ও|এবং) ", f" {text} ")]
    if not all(groups):
        return None
    joined = " and ".join(" ".join(group) for group in groups if group)
    before = " ".join(english for english in after if not english.startswith("…"))
    behind = " ".join(english[1:].strip() for english in after if english.startswith("…"))
    return _order(before, joined, behind)


def _group(tokens: list[str], single: dict[str, str]) -> list[str] | None:
    english = [_one(token, single) for token in tokens]
    return [e for e in english if e] if all(e is not None for e in english) else None


def _one(token: str, single: dict[str, str]) -> str | None:
    found = single.get(token.rstrip(","))
    return f"{found}," if found and token.endswith(",") else found


_COUNT = re.compile(r"a|one|two|three|four|five|several|some|many|the")
_NOUN = re.compile(
    r"\b(?:official|source|officer|expert|analyst|journalist|lawyer|diplomat|worker|person|leader)\b"
)
_AHEAD = ("several", "some other", "several other")


def _order(before: str, joined: str, behind: str) -> str:
    """Bengali says "unnamed Russian two officials"; English counts first, and marks the plural."""
    groups = [part.split() for part in joined.split(" and ")]
    if len(groups) > 1 and not _NOUN.search(" ".join(groups[0])):
        # "US, European and several Russian officials": one count for one noun.
        counts = [word for group in groups for word in group if _COUNT.fullmatch(word)]
        rest = [" ".join(w for w in group if not _COUNT.fullmatch(w)) for group in groups]
        parts = [_plural(" ".join([*counts, " and ".join(rest)]))]
    else:
        parts = [_plural(_counted_first(group, before if n == 0 else "")) for n, group in enumerate(groups)]
    text = " ".join(filter(None, [" and ".join(parts), behind]))
    return re.sub(r"\ba (?=unnamed|official|army|eye|Israeli|Indian|Iranian)", "an ", text)


def _plural(phrase: str) -> str:
    counted = re.match(r"(two|three|four|five|several|some|many)\b", phrase)
    return _NOUN.sub(lambda noun: f"{noun.group()}s", phrase) if counted else phrase


def _counted_first(group: list[str], before: str) -> str:
    counts = [word for word in group if _COUNT.fullmatch(word)]
    rest = [word for word in group if word not in counts]
    if before in _AHEAD:
        return " ".join([before, *rest])
    return " ".join([*counts, *([before] if before else []), *rest])
