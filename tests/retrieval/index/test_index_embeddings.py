import time
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import BadSetting
from retrieval.index.embeddings import PACKAGED, SentenceEmbeddings

SENTENCES = ["Putin spoke to Musk only once.", "মাস্কের সঙ্গে পুতিনের কথা হয়েছে একবার।", "The bridge opens in May."]


@pytest.fixture(scope="module")
def packaged() -> SentenceEmbeddings:
    """The packaged model; loading it is what takes the time."""
    return SentenceEmbeddings(PACKAGED)


@pytest.fixture
def model_folder(tmp_path: Path) -> Path:
    """A sentence-transformers model of eight dimensions, saved to a folder."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {"?": 0, "musk": 1, "putin": 2, "মাস্ক": 3}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, "?"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    module = StaticEmbedding(tokenizer, embedding_weights=np.eye(4, 8, dtype=np.float32))
    SentenceTransformer(modules=[module], device="cpu").save(str(tmp_path / "Tiny Model"))
    return tmp_path / "Tiny Model"


def test_packaged_vectors_are_unit_vectors(packaged: SentenceEmbeddings) -> None:
    """Questions and documents become unit vectors of 384 dimensions, one per text, in order."""
    documents = np.array(packaged.embed_documents(SENTENCES))
    assert documents.shape == (3, 384)
    assert np.allclose(np.linalg.norm(documents, axis=1), 1, atol=1e-5)
    assert np.isclose(np.linalg.norm(packaged.embed_query(SENTENCES[0])), 1, atol=1e-5)
    assert np.allclose(packaged.embed_documents(SENTENCES[1:2])[0], documents[1], atol=1e-3)
    assert packaged.embed_documents([]) == []


def test_same_text_has_the_same_vector(packaged: SentenceEmbeddings) -> None:
    """A text embedded twice has exactly one vector, on either side; who changes one changes no other."""
    assert packaged.embed_documents(SENTENCES) == packaged.embed_documents(SENTENCES)
    vector = packaged.embed_query(SENTENCES[0])
    vector[0] = 9.0
    assert packaged.embed_query(SENTENCES[0])[0] != 9.0
    assert packaged.embed_query(SENTENCES[0]) == SentenceEmbeddings(PACKAGED).embed_query(SENTENCES[0])


def test_sides_of_the_search_differ(packaged: SentenceEmbeddings) -> None:
    """A question and a document of the same words have different vectors, by the model's prompts."""
    query, document = packaged.embed_query(SENTENCES[0]), packaged.embed_documents(SENTENCES[:1])[0]
    assert 0.5 < np.dot(query, document) < 0.9999


def test_meaning_crosses_languages(packaged: SentenceEmbeddings) -> None:
    """A question is nearer to a Bengali sentence of its meaning than to an English one of another."""
    query = packaged.embed_query("Did Putin talk to Musk?")
    once, bengali, bridge = np.array(packaged.embed_documents(SENTENCES)) @ query
    assert min(once, bengali) > bridge


def test_strange_texts_are_embedded(packaged: SentenceEmbeddings) -> None:
    """Empty and unprintable texts have finite vectors, too."""
    assert np.isfinite(packaged.embed_documents(["", " ", "\0", "🙂", "\u200f"])).all()


def test_endless_text_costs_no_more_than_a_long_one(packaged: SentenceEmbeddings) -> None:
    """A text without end is embedded by its beginning, in the time that the beginning takes."""
    text = SENTENCES[0] * 200
    began = time.perf_counter()
    endless = packaged.embed_documents([text * 500])[0]
    assert time.perf_counter() - began < 5
    assert np.dot(endless, packaged.embed_documents([text])[0]) == pytest.approx(1)


def test_local_model_folder(model_folder: Path) -> None:
    """The path of a sentence-transformers model works like its name would."""
    local = SentenceEmbeddings(str(model_folder))
    documents = np.array(local.embed_documents(["putin", "musk"]))
    assert documents.shape == (2, 8)
    assert (documents @ local.embed_query("musk")).tolist() == pytest.approx([0, 1])


def test_model_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that cannot be loaded is a bad setting, said in one sentence with its cure."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    absent = SentenceEmbeddings("nobody/no-such-model")
    for embed in (lambda: absent.embed_query("x"), lambda: absent.embed_documents(["x"])):
        with pytest.raises(BadSetting, match="'nobody/no-such-model' cannot be loaded; set MUKHO") as caught:
            embed()
        assert str(caught.value).count("\n") == 0


def test_folder_without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that holds no model is a bad setting, too."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(BadSetting, match="MUKHOMUKHI_EMBEDDING_MODEL"):
        SentenceEmbeddings(str(tmp_path)).embed_query("x")


def test_model_is_loaded_when_needed() -> None:
    """Naming a model, even one that does not exist, costs nothing until something is embedded."""
    assert SentenceEmbeddings("nobody/no-such-model").model == "nobody/no-such-model"


@pytest.mark.parametrize(
    ("model", "slug"),
    [
        ("packaged", "packaged"),
        ("intfloat/multilingual-e5-small", "intfloat-multilingual-e5-small"),
        ("/srv/models/Tiny Model/", "srv-models-tiny-model"),
        ("মডেল", "model"),
        ("x" * 90, "x" * 40),
    ],
)
def test_slug_may_name_a_collection(model: str, slug: str) -> None:
    """A model's name is cut and folded to what Chroma allows in the name of a collection."""
    assert SentenceEmbeddings(model).slug == slug
