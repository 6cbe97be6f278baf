"""The network in torch: the packaged encoder with a head that tells three stances.

Word and position vectors stay as packaged; the rest is trained.
"""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from retrieval.stance.packed import PackedModel
from retrieval.stance.pair import FILLED, Batch

STANCES = ("supports", "refutes", "neutral")
_PARTS = 3


class Layer(nn.Module):
    """One layer of a BERT encoder, norms after the sums."""

    def __init__(self, model: PackedModel, number: int) -> None:
        super().__init__()
        width, inner = model.width, model.inner
        self.heads = model.heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention = nn.LayerNorm(width, model.epsilon)
        self.norm_out = nn.LayerNorm(width, model.epsilon)
        parts: dict[str, nn.Linear | nn.LayerNorm] = {
            "q": self.query, "k": self.key, "v": self.value, "ao": self.out,
            "fi": self.wide, "fo": self.narrow, "aln": self.norm_attention, "oln": self.norm_out,
        }  # fmt: skip
        for name, part in parts.items():
            for end, parameter in (("w", part.weight), ("b", part.bias)):
                values = np.array(model.tensor(f"l{number}.{name}.{end}"))
                parameter.data = torch.from_numpy(values).reshape(parameter.shape)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """(rows, pieces, width) to the same shape."""
        rows, pieces, width = x.shape
        shape = (rows, pieces, self.heads, width // self.heads)
        q, k, v = (part(x).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value))
        # By hand: the fused attention's way back is four times as slow on CPU (torch 2.13).
        weights = torch.softmax(q @ k.transpose(2, 3) / (width // self.heads) ** 0.5 + mask, dim=-1)
        found = self.out((weights.to(v.dtype) @ v).transpose(1, 2).reshape(rows, pieces, width))
        found = functional.dropout(found, dropout, self.training)
        x = self.norm_attention(x + found)
        inner = functional.dropout(self.narrow(functional.gelu(self.wide(x))), dropout, self.training)
        done: Tensor = self.norm_out(x + inner)
        return done


class StanceEncoder(nn.Module):
    """Pairs of question and claim in, three logits out.

    Args:
        model: where the weights come from.
        layers: how many of its layers to keep, from below.
        dropout: share of values dropped while training.
    """

    def __init__(self, model: PackedModel, layers: int = 12, dropout: float = 0.1) -> None:
        super().__init__()
        self._model, self.dropout, self.width = model, dropout, model.width
        width = model.width
        positions = np.array(model.tensor("emb.pos")).reshape(-1, width)
        kind = np.array(model.tensor("emb.type")).reshape(-1, width)[0]
        self.register_buffer("places", torch.from_numpy(positions + kind))
        self.parts = nn.Parameter(torch.zeros(_PARTS + 1, width))
        self.norm = nn.LayerNorm(width, model.epsilon)
        self.norm.weight.data = torch.from_numpy(np.array(model.tensor("emb.ln.w")))
        self.norm.bias.data = torch.from_numpy(np.array(model.tensor("emb.ln.b")))
        self.layers = nn.ModuleList(Layer(model, number) for number in range(layers))
        self.mix = nn.Linear(2 * width, width)
        self.last = nn.Linear(width, len(STANCES))

    def embed(self, batch: Batch) -> Tensor:
        """Vectors of the pieces with their places, shape (rows, pieces, width)."""
        words = self._model.vectors(batch.ids.reshape(-1)).reshape(*batch.ids.shape, -1)
        places: Tensor = self.places[: batch.ids.shape[1]]  # type: ignore[index]
        return torch.from_numpy(words) + places

    def forward(self, batch: Batch) -> Tensor:
        """Logits, shape (rows, 3)."""
        return self.read(self.embed(batch), torch.from_numpy(batch.parts))

    def read(self, vectors: Tensor, parts: Tensor) -> Tensor:
        """Logits from the vectors of the pieces, shape (rows, pieces, width), and their parts."""
        x = self.norm(vectors + self.parts[parts])
        x = functional.dropout(x, self.dropout, self.training)
        kept = (parts != FILLED).to(x.dtype).unsqueeze(-1)
        mask = ((kept - 1.0) * 1e4).transpose(1, 2).unsqueeze(1)
        for layer in self.layers:
            x = layer(x, mask, self.dropout)
        mean = (x * kept).sum(1) / kept.sum(1)
        pooled = torch.tanh(self.mix(torch.cat([x[:, 0], mean], dim=-1)))
        logits: Tensor = self.last(functional.dropout(pooled, self.dropout, self.training))
        return logits.float()
