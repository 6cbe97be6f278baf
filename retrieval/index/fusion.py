"""One order out of several: weighted reciprocal rank fusion."""

from collections.abc import Mapping, Sequence

_K = 60  # Cormack, Clarke and Buettcher 2009: flat enough that agreement beats one channel's first place


def fuse(
    channels: Mapping[str, Sequence[str]], weights: Mapping[str, float], k: int = _K
) -> list[tuple[str, float]]:
    """Ids with their fused score, best first.

    Args:
        channels: per channel, ids from best to worst.
        weights: per channel; a channel without one counts nothing.
        k: how slowly a rank loses weight.

    Example:
        >>> fuse({"a": ["x", "y"], "b": ["y"]}, {"a": 1.0, "b": 1.0})[0][0]
        'y'
    """
    scores: dict[str, float] = {}
    for name, ids in channels.items():
        weight = weights.get(name, 0.0)
        for rank, identity in enumerate(ids):
            scores[identity] = scores.get(identity, 0.0) + weight / (k + rank + 1)
    return sorted(scores.items(), key=lambda item: -item[1])
