"""The part of a claim that is said, without the words that tell who says it."""

from functools import lru_cache

from retrieval.claims.parsers import parser_for
from retrieval.claims.register import project_register
from retrieval.models import ArticleLanguage


@lru_cache(maxsize=20_000)
def said_words(quote: str, language: ArticleLanguage) -> str:
    """What is said in a claim: "rain will fall" of "the minister said rain will fall".

    Args:
        quote: a claim's words.
        language: of the claim.

    Returns:
        The whole quote where the words that say and the words that are said cannot be told apart.
    """
    found = parser_for(language, project_register()).parse(quote, 0, len(quote))
    if found is None or found.content is None:
        return quote
    said = quote[slice(*found.content)]
    return said if len(said.split()) > 2 else quote
