"""Writes a trained network as one ONNX graph with weights in 8 bits, which ``learned`` runs."""

import logging
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from retrieval.stance.pair import FILLED
from retrieval.stance.training.encoder import StanceEncoder

_OPSET = 18
_log = logging.getLogger(__name__)


class Graph(nn.Module):
    """The network from the sum of word and place vectors on: those come from the packaged model."""

    def __init__(self, encoder: StanceEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, vectors: Tensor, parts: Tensor) -> Tensor:
        """(rows, pieces, width) and (rows, pieces) to logits (rows, 3)."""
        return self.encoder.read(vectors, parts)


def export(encoder: StanceEncoder, target: Path) -> None:
    """Write the network, weights of all matrices in 8 bits per output column.

    Args:
        encoder: trained.
        target: the file to write.
    """
    graph = Graph(encoder.eval())
    vectors = torch.zeros(2, 16, encoder.width)
    parts = torch.zeros(2, 16, dtype=torch.int64)
    parts[1, 8:] = FILLED
    rows, pieces = torch.export.Dim("rows"), torch.export.Dim("pieces")
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        program: Any = torch.onnx.export(
            graph,
            (vectors, parts),
            dynamo=True,
            opset_version=_OPSET,
            input_names=["vectors", "parts"],
            output_names=["logits"],
            dynamic_shapes=({0: rows, 1: pieces}, {0: rows, 1: pieces}),
            external_data=False,
        )
        program.save(str(full))
        quantize_dynamic(
            full,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )
    onnx.checker.check_model(str(target))
    _log.info("%s: %d bytes", target, target.stat().st_size)
