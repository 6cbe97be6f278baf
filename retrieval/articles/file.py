"""Articles out of files and folders of this machine.

It picks the reader by the file's ending; what the text means is for the readers.
"""

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from retrieval.articles import guard
from retrieval.articles.markdown import read_markdown
from retrieval.articles.page import read_page
from retrieval.articles.text import read_text
from retrieval.errors import BadArticle, NotFound
from retrieval.models import Article

MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt"})
PAGE = frozenset({".html", ".htm"})
ENDINGS = MARKDOWN | TEXT | PAGE
_CHOICE = ".md, .markdown, .txt, .html or .htm"


def read_path(path: Path) -> Article:
    """Read one article from a Markdown, text or HTML file.

    Args:
        path: the file; its absolute path identifies the article.

    Raises:
        NotFound: there is no such file.
        BadArticle: it cannot be read as an article.
    """
    path = path.absolute()
    ending = _check(path)
    if ending in PAGE:
        return read_page(_load(path, guard.LARGEST_PAGE), str(path))
    text = guard.decode(_load(path, guard.LARGEST_TEXT), str(path))
    return (read_markdown if ending in MARKDOWN else read_text)(text, str(path))


def find_articles(folder: Path) -> list[Path]:
    """List the article files in a folder and its subfolders, sorted.

    Hidden files and folders, READMEs and the register ``sources.yaml`` are passed over.

    Raises:
        NotFound: there is no such folder.
        BadArticle: it is not a folder, or holds no article.
    """
    if not S_ISDIR(_mode(folder)):
        raise BadArticle(f"{folder} is a file, not a folder: give the folder that holds it.")
    found = sorted(path for path in folder.rglob("*") if _is_article(path, folder))
    if not found:
        raise BadArticle(f"{folder} holds no articles: put files ending in {_CHOICE} into it.")
    return found


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    readme = path.name.casefold().startswith("readme")
    return not hidden and not readme and path.suffix.casefold() in ENDINGS and path.is_file()


def _check(path: Path) -> str:
    """Refuse what is no article file by its name and nature; else tell its ending."""
    mode = _mode(path)
    ending = path.suffix.casefold()
    if S_ISDIR(mode):
        raise BadArticle(f"{path} is a folder: give one of its files, or list its articles.")
    if ending not in ENDINGS:
        raise BadArticle(f"{path} is no article file: give one that ends in {_CHOICE}.")
    if not S_ISREG(mode):
        raise BadArticle(f"{path} is a device or a pipe: save its text to a file first.")
    return ending


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError) as error:
        raise NotFound(f"There is no file {path}: check its name.") from error


def _load(path: Path, limit: int) -> bytes:
    try:
        guard.check_size(path.stat().st_size, limit, str(path))
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise BadArticle(f"{path} cannot be read ({reason}): check its permissions.") from error
