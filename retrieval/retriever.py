"""The search as a LangChain retriever: claims as ``Document``s, usable in anyone's chain."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from retrieval.engine import ClaimEngine
from retrieval.models import Claim


class ClaimRetriever(BaseRetriever):
    """Claims that bear on a question, best first.

    Attributes:
        engine: an open engine.
        k: at most so many claims.

    Example:
        >>> ClaimRetriever(engine=engine).invoke("did Musk talk to Putin?")[0].metadata["claimant"]
        'Dmitry Peskov'
    """

    engine: Any  # a ClaimEngine; pydantic would copy what it validates
    k: int = 10

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
    ) -> list[Document]:
        del run_manager
        engine: ClaimEngine = self.engine
        return [document_of(claim) for claim in engine.search(query, self.k)]


def document_of(claim: Claim) -> Document:
    """A claim as a document: its words as content, who and where as metadata."""
    return Document(
        id=claim.id,
        page_content=claim.quote,
        metadata={
            "claimant": claim.claimant.name_en or claim.claimant.name,
            "claimant_id": claim.claimant.id,
            "via": [relayer.name_en or relayer.name for relayer in claim.via],
            "cue": claim.cue,
            "context": claim.context,
            "start": claim.start,
            "end": claim.end,
            "title": claim.article.title,
            "publisher": claim.article.publisher,
            "url": claim.article.url,
            "published": claim.article.published.isoformat() if claim.article.published else None,
            "source": claim.article.path,
        },
    )
