"""Words lose their endings, in several threads at once too."""

from concurrent.futures import ThreadPoolExecutor

from retrieval.language.stem import stem

WORDS = ("nationalisation", "reported", "operations", "generously", "denied", "collapses", "running", "a")


def test_stems_in_several_threads() -> None:
    """A stem is the same, whoever else looks for one at that moment."""
    alone = {word: stem.__wrapped__(word) for word in WORDS}

    def all_right(_: int) -> bool:
        return all(stem.__wrapped__(word) == alone[word] for word in WORDS * 50)

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(all_right, range(40)))
