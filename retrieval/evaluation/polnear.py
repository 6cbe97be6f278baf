"""How well English attributions are found in PolNeAR's brat files: overlap F1 of content and of source.

Counted over characters, all articles together: what is shared, over what was predicted and over what
is labelled. Kept are direct and reported speech: attributions with a source and a content whose cue is a
verb of communication (or "according to"). Left out, because the project makes no claims of them: states
of mind (wants, hopes, plans, knows), attributions without a source, attributions inside the content of
another one, headlines, and the categories Discuss and Discard.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from retrieval.claims.english import EnglishParser
from retrieval.claims.extract import read_sentences
from retrieval.claims.quoted import continued
from retrieval.claims.register import project_register
from retrieval.datafiles import load_data
from retrieval.errors import BadInput, NotFound
from retrieval.models import Article

Spans = list[tuple[int, int]]


@cache
def _communication() -> frozenset[str]:
    return frozenset(load_data("retrieval.evaluation", "communication.yaml"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """One attribution: the characters of its source, cue and content."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class PolnearScores:
    """Overlap over characters: precision, recall and F1 of contents and of sources."""

    articles: int
    labelled: int
    predicted: int
    content: tuple[float, float, float]
    source: tuple[float, float, float]


def measure_polnear(folder: Path) -> PolnearScores:
    """Compare with every article of ``folder/text`` and its ``folder/attributions``.

    Raises:
        NotFound: the folder holds no such files.
    """
    files = sorted((folder / "text").glob("*.txt"))
    if not files:
        raise NotFound(f"{folder} holds no text/*.txt; name the folder of the PolNeAR files.")
    parser = EnglishParser(project_register())
    contents, sources = _Overlap(), _Overlap()
    labelled = predicted = 0
    for file in files:
        text = file.read_text(encoding="utf-8")
        gold = list(read_labels(text, _annotations(folder, file)))
        found = list(_predict(parser, text))
        labelled, predicted = labelled + len(gold), predicted + len(found)
        contents.count(_covered(g.content for g in gold), _covered(f.content for f in found))
        sources.count(_covered(g.source for g in gold), _covered(f.source for f in found))
    return PolnearScores(len(files), labelled, predicted, contents.scores(), sources.scores())


class _Overlap:
    """Characters labelled, predicted, and both."""

    def __init__(self) -> None:
        self.gold = self.found = self.both = 0

    def count(self, gold: set[int], found: set[int]) -> None:
        self.gold += len(gold)
        self.found += len(found)
        self.both += len(gold & found)

    def scores(self) -> tuple[float, float, float]:
        precision, recall = self.both / max(1, self.found), self.both / max(1, self.gold)
        f1 = 2 * precision * recall / (precision + recall) if self.both else 0.0
        return round(precision, 3), round(recall, 3), round(f1, 3)


def _covered(groups: Iterator[Spans]) -> set[int]:
    return {at for spans in groups for start, end in spans for at in range(start, end)}


def _annotations(folder: Path, file: Path) -> str:
    named = sorted((folder / "attributions").glob(f"{file.stem}*.ann"))
    if not named:
        raise NotFound(f"{folder}/attributions holds no labels for {file.name}.")
    return named[0].read_text(encoding="utf-8")


def read_labels(text: str, annotations: str) -> Iterator[Labelled]:
    """The kept attributions of one brat file (see the module for what is left out).

    Raises:
        BadInput: a label has no offsets.
    """
    spans: dict[str, tuple[str, Spans]] = {}
    events: list[dict[str, list[str]]] = []
    for line in annotations.splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:
            spans[parts[0]] = _ranges(parts[1], line)
        elif line.startswith("E") and len(parts) > 1:
            events.append(_roles(parts[1]))
    kept = [event for event in events if _keeps(event, spans, text)]
    contents = [_all(event, "Content", spans) for event in kept]
    for event in kept:
        cue = _all(event, "Cue", spans)
        inside = any(
            _within(cue, content) for content in contents if content != _all(event, "Content", spans)
        )
        if not inside:
            yield Labelled(_all(event, "Source", spans), cue, _all(event, "Content", spans))


def _ranges(kind_and_ranges: str, line: str) -> tuple[str, Spans]:
    kind, _, ranges = kind_and_ranges.partition(" ")
    try:
        pairs = [tuple(map(int, pair.split())) for pair in ranges.split(";")]
        return kind, [(a, b) for a, b in pairs]
    except ValueError as error:
        raise BadInput(f"The label {line!a:.80} has no offsets; write them as: Kind START END.") from error


def _roles(event: str) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for part in event.split():
        role, _, target = part.partition(":")
        roles.setdefault(re.sub(r"\d+$", "", role), []).append(target)
    return roles


def _keeps(event: dict[str, list[str]], spans: dict[str, tuple[str, Spans]], text: str) -> bool:
    if not ("Attribution" in event and event.get("Source") and event.get("Content") and event.get("Cue")):
        return False
    cue = " ".join(text[a:b] for a, b in _all(event, "Cue", spans)).lower()
    return bool(_communication() & set(re.findall(r"[a-z]+", cue)))


def _all(event: dict[str, list[str]], role: str, spans: dict[str, tuple[str, Spans]]) -> Spans:
    return [span for target in event.get(role, ()) if target in spans for span in spans[target][1]]


def _within(inner: Spans, outer: Spans) -> bool:
    return bool(inner) and all(any(a >= c and b <= d for c, d in outer) for a, b in inner)


def _predict(parser: EnglishParser, text: str) -> Iterator[Labelled]:
    for sentence in continued(text, read_sentences(_article(text), parser)):
        found = sentence.attribution
        if found and found.source.span:
            content = [found.content] if found.content else []
            yield Labelled([found.source.span], [], content)


def _article(text: str) -> Article:
    """A bare text as an article: every line is a paragraph of its body."""
    lines = re.finditer(r"[^\n]+", text)
    return Article("polnear", "polnear", None, None, None, "en", text, tuple(m.span() for m in lines))
