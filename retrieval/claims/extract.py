"""Article in, claims out: spans of its text with who said them, through whom, and what to know beside.

The flow: paragraphs -> sentences -> attribution of each -> who is meant -> what each answers ->
claims. It neither stores nor embeds anything, and takes no notice of page furniture.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from retrieval.claims.attribution import Mention, ReadSentence
from retrieval.claims.context import answered, context
from retrieval.claims.interview import answers
from retrieval.claims.parsers import Parser, parser_for
from retrieval.claims.passages import passages
from retrieval.claims.quoted import continued, unclosed
from retrieval.claims.register import Register, name_key, project_register
from retrieval.claims.resolve import Claimants, Discourse
from retrieval.claims.ties import Ties, ties_of
from retrieval.claims.when import said_on
from retrieval.language.normalise import words
from retrieval.language.sentences import Span, sentences
from retrieval.models import Article, Claimant, ExtractedClaim

# Counts up with every change that makes other claims of the same text; stored with each article.
EXTRACTOR = "3"
_FEWEST_WORDS = 4
_LONGEST = 5000  # characters; more without an end is a list or a program, no sentence
_CLOSING_MARKS = "\"”’' "


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
    ties = ties_of(article.language)
    found = read_sentences(article, parser_for(article.language, register))
    found = answers(article, found, ties, register)
    found = list(continued(article.text, _settled(found, Discourse(register, ties))))
    found = _relayed_by_outlets(found)
    return _claims(article, found, ties, Claimants(register))


def publisher_of(article: Article, register: Register | None = None) -> Claimant:
    """The claimant of what nobody is named for: the article's publisher."""
    host = urlsplit(article.url).hostname if article.url else None
    host = host.removeprefix("www.") if host else None
    return Claimants(register or project_register()).publisher(article.publisher, host)


def read_sentences(article: Article, parser: Parser) -> list[ReadSentence]:
    """Every sentence of the body with its attribution as written, names of the whole article known."""
    text = article.text
    spans = [(n, span) for n, (a, b) in enumerate(article.body) for span in sentences(text, a, b)]
    spans = [(n, span) for n, span in spans if span[1] - span[0] <= _LONGEST]
    people = [parser.people(text, *span) for _, span in spans]
    names = frozenset(_names(person for named in people for person in named))
    found = (
        ReadSentence(span, paragraph, parser.parse(text, *span, names), named)
        for (paragraph, span), named in zip(spans, people, strict=True)
    )
    return list(unclosed(text, found))


def _names(people: Iterable[Mention]) -> Iterator[str]:
    """The whole and the last name of each person, in compared form."""
    for person in people:
        key = name_key(person.name)
        yield from (key, key.split(" ")[-1])


def _settled(found: Iterable[ReadSentence], discourse: Discourse) -> Iterator[ReadSentence]:
    """The same sentences with pronouns, short names and posts replaced by who is meant.

    A pronoun that nobody is found for attributes nothing.
    """
    for number, sentence in enumerate(found):
        attribution = sentence.attribution
        if attribution:
            source = discourse.settle(number, attribution.source, attribution.back_reference)
            via = tuple(discourse.settle(number, relayer) for relayer in attribution.via)
            attribution = None if source.pronoun else replace(attribution, source=source, via=via)
            if attribution:
                discourse.relayed(number, via)
                discourse.spoke(number, attribution.source)
        discourse.heard(number, sentence.people)
        yield replace(sentence, attribution=attribution)


def _relayed_by_outlets(found: list[ReadSentence]) -> list[ReadSentence]:
    """ "Al Jazeera reported this": the claims before it in the paragraph came through Al Jazeera."""
    result = list(found)
    for at, sentence in enumerate(found):
        attribution = sentence.attribution
        if not attribution or not attribution.back_reference or attribution.source.kind != "outlet":
            continue
        before = list(_told_before(at, result))
        for n in before:
            result[n] = _through(result[n], attribution.source)
        if before:
            result[at] = replace(sentence, attribution=None, only_relays=True)
    return result


def _told_before(at: int, found: list[ReadSentence]) -> Iterator[int]:
    """The attributed sentences before one in its paragraph, back to another that only relays."""
    for n in range(at - 1, -1, -1):
        if found[n].paragraph != found[at].paragraph or found[n].only_relays:
            return
        if found[n].source:
            yield n


def _through(sentence: ReadSentence, outlet: Mention) -> ReadSentence:
    attribution = sentence.attribution
    if attribution is None:
        return sentence
    return replace(sentence, attribution=replace(attribution, via=(outlet, *attribution.via)))


def _claims(
    article: Article, found: list[ReadSentence], ties: Ties, claimants: Claimants
) -> list[ExtractedClaim]:
    around = passages(article.text, [sentence.span for sentence in found])
    claims: list[ExtractedClaim] = []
    position: dict[int, int] = {}
    for number, sentence in enumerate(found):
        if not _states_something(article.text, sentence):
            continue
        position[number] = len(claims)
        denied = answered(article.text, number, found, ties)
        beside = context(article.text, number, found, ties, denied)
        refers_to = None if denied is None else position.get(denied)
        claims.append(_claim(article, sentence, claimants, beside, refers_to, around[number]))
    return claims


def _states_something(text: str, sentence: ReadSentence) -> bool:
    if sentence.attribution or sentence.only_relays:
        return not sentence.only_relays
    span = text[slice(*sentence.span)]
    return len(words(span)) >= _FEWEST_WORDS and not span.rstrip(_CLOSING_MARKS).endswith("?")


def _claim(
    article: Article,
    sentence: ReadSentence,
    claimants: Claimants,
    beside: str,
    refers_to: int | None,
    passage: Span,
) -> ExtractedClaim:
    attribution = sentence.attribution
    start, end = sentence.span
    said = said_on(_telling_words(article.text, sentence), article.published) if attribution else None
    return ExtractedClaim(
        start=start,
        end=end,
        claimant=claimants.of(attribution.source) if attribution else None,
        via=tuple(claimants.of(relayer) for relayer in attribution.via) if attribution else (),
        cue=attribution.cue if attribution else None,
        context=beside,
        said=said.first if said else None,
        refers_to=refers_to,
        passage=passage,
        said_precision=said.precision if said else "day",
    )


def _telling_words(text: str, sentence: ReadSentence) -> str:
    """The words that tell who spoke and when, without what is said (a date in there is another one)."""
    start, end = sentence.span
    content = sentence.attribution.content if sentence.attribution else None
    if content is None:
        return text[start:end]
    telling = f"{text[start : content[0]]} ; {text[content[1] : end]}"
    return telling if len(words(telling)) > 1 else text[start:end]
