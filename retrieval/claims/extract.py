"""Article in, claims out: spans of its text with who said them, through whom, and what to know beside.

The flow: paragraphs -> sentences -> attribution of each -> who is meant -> what each answers ->
claims. It neither stores nor embeds anything, and takes no notice of page furniture.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.language_rules import LanguageRules, rules_for
from retrieval.claims.passages import passages
from retrieval.claims.register import Register, name_key, project_register
from retrieval.claims.resolve import Claimants, Discourse
from retrieval.claims.when import said_on
from retrieval.language.normalise import normalise, words
from retrieval.language.sentences import Span, sentences
from retrieval.models import Article, Claimant, ExtractedClaim

# Counts up with every change that makes other claims of the same text; stored with each article.
EXTRACTOR = "1"
_FEWEST_WORDS = 4
_OPENING = 6  # words of a sentence in which a "this" or "he" points outside it


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    paragraph: int
    attribution: Attribution | None

    @property
    def source(self) -> Mention | None:
        return self.attribution.source if self.attribution else None


def extract_claims(article: Article, register: Register | None = None) -> list[ExtractedClaim]:
    """The claims of an article, in the order of its text.

    Args:
        article: what to split; only its ``body`` is read.
        register: known claimants; the project's own by default.

    Returns:
        One claim per sentence (or whole quotation) that states something. A claim that nobody is
        named for has claimant and cue None.
    """
    register = register or project_register()
    rules = rules_for(article.language, register)
    discourse = Discourse(register, rules.pointing, rules.demonstratives)
    found = _settled(article, list(_read(article, rules)), rules, discourse)
    found = _relayed_by_outlets(article.text, found)
    return _claims(article, found, rules, Claimants(register))


def publisher_of(article: Article, register: Register | None = None) -> Claimant:
    """The claimant of what nobody is named for: the article's publisher."""
    host = urlsplit(article.url).hostname if article.url else None
    host = host.removeprefix("www.") if host else None
    return Claimants(register or project_register()).publisher(article.publisher, host)


def _read(article: Article, rules: LanguageRules) -> Iterator[_Sentence]:
    """Every sentence of the body with its attribution, names of the whole article known."""
    text = article.text
    spans = [(n, s) for n, (a, b) in enumerate(article.body) for s in sentences(text, a, b)]
    names = frozenset(
        key
        for _, (start, end) in spans
        for person in rules.parser.people(text, start, end)
        for key in (name_key(person.name), name_key(person.name).split(" ")[-1])
    )
    for paragraph, (start, end) in spans:
        yield _Sentence((start, end), paragraph, rules.parser.parse(text, start, end, names))


def _settled(
    article: Article, found: list[_Sentence], rules: LanguageRules, discourse: Discourse
) -> list[_Sentence]:
    """The same sentences with pronouns, short names and posts replaced by who is meant."""
    settled = []
    for number, sentence in enumerate(found):
        attribution = sentence.attribution
        if attribution:
            source = discourse.settle(number, attribution.source, attribution.back_reference)
            attribution = replace(attribution, source=source)
            if source.pronoun:
                attribution = None
            else:
                discourse.spoke(number, source)
        discourse.heard(number, rules.parser.people(article.text, *sentence.span))
        settled.append(replace(sentence, attribution=attribution))
    return settled


def _relayed_by_outlets(text: str, found: list[_Sentence]) -> list[_Sentence]:
    """ "Al Jazeera reported this": the claims before it in the paragraph came through Al Jazeera."""
    result = list(found)
    for at, sentence in enumerate(found):
        attribution = sentence.attribution
        if not attribution or not attribution.back_reference or attribution.source.kind != "outlet":
            continue
        before = [n for n in range(at) if result[n].paragraph == sentence.paragraph and result[n].source]
        if not before:
            continue
        for n in before:
            result[n] = _through(result[n], attribution.source)
        result[at] = replace(sentence, attribution=None, paragraph=-1)
    return result


def _through(sentence: _Sentence, outlet: Mention) -> _Sentence:
    attribution = sentence.attribution
    if attribution is None:
        return sentence
    return replace(sentence, attribution=replace(attribution, via=(outlet, *attribution.via)))


def _claims(
    article: Article, found: list[_Sentence], rules: LanguageRules, claimants: Claimants
) -> list[ExtractedClaim]:
    around = passages(article.text, [sentence.span for sentence in found], article.body)
    claims: list[ExtractedClaim] = []
    at_sentence: dict[int, int] = {}
    for number, sentence in enumerate(found):
        if not _states_something(article.text, sentence):
            continue
        answered = _answered(article.text, number, found, rules)
        at_sentence[number] = len(claims)
        claims.append(
            _claim(article, number, found, rules, claimants, around[number], at_sentence.get(answered))
        )
    return claims


def _states_something(text: str, sentence: _Sentence) -> bool:
    if sentence.paragraph < 0:
        return False
    if sentence.attribution:
        return True
    span = text[slice(*sentence.span)]
    return len(words(span)) >= _FEWEST_WORDS and not span.rstrip("\"”’' ").endswith("?")


def _answered(text: str, number: int, found: list[_Sentence], rules: LanguageRules) -> int:
    """The sentence that this one denies or answers; -1 where it answers none."""
    sentence = found[number]
    source = sentence.source
    if sentence.attribution is None or source is None:
        return -1
    content = normalise(text[slice(*sentence.span)])
    denies = sentence.attribution.cue == "deny" and any(word in content for word in rules.denied)
    contrasts = content.startswith(rules.contrasts)
    reach = 4 if denies else 1
    for earlier in range(number - 1, max(-1, number - 1 - reach), -1):
        other = found[earlier]
        if not denies and (not contrasts or other.paragraph != sentence.paragraph):
            return -1
        if other.source and other.source.name != source.name:
            return earlier
    return -1


def _claim(
    article: Article,
    number: int,
    found: list[_Sentence],
    rules: LanguageRules,
    claimants: Claimants,
    passage: Span,
    refers_to: int | None,
) -> ExtractedClaim:
    sentence = found[number]
    attribution = sentence.attribution
    start, end = sentence.span
    return ExtractedClaim(
        start=start,
        end=end,
        claimant=claimants.of(attribution.source) if attribution else None,
        via=tuple(claimants.of(relayer) for relayer in attribution.via) if attribution else (),
        cue=attribution.cue if attribution else None,
        context=_context(article.text, number, found, rules),
        said=said_on(article.text[start:end], article.published) if attribution else None,
        refers_to=refers_to,
        passage=passage,
    )


def _context(text: str, number: int, found: list[_Sentence], rules: LanguageRules) -> str:
    """What a reader needs beside the span: who a pronoun is, and the sentence it leans on."""
    sentence = found[number]
    content = normalise(text[slice(*sentence.span)])
    parts = []
    answered = _answered(text, number, found, rules)
    opening = " ".join(content.split()[:_OPENING])
    leans = any(f" {word} " in f" {opening} " for word in rules.anaphors)
    back = sentence.attribution is not None and sentence.attribution.back_reference
    if answered >= 0:
        parts.append(text[slice(*found[answered].span)])
    elif number > 0 and (back or (leans and found[number - 1].paragraph == sentence.paragraph)):
        parts.append(text[slice(*found[number - 1].span)])
    source = sentence.source
    if source and name_key(source.written) != name_key(source.name) not in content:
        parts.append(f"{source.written} = {source.name}")
    return " ".join(parts)
