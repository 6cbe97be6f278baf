"""Embeddings through LangChain's interface, from the packaged model or any sentence-transformers one."""

import logging
import re
from functools import lru_cache
from threading import Lock
from typing import Any

from langchain_core.embeddings import Embeddings

from retrieval.errors import BadSetting

PACKAGED = "packaged"
_log = logging.getLogger(__name__)


class SentenceEmbeddings(Embeddings):
    """LangChain embeddings of a sentence-transformers model, loaded when first needed.

    Args:
        model: ``packaged``, or the name or path of a sentence-transformers model.

    Example:
        >>> len(SentenceEmbeddings("packaged").embed_query("কে বলেছেন?"))
        384
    """

    def __init__(self, model: str = PACKAGED) -> None:
        self.model = model
        self._loaded: Any = None
        self._lock = Lock()
        self._query = lru_cache(maxsize=1024)(self._embed_query)

    @property
    def slug(self) -> str:
        """The model's name as it may stand in the name of a collection."""
        return re.sub(r"[^a-z0-9]+", "-", self.model.lower()).strip("-")[-40:].strip("-") or "model"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One unit vector per text.

        Raises:
            BadSetting: the model cannot be loaded.
        """
        if not texts:
            return []
        with self._lock:
            vectors = self._model().encode_document(texts, normalize_embeddings=True, show_progress_bar=False)
        return [[float(x) for x in row] for row in vectors.tolist()]

    def embed_query(self, text: str) -> list[float]:
        """The unit vector of a question; the last 1,024 are kept.

        Raises:
            BadSetting: the model cannot be loaded.
        """
        return list(self._query(text))

    def _embed_query(self, text: str) -> tuple[float, ...]:
        with self._lock:
            vector = self._model().encode_query([text], normalize_embeddings=True, show_progress_bar=False)[0]
        return tuple(vector.tolist())

    def _model(self) -> Any:  # noqa: ANN401  # sentence-transformers is imported late, see below
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded

    def _load(self) -> Any:  # noqa: ANN401
        # Importing sentence-transformers costs seconds and 400 MB: only where something is embedded.
        import transformers
        from sentence_transformers import SentenceTransformer

        transformers.logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        if self.model == PACKAGED:
            from retrieval.index.packaged import PROMPTS, PackagedE5

            return SentenceTransformer(modules=[PackagedE5()], prompts=PROMPTS, device="cpu")
        try:
            return SentenceTransformer(self.model)
        except Exception as error:  # the library raises OSError, ValueError and hub errors alike
            _log.debug("loading %s failed", self.model, exc_info=True)
            raise BadSetting(
                f"The embedding model {self.model!r} cannot be loaded; set MUKHOMUKHI_EMBEDDING_MODEL "
                "to 'packaged' or to the name or path of a sentence-transformers model."
            ) from error
