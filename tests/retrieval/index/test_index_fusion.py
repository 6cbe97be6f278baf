from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.fusion import fuse

CHANNELS = st.dictionaries(
    st.sampled_from(["dense", "stems", "keys"]), st.lists(st.sampled_from("abcdef"), unique=True), min_size=1
)


def test_agreement_beats_one_first_place() -> None:
    """What two channels place second is better than what one places first."""
    fused = fuse({"dense": ["x", "y"], "stems": ["z", "y"]}, {"dense": 1, "stems": 1})
    assert fused[0][0] == "y"


def test_weights_decide_between_channels() -> None:
    """The heavier channel's order wins, and a channel without weight says nothing."""
    channels = {"dense": ["x", "y"], "stems": ["y", "x"]}
    assert [i for i, _ in fuse(channels, {"dense": 2, "stems": 1})] == ["x", "y"]
    assert [i for i, _ in fuse(channels, {"dense": 1, "stems": 2})] == ["y", "x"]
    assert [i for i, _ in fuse(channels, {"stems": 1})] == ["y", "x"]


def test_scores_are_reciprocal_ranks() -> None:
    """A score is the sum of weight / (k + rank), ranks from 1."""
    fused = dict(fuse({"dense": ["x", "y"], "stems": ["y"]}, {"dense": 2, "stems": 1}, k=10))
    assert fused == {"x": 2 / 11, "y": 2 / 12 + 1 / 11}


@given(CHANNELS)
def test_nothing_is_lost_or_doubled(channels: dict[str, list[str]]) -> None:
    """Everything that a channel brought up is in the fused order once, best first."""
    fused = fuse(channels, dict.fromkeys(channels, 1.0))
    assert sorted(i for i, _ in fused) == sorted({i for ids in channels.values() for i in ids})
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)


@given(st.lists(st.sampled_from("abcdef"), unique=True))
def test_one_channel_keeps_its_order(ids: list[str]) -> None:
    """Fusing one channel changes nothing."""
    assert [i for i, _ in fuse({"dense": ids}, {"dense": 0.5})] == ids
