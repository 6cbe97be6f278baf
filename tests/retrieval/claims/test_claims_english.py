"""The frames of English, through the extraction of an English article."""

import pytest
from sayings import Saying, claims_of, sayings

from retrieval.models import Cue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shipping minister Hasan Mahmud said the ferry was safe.", Saying("Hasan Mahmud", "report")),
        ("The harbour board confirmed that two ferries are in dock.", Saying("The harbour board", "confirm")),
        ('"The bank will not hold," the engineer Tanvir Ahmed said.', Saying("Tanvir Ahmed", "report")),
        ("The ferry would be repaired by June, Hasan Mahmud said.", Saying("Hasan Mahmud", "report")),
        ('"We have had no water for a month," said Joynal Howlader.', Saying("Joynal Howlader", "report")),
        ("The road will be open by June, said Hasan Mahmud, the minister.", Saying("Hasan Mahmud", "report")),
        (
            "According to the harbour board, two ferries are still in dock.",
            Saying("the harbour board", "report"),
        ),
        (
            "Two ferries are still in dock, according to the harbour board.",
            Saying("the harbour board", "report"),
        ),
        (
            "Reuters, citing two port officials, reported that the ferry had run aground.",
            Saying("two port officials", "report", ("Reuters",)),
        ),
        (
            "The commission accused Kamal Hossain of charging twice the toll.",
            Saying("The commission", "accuse"),
        ),
        ("Hasan Mahmud lives by the river with his brother.", Saying(None, None)),
    ],
)
def test_frames(text: str, expected: Saying) -> None:
    """Whoever speaks before, after, inverted or through another is found; where nobody does, nobody is."""
    assert sayings(text, "en") == [expected]


def test_he_said() -> None:
    """ "He" is whoever spoke before."""
    _, claim = claims_of("Hasan Mahmud said the ferry was safe. He said repairs would end in June.", "en")
    assert claim.claimant
    assert claim.claimant.name == "Hasan Mahmud"
    assert claim.context.endswith("He = Hasan Mahmud")


@pytest.mark.parametrize(
    "answer", ["Kamal Hossain denied that account.", "But Kamal Hossain said the toll was unchanged."]
)
def test_answers(answer: str) -> None:
    """A denial of "that account" and a "but" answer the claim before."""
    first, second = claims_of(f"Rafiq Mia said the toll had doubled. {answer}", "en")
    assert (first.refers_to, second.refers_to) == (None, 0)
    assert second.claimant
    assert second.claimant.name == "Kamal Hossain"


def test_two_part_statement() -> None:
    """Who denies one thing "but confirmed that" another says both, and the denial names the kind."""
    text = "The board denied the delay but confirmed that two ferries were in dock."
    assert sayings(text, "en") == [Saying("The board", "deny")]


@pytest.mark.parametrize(
    ("text", "claimant", "cue"),
    [
        ("The Home Ministry put the toll at 21, saying that ten were missing.", "Home Ministry", "report"),
        ("Denying the charge, manager Mizanur Rahman said the gate was shut.", "Mizanur Rahman", "deny"),
        ("The opposition leader, Bishnu Rai, dismissed the offer as an insult.", "Bishnu Rai", "deny"),
        (
            "The contractor, Padma Roads, did not reply, but later told the paper that no one came.",
            "Padma Roads",
            "report",
        ),
        (
            "Some US, European and Russian officials said talks went on.",
            "Some US, European and Russian officials",
            "report",
        ),
        ("Rafiq Mia and Selim Molla said the toll had doubled.", "Rafiq Mia and Selim Molla", "report"),
        ("In Khulna the union said the bridge was unsafe.", "the union", "report"),
    ],
)
def test_harder_subjects(text: str, claimant: str, cue: Cue) -> None:
    """Speakers far from their verb, of several, or behind a phrase of place are found whole."""
    assert sayings(text, "en") == [Saying(claimant, cue)]


def test_denial_of_what_it_repeats() -> None:
    """Of several claims before it a denial answers the one whose words it repeats."""
    *_, denial = claims_of(
        "Survivors accused the board of ignoring warnings. Sita Gurung said the family had lived there for "
        "years. The board denied that it had received any warning.",
        "en",
    )
    assert denial.refers_to == 0


def test_interview() -> None:
    """Behind "A:" speaks the first person named above, whatever others he tells of."""
    found = claims_of(
        "Selina Parvin spoke of the river.\nQ: Is it dry?\nA: One farmer said he had sold his pump.\n"
        "Q: Will the dam hold?\nA: No. The dam will not hold this year.",
        "en",
    )
    assert [claim.claimant and claim.claimant.name for claim in found] == [
        None,
        "Selina Parvin",
        "Selina Parvin",
    ]


def test_colon_is_no_interview() -> None:
    """One paragraph with a colon makes no interview."""
    found = claims_of(
        "The result: the bridge is shut for good.\nThe cause: a cracked pillar was found.", "en"
    )
    assert [claim.claimant for claim in found] == [None, None]
