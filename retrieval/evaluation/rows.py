"""The rows of labelled files, which tell in one sentence where they are broken."""

import json
from pathlib import Path
from typing import Any

from retrieval.errors import BadInput, NotFound

_KINDS = {str: "a text", int: "a whole number", list: "a list", dict: "an object"}


class LabelledRow(dict[str, Any]):
    """A row that knows where it stands.

    Args:
        values: its fields.
        where: file and number, for errors.
    """

    def __init__(self, values: dict[str, Any], where: str) -> None:
        super().__init__(values)
        self.where = where

    def __missing__(self, key: str) -> Any:  # noqa: ANN401  # never returns
        """A field that is not there.

        Raises:
            BadInput: always; it names the row and the field.
        """
        raise BadInput(f"{self.where} lacks {key!r}; add it.")

    def check(self, **kinds: type) -> None:
        """Refuse a row that lacks a field, or has something else in its place.

        Raises:
            BadInput: the message names the row, the field, and what belongs there.
        """
        for key, kind in kinds.items():
            if not isinstance(self[key], kind):
                raise BadInput(f"{self.where} has {self[key]!a:.60} as {key!r}; write {_KINDS[kind]} there.")

    def rows(self, key: str) -> list["LabelledRow"]:
        """The objects in a list of this row, each as a row.

        Raises:
            BadInput: there is no such list, or something else is in it.
        """
        self.check(**{key: list})
        for value in self[key]:
            if not isinstance(value, dict):
                raise BadInput(f"{self.where} has {value!a:.60} in {key!r}; write an object there.")
        return [LabelledRow(value, f"{self.where}, {key!r}") for value in self[key]]


def read_rows(file: Path) -> list[LabelledRow]:
    """The rows of a JSON-lines file.

    Raises:
        NotFound: there is no such file.
        BadInput: a line is no JSON object, or the file is no text.
    """
    rows = []
    for number, line in enumerate(text_of(file).splitlines(), 1):
        try:
            row = json.loads(line) if line.strip() else {}
        except ValueError as error:
            raise BadInput(f"{file} line {number} is no JSON; correct that line.") from error
        if not isinstance(row, dict):
            raise BadInput(f"{file} line {number} is no JSON object; correct that line.")
        rows += [row] if row else []
    return [LabelledRow(row, f"{file} row {number}") for number, row in enumerate(rows, 1)]


def text_of(file: Path) -> str:
    """The text of a labelled file.

    Raises:
        NotFound: there is no such file.
        BadInput: it is not written in UTF-8.
    """
    if not file.is_file():
        raise NotFound(f"There is no file {file}; name a labelled file of JSON lines.")
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file} is no text in UTF-8; save it as UTF-8.") from error
