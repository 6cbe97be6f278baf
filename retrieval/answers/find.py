"""What each claim answers to an open question, by what the question asks."""

from functools import cache

from retrieval.answers.amounts import amount_of, amount_told, counted_in
from retrieval.answers.figures import figures
from retrieval.answers.moments import moment_told
from retrieval.answers.names import deed_in, name_in, name_told
from retrieval.answers.often import frequency_told
from retrieval.answers.places import place_told
from retrieval.answers.reading import Phrase, Reading, phrases_of, read
from retrieval.answers.reasons import reason_told
from retrieval.answers.told import Told, Value
from retrieval.asked import Asked, asked_of
from retrieval.claims.said import said_words
from retrieval.datafiles import load_data
from retrieval.language.negation import negates, turning
from retrieval.models import Claim
from retrieval.question import function_words
from retrieval.stance.statement import statement_of


class Finder:
    """Finds the answers of claims to one question.

    Args:
        text: the question, in Bengali script or English (Banglish already put into Bengali).
        asked: what it asks.
    """

    def __init__(self, text: str, asked: Asked) -> None:
        self._asked = asked_of(f"{text}?") or asked
        self._question = read(text)
        self._counted = counted_in(self._question, self._asked)
        self._deed = deed_in(self._question, self._asked)
        asked_for = statement_of(text)
        self._years, self._negated = asked_for.years, bool(asked_for.negations)

    def told(self, claim: Claim) -> Told | None:
        """The answer that a claim gives; None where it gives none.

        A claim of another year, one that leaves the matter open and one that demands answer nothing.
        Nor does any claim answer a negated question ("how many did not die"): that takes arithmetic.
        """
        if self._negated:
            return None
        said = said_words(claim.quote, claim.language) if claim.cue else claim.quote
        statement = statement_of(said)
        if self._years and statement.years and not self._years & statement.years:
            return None
        if statement.undecided or claim.cue == "demand":
            return None
        return self._found(read(said), claim, denies(claim, said))

    def leaves_open(self, claim: Claim) -> bool:
        """Whether a claim says that the answer is not known, not decided or not told."""
        return statement_of(claim.quote).undecided or bool(read(claim.quote).places(_untold()))

    def told_by(self, answer: str) -> Told:
        """An answer that somebody gave in so many words."""
        return Told(answer, self._value(read(answer)))

    def _value(self, answer: Reading) -> Value:
        """What an answer that stands alone comes to; its words where they are not understood."""
        if self._asked.kind == "who":
            return name_in(answer.text, self._deed.alone)
        if self._asked.kind == "number" and len(counted := figures(answer)) == 1:
            return amount_of(counted[0])
        if self._asked.kind == "often" and (often := frequency_told(answer, denied=False)):
            return often.value
        if self._asked.kind == "when" and (when := moment_told(frozenset(), answer, None, denied=False)):
            return when.value
        return Verbatim(" ".join(answer.norms))

    def _found(self, reading: Reading, claim: Claim, denied: bool) -> Told | None:
        kind = self._asked.kind
        if kind == "number":
            return amount_told(self._counted, reading, denied)
        if kind == "often":
            return frequency_told(reading, denied)
        if kind == "when":
            return moment_told(self._topic, reading, claim.article.published, denied)
        if kind == "where":
            return place_told(self._topic, reading, denied)
        if kind == "why":
            return reason_told(reading, denied)
        return name_told(self._deed, reading, denied) if kind == "who" else None

    @property
    def _topic(self) -> frozenset[str]:
        content = [at for at, norm in enumerate(self._question.norms) if norm not in function_words()]
        return frozenset(x for at in content for x in (self._question.stems[at], *self._question.ids[at]))


@cache
def _untold() -> frozenset[Phrase]:
    return phrases_of(load_data("retrieval.answers", "untold.yaml")["untold"])


class Verbatim:
    """An answer that is compared word for word.

    Args:
        words: in compared form.
    """

    def __init__(self, words: str) -> None:
        self._words = words

    def same(self, other: "Verbatim") -> bool:
        """The same words."""
        return self._words == other._words

    def clashes(self, other: "Verbatim") -> bool:
        """Never: nobody knows what the words come to."""
        del other
        return False


def denies(claim: Claim, said: str) -> bool:
    """Whether a claim says of what it speaks of that it is not so.

    Example:
        A denial ("police denied that 120 people died"), or a statement that is negated as a whole.
    """
    statement = statement_of(said)
    denial = claim.cue == "deny" or bool(statement.denials) or bool(statement.falsities)
    return denial and not any(negates(word) for word in statement.words if word not in turning().falsity)
