"""The data files of this room: patterns of page furniture, names of months, words of languages.

It loads and compiles them; what they mean is in ``furniture``, ``dates`` and ``language``.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from retrieval.errors import BadData

LANGUAGE_FILES = ("bn.yaml", "en.yaml")


@cache
def load(name: str) -> dict[str, Any]:
    """Read one data file, its text in NFC (so that য় is one spelling).

    Raises:
        BadData: the file is not valid YAML.
    """
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    try:
        return dict(yaml.safe_load(unicodedata.normalize("NFC", text)))
    except (yaml.YAMLError, TypeError, ValueError) as error:
        raise BadData(f"retrieval/articles/data/{name} is broken: {error}; correct it.") from error


def gather(section: str, key: str) -> list[Any]:
    """Join one list of ``section`` over all languages, Bengali first."""
    return [item for name in LANGUAGE_FILES for item in load(name)[section][key]]


def any_of(words: Iterable[str]) -> str:
    """Write a regular expression that matches one of ``words``, the longest that fits."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
