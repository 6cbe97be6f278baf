import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

import bot
from bot.texts import Language, Texts
from bot.texts.catalogue import messages_of
from retrieval.errors import BadData

Messages = dict[str, frozenset[str]]


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802  # fluent.syntax's name
        self.found.add(node.id.name)


def _messages(language: Language) -> Messages:
    found: Messages = {}
    for entry in FluentParser().parse(messages_of(language)).body:
        assert not isinstance(entry, fluent.Junk), entry.content
        if isinstance(entry, fluent.Message):
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.found)
    return found


def _said() -> Iterator[tuple[str, frozenset[str], str]]:
    """Every ``say("message", name=…)`` in the front-ends: the message, its values, the place."""
    for file in sorted(Path(bot.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) == "say" and node.args:
                yield from (
                    (message, frozenset(k.arg or "" for k in node.keywords), file.name)
                    for message in _constants(node.args[0])
                )


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", "") or getattr(function, "id", "")


def _constants(node: ast.expr) -> list[str]:
    """The message, or both of ``"one" if … else "other"``."""
    found = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    return [str(n.value) if isinstance(n, ast.Constant) else ast.unparse(n) for n in found]


def test_both_languages_say_the_same_things() -> None:
    """Every message stands in both files, with the same variables."""
    assert _messages("bn") == _messages("en")


def test_what_is_said_exists_with_its_values() -> None:
    """Each call names a message of the files and gives exactly the variables that it has."""
    known = _messages("en")
    wrong = [said for said in _said() if known.get(said[0]) != said[1]]
    assert wrong == []


def test_nothing_is_written_for_nobody() -> None:
    """Every message of the files is used somewhere."""
    assert set(_messages("en")) - {message for message, _, _ in _said()} == set()


def test_the_reader_gets_own_digits_and_month() -> None:
    """A date is written in the reader's language and digits."""
    assert Texts.of("bn").day(date(2025, 7, 4)) == "৪ জুলাই ২০২৫"
    assert Texts.of("en").day(date(2025, 7, 4)) == "4 July 2025"
    assert Texts.of("en").day(None) == "date unknown"


@pytest.mark.parametrize(("asked", "read"), [("bn", "bn"), ("bn-Latn", "bn"), ("en", "en")])
def test_who_writes_banglish_reads_bengali(asked: Any, read: Language) -> None:
    """Romanised Bengali is answered in Bengali script."""
    assert Texts.answering(asked).language == read


def test_one_is_not_many() -> None:
    """English counts right."""
    say = Texts.of("en").say
    assert say("outcome-disputed", supports=1, refutes=2).endswith(": 1 says so, 2 deny it.")
    assert say("outcome-disputed", supports=12, refutes=1).endswith(": 12 say so, 1 denies it.")


def test_a_missing_message_says_where_to_add_it() -> None:
    """A message that nobody wrote is an error that names the file."""
    with pytest.raises(BadData, match=r"en\.ftl lacks the message 'nonsense'"):
        Texts.of("en").say("nonsense")


def test_a_missing_value_is_an_error() -> None:
    """A message is never shown with a hole in it."""
    with pytest.raises(BadData, match="side-count"):
        Texts.of("en").say("side-count", sources=1)
