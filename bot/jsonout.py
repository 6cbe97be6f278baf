"""The project's values as JSON objects: the shapes that DESIGN.md promises to programs.

Pure functions from values to dictionaries; ``line`` writes one of them. Nothing is read or
printed here.
"""

import json
from typing import Any

from bot.clean import whole_values
from retrieval.ingest import IngestItem, IngestReport
from retrieval.language.scripts import in_both_scripts
from retrieval.library import ArticleSummary, ClaimantSummary
from retrieval.models import Answer, ArticleRef, Claim, Claimant, Entry, Judgement, Position

Json = dict[str, Any]
_DIGITS = 4
_MILLISECOND_DIGITS = 1


def line(value: Json) -> str:
    """One line of JSON: letters as they are, dates in ISO form, no half characters."""
    return json.dumps(whole_values(value), ensure_ascii=False, default=str)


def answer_object(answer: Answer) -> Json:
    """An answer; a position has one claim per claimant."""
    timings = answer.timings_ms.items()
    return {
        "question": answer.question,
        "language": answer.language,
        "outcome": answer.outcome,
        "positions": [_position(position) for position in answer.positions],
        "timings_ms": {step: round(spent, _MILLISECOND_DIGITS) for step, spent in timings},
    }


def failed_question(question: str, error: str) -> Json:
    """What stands in place of an answer that could not be given."""
    return {"question": question, "error": error}


def _position(position: Position) -> Json:
    return {
        "stance": position.stance,
        "answer": position.answer,
        "origins": position.origins,
        "claims": [_entry(entry) for entry in position.entries],
    }


def _entry(entry: Entry) -> Json:
    return {
        **_claim(entry.claim),
        "score": round(entry.score, _DIGITS),
        "confidence": round(entry.judgement.confidence, _DIGITS),
        "reason": entry.judgement.reason,
        "article": _article(entry.claim.article),
        "also": [_entry(further) for further in entry.also],
    }


def claim_object(claim: Claim) -> Json:
    """A claim outside any question: no stance, no score."""
    return {
        **_claim(claim),
        "refers_to": claim.refers_to,
        "article": _article(claim.article),
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "claimant": claimant_object(claim.claimant),
        "via": [claimant_object(relayer) for relayer in claim.via],
        "cue": claim.cue,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "context": claim.context,
        "said": claim.said and claim.said.isoformat(),
        "said_precision": claim.said_precision if claim.said else None,
        "origin": claim.origin,
    }


def claimant_object(claimant: Claimant) -> Json:
    """A claimant with a name in both scripts; "transliterated" tells which one is only a sound."""
    claimant = in_both_scripts(claimant)
    return {
        "id": claimant.id,
        "name": claimant.name,
        "name_en": claimant.name_en,
        "name_bn": claimant.name_bn,
        "kind": claimant.kind,
        **({"transliterated": claimant.transliterated} if claimant.transliterated else {}),
    }


def _article(article: ArticleRef) -> Json:
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published and article.published.isoformat(),
    }


def article_object(article: ArticleSummary) -> Json:
    """An article of the library, without its text."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published and article.published.isoformat(),
        "language": article.language,
        "origin": article.origin,
        "claims": article.claims,
        "missing": article.missing,
    }


def source_object(source: ClaimantSummary) -> Json:
    """A claimant of the library with the number of claims in that name."""
    return {**claimant_object(source.claimant), "claims": source.claims}


def report_object(report: IngestReport) -> Json:
    """What became of everything that was to be taken in."""
    return {"counts": report.counts(), "items": [_item(item) for item in report.items]}


def _item(item: IngestItem) -> Json:
    return {
        "input": item.input,
        "outcome": item.outcome,
        "article": item.article_id,
        "claims": item.claims,
        "message": item.message,
    }


def judged_object(pair: Json, judgement: Judgement) -> Json:
    """A pair of question and claim with the stance of the one towards the other."""
    return {
        **pair,
        "stance": judgement.stance,
        "confidence": round(judgement.confidence, _DIGITS),
        "reason": judgement.reason,
    }
