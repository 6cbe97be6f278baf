"""Judging by a CrossEncoder: a tiny one with random weights, or a fake where the words matter."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.engine import ClaimEngine
from retrieval.errors import BadSetting
from retrieval.models import Judgement, Stance
from retrieval.settings import Settings
from retrieval.stance.as_statement import as_statement
from retrieval.stance.judge import ClaimText, RuleJudge
from retrieval.stance.nli import JudgesTogether, NliJudge, premise_of, together

MIXED = ["CONTRADICTION", "Neutral", "entailment"]


def save_model(folder: Path, labels: list[str]) -> str:
    """A CrossEncoder of a few hundred random weights, saved to a folder."""
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "[PAD]": 1, "rain": 2}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    special: dict[str, Any] = {"unk_token": "[UNK]", "pad_token": "[PAD]"}
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, **special)  # type: ignore[no-untyped-call]
    fast.save_pretrained(folder)
    config = BertConfig(
        vocab_size=3, hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
        id2label=dict(enumerate(labels)), label2id={label: at for at, label in enumerate(labels)},
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    return str(folder)


def judge_with(shares: list[float], labels: list[str]) -> tuple[NliJudge, list[Any]]:
    """A judge whose model says what it is told to, and keeps what it was asked."""
    asked: list[Any] = []

    def predict(pairs: Any, **options: Any) -> Any:
        assert options["apply_softmax"]
        asked.extend(pairs)
        return np.array([shares] * len(pairs))

    judge = NliJudge("fake")
    named = SimpleNamespace(id2label=dict(enumerate(labels)))
    judge.__dict__["_loaded"] = SimpleNamespace(config=named, predict=predict)
    return judge, asked


def test_a_model_from_a_folder_judges(tmp_path: Path) -> None:
    """The path of a CrossEncoder is enough; every claim gets a stance, one by one or together."""
    judge = NliJudge(save_model(tmp_path, MIXED))
    claims = [ClaimText("It rained."), ClaimText("It snowed.")]
    both = judge.judge_all("Did it rain?", claims)
    assert len(both) == 2
    assert judge.judge("Did it rain?", claims[0]) == both[0]
    assert all(0 < found.confidence <= 1 and found.reason.startswith("model: ") for found in both)
    assert judge.judge_all("Did it rain?", []) == []


@pytest.mark.parametrize(
    ("labels", "stance"),
    [
        (["entailment", "neutral", "contradiction"], "supports"),
        (["CONTRADICTION", "ENTAILMENT", "NEUTRAL"], "refutes"),
        (["Neutral", "Contradiction", "Entailment"], "neutral"),
    ],
)
def test_the_order_of_labels_is_the_models_own(labels: list[str], stance: Stance) -> None:
    """Which output means what is read from the model's config, in any order and case."""
    judge, _ = judge_with([0.9, 0.06, 0.04], labels)
    found = judge.judge("Did it rain?", ClaimText("It rained."))
    assert (found.stance, found.confidence) == (stance, 0.9)


def test_an_unsure_model_takes_no_side() -> None:
    """Below the threshold the side is neutral, and the reason says so."""
    judge, _ = judge_with([0.5, 0.3, 0.2], ["entailment", "neutral", "contradiction"])
    found = judge.judge("Did it rain?", ClaimText("It rained."))
    assert found.stance == "neutral"
    assert "too unsure" in found.reason


@pytest.mark.parametrize(
    "labels", [["LABEL_0", "LABEL_1", "LABEL_2"], ["entailment", "not_entailment"], ["LABEL_0"]]
)
def test_a_model_that_does_not_tell_its_labels(labels: list[str]) -> None:
    """A model for something else is a bad setting, said in one sentence with its cure."""
    judge, _ = judge_with([1.0] * len(labels), labels)
    with pytest.raises(
        BadSetting, match=r"^[^\n]*MUKHOMUKHI_NLI_MODEL calls its outputs [^\n]* contradiction\.$"
    ):
        judge.judge("Did it rain?", ClaimText("It rained."))


def test_a_model_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that cannot be loaded is a bad setting, too."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(
        BadSetting, match=r"^The model 'nobody/none' cannot be loaded; set MUKHOMUKHI_NLI_MODEL"
    ):
        NliJudge("nobody/none").judge("Did it rain?", ClaimText("It rained."))


