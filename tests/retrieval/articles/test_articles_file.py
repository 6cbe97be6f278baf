import os
from pathlib import Path

import pytest

from retrieval.articles import find_articles, read_path
from retrieval.errors import BadArticle, NotFound

PROSE = "The minister said that the bridge would open in May. The contractor denied it."


def _write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (" \n\t\u00a0\n".encode(), "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"GIF89a\0\1\2", "is not text"),
        (b"The minister said \xff\xfa\x80 so.", "not text in UTF-8"),
        ("The minister said so.".encode("utf-16"), "UTF-16"),
        (b"The minister said \xed\xa0\x80 so.", "not text in UTF-8"),
        (b"a" * 5_000_001, "larger than 5 MB"),
    ],
    ids=["empty", "blank", "mark", "binary", "latin", "utf16", "surrogate", "large"],
)
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_file_bad_content(tmp_path: Path, data: bytes, reason: str, ending: str) -> None:
    """A file that is no text is refused in one sentence that names it."""
    path = _write(tmp_path, f"page{ending}", data)
    with pytest.raises(BadArticle, match=reason) as caught:
        read_path(path)
    assert str(path) in str(caught.value)


def test_file_control_characters_are_tolerated(tmp_path: Path) -> None:
    """A stray form feed or bell stays where it is in the text."""
    text = PROSE.replace("bridge", "bri\x07dge") + "\x0c\n"
    assert read_path(_write(tmp_path, "page.txt", text.encode())).text == text


def test_file_missing(tmp_path: Path) -> None:
    """A file that does not exist, or cannot, is not found."""
    for name in ("none.txt", "n" * 300 + ".txt"):
        with pytest.raises(NotFound, match="check its name"):
            read_path(tmp_path / name)


def test_file_folder_and_other_endings(tmp_path: Path) -> None:
    """Folders, other endings and pipes are refused."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(BadArticle, match="is a folder"):
        read_path(tmp_path)
    with pytest.raises(BadArticle, match=r"ends in \.md"):
        read_path(_write(tmp_path, "article.pdf", b"%PDF"))
    with pytest.raises(BadArticle, match="pipe"):
        read_path(tmp_path / "pipe.txt")


def test_file_path_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is identified by its absolute path, however it was given."""
    path = _write(tmp_path, "page.TXT", PROSE.encode())
    monkeypatch.chdir(tmp_path)
    assert read_path(Path("page.TXT")).path == str(path)


def test_find_articles(tmp_path: Path) -> None:
    """Articles are found in all subfolders, sorted; hidden files and READMEs are passed over."""
    names = ["b.md", "a/z.txt", "a/c.html", "README.md", ".hidden.md", ".git/d.txt", "sources.yaml"]
    for name in names:
        _write(tmp_path, name, b"x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_articles(tmp_path)]
    assert found == ["a/c.html", "a/z.txt", "b.md"]


def test_find_articles_in_nothing(tmp_path: Path) -> None:
    """An empty folder, a file and a missing folder are refused with the cure."""
    with pytest.raises(BadArticle, match="holds no articles"):
        find_articles(tmp_path)
    with pytest.raises(BadArticle, match="is a file"):
        find_articles(_write(tmp_path, "a.md", b"x"))
    with pytest.raises(NotFound, match="check its name"):
        find_articles(tmp_path / "none")
