"""Any sentence-transformers CrossEncoder trained for inference between sentences, as a judge.

The claim with its context is the premise, the question as a statement the hypothesis; which output
means what is read from the model's own config. It is used together with another judge: where the two
take opposite sides nobody can tell, and where one of them takes none the other's word stands.
"""

import logging
from collections.abc import Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Any

from retrieval.datafiles import load_data
from retrieval.errors import BadSetting
from retrieval.language.detect import is_bengali
from retrieval.models import Judgement, Stance
from retrieval.stance.as_statement import as_statement
from retrieval.stance.judge import ClaimText, Judge

_LABELS: dict[str, Stance] = {"entailment": "supports", "contradiction": "refutes", "neutral": "neutral"}
_SURE = 0.6  # a side that the model gives less than this is none
_log = logging.getLogger(__name__)


class NliJudge:
    """Judges by a model of inference, loaded when first needed.

    Args:
        model: name or path of a CrossEncoder whose config names entailment, neutral and contradiction.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self._lock = Lock()

    def judge(self, question: str, claim: ClaimText) -> Judgement:
        """The stance of a claim towards a question.

        Raises:
            BadSetting: the model cannot be loaded, or does not tell its labels.
        """
        return self.judge_all(question, [claim])[0]

    def judge_all(self, question: str, claims: Sequence[ClaimText]) -> list[Judgement]:
        """The stances of many claims towards a question, in one run of the model.

        Args:
            question: in Bengali script or English.
            claims: what to judge.

        Raises:
            BadSetting: the model cannot be loaded, or does not tell its labels.
        """
        if not claims:
            return []
        hypothesis = as_statement(question)
        pairs = [(premise_of(claim), hypothesis) for claim in claims]
        with self._lock:
            labels = self._labels
            rows = self._loaded.predict(pairs, apply_softmax=True, show_progress_bar=False)
        return [_judgement(dict(zip(labels, map(float, row), strict=True))) for row in rows]

    @cached_property
    def _loaded(self) -> Any:  # noqa: ANN401  # sentence-transformers is imported late, see below
        # Importing sentence-transformers costs seconds and 400 MB: only where it is used.
        import transformers
        from sentence_transformers import CrossEncoder

        transformers.logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        try:
            return CrossEncoder(self.model)
        except Exception as error:  # the library raises OSError, ValueError and hub errors alike
            _log.debug("loading %s failed", self.model, exc_info=True)
            raise BadSetting(
                f"The model {self.model!r} cannot be loaded; set MUKHOMUKHI_NLI_MODEL to the name or path"
                " of a sentence-transformers CrossEncoder trained for NLI, or leave it empty."
            ) from error

    @cached_property
    def _labels(self) -> list[Stance]:
        """The stance that each output of the model stands for."""
        named: Mapping[int, str] = self._loaded.config.id2label
        stances = [_LABELS.get(str(named[at]).lower()) for at in sorted(named)]
        found = [stance for stance in stances if stance is not None]
        if sorted(found) != sorted(_LABELS.values()) or len(found) != len(stances):
            raise BadSetting(
                f"The model {self.model!r} in MUKHOMUKHI_NLI_MODEL calls its outputs"
                f" {', '.join(map(str, named.values())):.100}; name one whose config calls them"
                " entailment, neutral and contradiction."
            )
        return found


class JudgesTogether:
    """Two judges of which each may keep silent, and neither overrules the other.

    Args:
        first: whose reasons are given where both agree.
        second: the model.
    """

    def __init__(self, first: Judge, second: NliJudge) -> None:
        self._first, self._second = first, second

    def judge_all(self, question: str, claims: Sequence[ClaimText]) -> list[Judgement]:
        """For each claim the side on which they agree, or which one of them takes alone; else neutral."""
        ones = self._first.judge_all(question, claims)
        others = self._second.judge_all(question, claims)
        return [together(one, other) for one, other in zip(ones, others, strict=True)]


def together(one: Judgement, other: Judgement) -> Judgement:
    """Two words on one claim as one: opposite sides are none, and agreement makes surer."""
    if one.stance == other.stance:
        sure = 1 - (1 - one.confidence) * (1 - other.confidence)
        return Judgement(one.stance, round(sure, 3), f"{one.reason}; {other.reason}", one.answer)
    if one.stance == "neutral":
        return other
    if other.stance == "neutral":
        return one
    reason = f"two judges disagree: {one.stance} ({one.reason}), {other.stance} ({other.reason})"
    return Judgement("neutral", 0.5, reason, one.answer)


def premise_of(claim: ClaimText) -> str:
    """A claim as the model reads it: its context, then what it says; a denial as a denial.

    Example:
        >>> premise_of(ClaimText("the bridge had collapsed", cue="deny"))
        'It was denied that the bridge had collapsed'
    """
    said = claim.quote
    frame = load_data("retrieval.stance", "as_statement.yaml")["frames"].get(claim.cue)
    if frame:
        said = str(frame["bn" if is_bengali(said) else "en"]).format(said=said.rstrip(" ।.,"))
    context = claim.context.strip(" ;")
    return f"{context} {said}" if context else said


def _judgement(shares: Mapping[Stance, float]) -> Judgement:
    stance = max(shares, key=lambda key: shares[key])
    share = round(shares[stance], 3)
    if stance != "neutral" and share < _SURE:
        return Judgement("neutral", round(1 - share, 3), f"model: {stance} {share}, too unsure")
    return Judgement(stance, share, f"model: {stance} {share}")
