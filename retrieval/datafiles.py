"""Reads the project's YAML data files: words, patterns and names that a non-programmer may extend.

It knows nothing of what they mean; each room checks its own.
"""

import zlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from retrieval.errors import BadData

if TYPE_CHECKING:
    from yaml import SafeLoader as _Safe
else:
    _Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL = "tag:yaml.org,2002:bool"


class _Loader(_Safe):
    """YAML in which "no", "on" and "true" are words: they stand in word lists."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != _BOOL]
    for first, rows in _Safe.yaml_implicit_resolvers.items()
}


def parse_yaml(text: str, name: str) -> Any:  # noqa: ANN401  # YAML holds anything; callers check
    """Parse YAML text.

    Args:
        text: the file's text.
        name: what to call the file in an error.

    Raises:
        BadData: the text is no YAML; the message gives the line.
    """
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506  # a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + 1}" if mark else ""
        raise BadData(f"{name}{where} is not valid YAML; correct it and try again.") from error


@cache
def load_data(package: str, name: str) -> Any:  # noqa: ANN401  # YAML holds anything; callers check
    """The parsed data file ``name`` in the folder ``data`` of ``package``, read once.

    Raises:
        BadData: the file is missing or no YAML.
    """
    path = resources.files(package) / "data" / name
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BadData(f"{name} is missing from {package}; reinstall the project.") from error
    return parse_yaml(text, name)


def data_names(package: str, folder: str) -> list[str]:
    """The data files in one folder of ``package``, as ``load_data`` takes them, in order."""
    entries = (resources.files(package) / "data" / folder).iterdir()
    return sorted(f"{folder}/{entry.name}" for entry in entries if entry.name.endswith(".yaml"))


@cache
def data_digest(package: str) -> int:
    """A number, 31 bits, that changes with any data file of ``package``: caches made with them go stale."""
    files = sorted((resources.files(package) / "data").rglob("*.yaml"))  # type: ignore[attr-defined]
    digest = 0
    for file in files:
        digest = zlib.crc32(file.name.encode() + file.read_bytes(), digest)
    return digest & 0x7FFFFFFF


def corpus_folder() -> Path:
    """The project's own ``corpus/``: beside the packages in a checkout, inside them when installed."""
    here = Path(__file__).resolve().parent
    checkout = here.parent / "corpus"
    return checkout if checkout.is_dir() else here / "_corpus"
