"""Articles of a few sentences and what is found in them, for the tests of the claims."""

from dataclasses import dataclass
from datetime import date

from retrieval.claims.extract import extract_claims
from retrieval.models import Article, ArticleLanguage, Cue, ExtractedClaim

# A Wednesday.
PUBLISHED = date(2025, 7, 9)


@dataclass(frozen=True)
class Saying:
    """Who said a claim, in the words of the article or the register."""

    claimant: str | None
    cue: Cue | None
    via: tuple[str, ...] = ()


NOBODY = Saying(None, None)


def article(text: str, language: ArticleLanguage = "bn", published: date | None = PUBLISHED) -> Article:
    """A text as an article: every line is a paragraph of its body."""
    body, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            body.append((at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Article("/news.txt", "শিরোনাম", "ভোরের নদী", None, published, language, text, tuple(body))


def claims_of(text: str, language: ArticleLanguage = "bn") -> list[ExtractedClaim]:
    """The claims of a text."""
    return extract_claims(article(text, language))


def saying(claim: ExtractedClaim) -> Saying:
    """Who said a claim."""
    return Saying(
        claim.claimant.name if claim.claimant else None, claim.cue, tuple(who.name for who in claim.via)
    )


def sayings(text: str, language: ArticleLanguage = "bn") -> list[Saying]:
    """Who said each claim of a text, in order."""
    return [saying(claim) for claim in claims_of(text, language)]
