import pytest

from retrieval.stance.align import Alignment, Side, align
from retrieval.stance.statement import Statement


def aligned(question: str, claim: str, around: str = "") -> Alignment:
    return align(Statement(question), Statement(claim), Statement(around))


def words(units: object) -> list[str]:
    assert isinstance(units, tuple)
    return [unit.word for unit in units]


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("the zeppelins landed", "A zeppelin was landing."),
        ("did the minister resign", "মন্ত্রী পদত্যাগ করেছেন"),
        ("মন্ত্রী কি পদত্যাগ করেছেন", "The minister stepped down"),
        ("did Mondol sing", "মণ্ডল sings"),
        ("did Musk sing", "ইলন মাস্ক sings"),
        ("মাস্ক গান", "Elon Musk গান"),
    ],
    ids=["word", "concept", "concept back", "sound", "name", "name back"],
)
def test_everything_is_held(question: str, claim: str) -> None:
    """A word is found by its stem, its concept, its sound, or the register's names."""
    found = aligned(question, claim)
    assert (found.missing, found.context, found.opposed) == ((), (), ())
    assert len(found.held) == 2
    assert found.share == 1


def test_opposites() -> None:
    """That prices fell is found for "did prices rise", as its opposite, in any language."""
    for claim in ("Rice prices fell.", "চালের দাম কমেছে।"):
        found = aligned("did the price of rice rise", claim)
        assert words(found.opposed) == ["rise"]
        assert found.share == 1


def test_context_counts_less() -> None:
    """What only stands around a claim counts, but less than its own words."""
    found = aligned("did the minister resign", "He resigned.", "the minister ; Karim")
    assert (words(found.held), words(found.context)) == (["resign"], ["minister"])
    assert 0.5 < found.share < 1


def test_missing() -> None:
    """What is nowhere is missing, and the share says how much."""
    found = aligned("did the minister resign", "The minister sang.")
    assert words(found.missing) == ["resign"]
    assert found.share == 0.5
    assert aligned("did he", "The minister sang.").share == 0


def test_sound_joins_only_names() -> None:
    """Two words of the lexicon that sound alike are two words; short sounds join nothing."""
    bank, river = Statement("ব্যাংক"), Statement("বাঁক")
    assert not Side([river]).holds(bank.units[0])
    assert not Side([Statement("Ali")]).holds(Statement("Ola").units[0])


def test_another_name_is_missing() -> None:
    """A person of the register is not found in another one's name."""
    found = aligned("did Putin sing", "Zelensky sang.")
    assert words(found.missing) == ["putin"]