def test_the_claim_is_the_premise_and_the_question_the_hypothesis() -> None:
    """The model reads the claim after its context, and the question as a statement."""
    judge, asked = judge_with([1.0, 0.0, 0.0], ["entailment", "neutral", "contradiction"])
    judge.judge("Did it rain?", ClaimText("It rained.", "Of Dhaka"))
    assert asked == [("Of Dhaka It rained.", "It did rain.")]


def test_a_denial_is_put_as_a_denial() -> None:
    """What is denied is not said to be so: the words that say it are not among those of the claim."""
    assert premise_of(ClaimText("the bridge fell.", cue="deny")) == "It was denied that the bridge fell"
    assert "অস্বীকার" in premise_of(ClaimText("সেতু ভেঙেছে।", cue="deny"))


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Did Musk talk to Putin regularly?", "Musk did talk to Putin regularly."),
        ("Is the gas pipeline closed?", "The gas pipeline is closed."),
        ("Was he there?", "He was there."),
        ("Didn't the mayor resign?", "The mayor did not resign."),
        ("Will the strike end?", "The strike will end."),
        ("the bridge collapsed", "the bridge collapsed."),
        ("মাস্ক কি পুতিনের সাথে কথা বলতেন?", "মাস্ক পুতিনের সাথে কথা বলতেন।"),
        ("সেতু ভেঙে পড়েছে নাকি?", "সেতু ভেঙে পড়েছে।"),
        ("setu ki venge geche?", "setu venge geche."),
    ],
)
def test_a_question_as_a_statement(question: str, statement: str) -> None:
    """The question's sign goes, its verb stands behind the subject, and no word is made up."""
    assert as_statement(question) == statement


@pytest.mark.parametrize(
    ("one", "other", "stance"),
    [
        ("supports", "supports", "supports"), ("supports", "neutral", "supports"),
        ("neutral", "refutes", "refutes"), ("supports", "refutes", "neutral"),
        ("neutral", "neutral", "neutral"),
    ],
)  # fmt: skip
def test_two_judges(one: Stance, other: Stance, stance: Stance) -> None:
    """A side stands unless the other judge takes the opposite one; agreement makes surer."""
    found = together(Judgement(one, 0.8, "a"), Judgement(other, 0.7, "b"))
    assert found.stance == stance
    assert "a" in found.reason or "b" in found.reason
    if one == other:
        assert found.confidence > 0.8


def test_two_judges_over_many_claims() -> None:
    """Many claims are one run of the model."""
    model, asked = judge_with([0.0, 0.0, 1.0], ["entailment", "neutral", "contradiction"])
    claims = [ClaimText("It rained."), ClaimText("The mayor sang.")]
    judges = JudgesTogether(RuleJudge(), model)
    found = judges.judge_all("Did it rain?", claims)
    assert [one.stance for one in found] == ["neutral", "refutes"]
    assert len(asked) == 2
    assert found == [judges.judge_all("Did it rain?", [claim])[0] for claim in claims]


def test_the_setting_puts_the_model_beside_the_judge(
    open_engine: Callable[..., ClaimEngine],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """With the setting the engine asks the model, too; where it contradicts nobody can tell."""
    file = tmp_path / "rain.txt"
    file.write_text(
        "Rain\n\nIt rained in Kumarkhali, Mayor Selina Parvin said on Monday.\n", encoding="utf-8"
    )
    asked = "Did it rain in Kumarkhali?"
    plain = open_engine()
    plain.ingest([str(file)])
    assert [position.stance for position in plain.ask(asked).positions] == ["supports"]
    plain.close()
    contradicting = Judgement("refutes", 0.9, "model: refutes 0.9")
    monkeypatch.setattr(NliJudge, "judge_all", lambda _self, _question, claims: [contradicting] * len(claims))
    beside = open_engine(settings.model_copy(update={"nli_model": "some/model"}))
    assert "supports" not in {position.stance for position in beside.ask(asked).positions}


def test_no_model_is_imported_for_the_setting_alone() -> None:
    """Naming a model costs nothing until something is judged."""
    code = (
        "import sys; from retrieval.stance.nli import NliJudge; NliJudge('x'); print('torch' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
