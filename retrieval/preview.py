"""Claims of an article that is not stored, in the shape of stored ones."""

from collections.abc import Sequence

from retrieval.library import article_id, claim_ids, origin_of
from retrieval.models import Article, ArticleRef, Claim, Claimant, ExtractedClaim


def claims_of_article(
    article: Article, extracted: Sequence[ExtractedClaim], publisher: Claimant
) -> list[Claim]:
    """What the library would hold of an article, without storing it.

    Args:
        article: as read.
        extracted: its claims.
        publisher: who makes the claims that nobody is named for.
    """
    reference = ArticleRef(
        article_id(article.path), article.path, article.title, article.publisher, article.url,
        article.published,
    )  # fmt: skip
    ids = claim_ids(article, extracted)
    return [
        Claim(
            id=identity,
            article=reference,
            language=article.language,
            claimant=claim.claimant or publisher,
            via=claim.via,
            cue=claim.cue,
            quote=article.text[claim.start : claim.end],
            start=claim.start,
            end=claim.end,
            context=claim.context,
            said=claim.said,
            refers_to=None if claim.refers_to is None else ids[claim.refers_to],
            origin=origin_of(article),
            passage=article.text[slice(*claim.passage)],
            said_precision=claim.said_precision,
        )
        for identity, claim in zip(ids, extracted, strict=True)
    ]
