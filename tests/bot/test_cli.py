import io
import json
import os
import subprocess
import sys
from typing import Any

import click
import pytest
from bot_samples import DENIAL, ONCE, FakeEngine, disputed, services, unanswered

from bot.cli import COMMANDS, main, program
from bot.services import Services, open_engine, read_settings
from retrieval.errors import DataFolderInUse, IndexBroken
from retrieval.ingest import IngestItem, IngestReport
from retrieval.models import Judgement


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


def run(engine: FakeEngine, *arguments: str) -> int:
    return main(arguments, services(engine))


def feed(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("command", [program, *COMMANDS], ids=lambda command: command.name)
def test_every_command_is_documented(command: click.Command) -> None:
    """Each help says what the command does and ends with an example of it."""
    told = command.get_help(click.Context(command, info_name="mukhomukhi"))
    wanted = "mukhomukhi ask" if command is program else f"mukhomukhi {command.name}"
    example = told[told.index("Example:") : told.index("Options:")]
    assert wanted in example
    assert example.splitlines()[1].startswith("      ")


def test_nothing_asked_shows_the_help(engine: FakeEngine, capsys: Any) -> None:
    """Without a command the help is printed, and that is no error."""
    assert run(engine) == 0
    assert "Commands:" in capsys.readouterr().out


def test_version(engine: FakeEngine, capsys: Any) -> None:
    """`--version` names the program and its version."""
    assert run(engine, "--version") == 0
    assert capsys.readouterr().out.startswith("mukhomukhi, version 0.")


def test_asking_shows_the_answer(engine: FakeEngine, capsys: Any) -> None:
    """`ask` makes one call and shows both sides."""
    assert run(engine, "ask", "did Musk talk to Putin?", "--top", "2") == 0
    assert engine.calls == [("ask", "did Musk talk to Putin?", 2)]
    assert "Deny it" in capsys.readouterr().out


def test_words_without_quotation_marks_are_one_question(engine: FakeEngine) -> None:
    """`ask did it rain` asks "did it rain"."""
    assert run(engine, "ask", "did", "it", "rain") == 0
    assert engine.calls == [("ask", "did it rain", None)]


def test_json_is_one_object_a_line(engine: FakeEngine, capsys: Any) -> None:
    """`ask --json` writes exactly one line with the answer's object."""
    assert run(engine, "ask", "did it rain?", "--json") == 0
    (shown,) = objects(capsys.readouterr().out)
    assert shown["outcome"] == "disputed"


def test_an_empty_library_takes_in_the_corpus_first(capsys: Any) -> None:
    """The first question fills the library and says so on standard error, in its language."""
    engine = FakeEngine(empty=True, reply=disputed("bn"))
    assert run(engine, "ask", "মাস্ক কি কথা বলেছেন?", "--json") == 0
    told = capsys.readouterr()
    assert engine.calls == ["ingest_corpus", ("ask", "মাস্ক কি কথা বলেছেন?", None)]
    assert told.err.startswith("সংগ্রহে এখনো কোনো খবর নেই")
    assert len(told.err.splitlines()) == 1
    assert len(objects(told.out)) == 1


def test_questions_come_line_by_line(
    engine: FakeEngine, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ask - --json` answers each line in order; empty lines are passed over."""
    feed(monkeypatch, "did it rain?\n\nবৃষ্টি হয়েছে?\n".encode())
    assert run(engine, "ask", "-", "--json") == 0
    assert len(objects(capsys.readouterr().out)) == 2
    assert [call[1] for call in engine.calls] == ["did it rain?", "বৃষ্টি হয়েছে?"]


def test_a_bad_line_does_not_stop_the_others(
    engine: FakeEngine, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each bad line gives an object with its error, the rest is answered, the exit code is 1."""
    feed(monkeypatch, b"bad question\nhalf \xff character\nx\ndid it rain?\n")
    assert run(engine, "ask", "-", "--json") == 1
    first, half, short, last = objects(capsys.readouterr().out)
    assert set(first) == set(half) == set(short) == {"question", "error"}
    assert half["question"] == "half \ufffd character"
    assert last["outcome"] == "disputed"


def test_lines_without_json_are_answered_too(
    engine: FakeEngine, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ask -` shows the answers one below the other and the failures on standard error."""
    feed(monkeypatch, b"did it rain?\nbad question\n")
    assert run(engine, "ask", "-") == 1
    told = capsys.readouterr()
    assert "Deny it" in told.out
    assert told.err == "bad question: It holds nothing to ask; write a question.\n"


@pytest.mark.parametrize(
    ("question", "told"),
    [("half \ud83d of it", "half a character"), ("x", ""), ("ক" * 10_000, ""), ("\x00\x1b\x07", "")],
)
def test_a_question_that_cannot_be_asked_opens_nothing(
    engine: FakeEngine, capsys: Any, question: str, told: str
) -> None:
    """Too short, too long, half characters, control characters: one sentence, exit 2, no call."""
    assert run(engine, "ask", question) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert len(shown.err.splitlines()) == 1
    assert len(shown.err) < 400
    assert "\x1b" not in shown.err
    assert (shown.out, engine.calls) == ("", [])


def test_silence_is_no_failure(capsys: Any) -> None:
    """An unanswered question exits 0 and says what to do next."""
    assert run(FakeEngine(reply=unanswered()), "ask", "did it rain?") == 0
    assert "mukhomukhi ingest" in capsys.readouterr().out


def test_ingest_tells_what_became_of_each(engine: FakeEngine, capsys: Any) -> None:
    """`ingest` names each article with its claims, then counts."""
    assert run(engine, "ingest", "/news", "--remove-missing") == 0
    assert engine.calls == [("ingest", ("/news",), True)]
    told = capsys.readouterr().out
    assert "/news/musk.md: added, 2 claims" in told
    assert "Added 1, updated 0, unchanged 0, refused 0." in told


REFUSED = IngestItem("/news/a.md", "refused", message="It is empty; write something.")
MISSING = IngestItem("/news/b.md", "missing", "a-2", message="its file is gone.")


@pytest.mark.parametrize(("items", "code"), [((REFUSED,), 1), ((REFUSED, MISSING), 0), ((), 0)])
def test_ingest_fails_only_if_all_was_refused(items: tuple[IngestItem, ...], code: int, capsys: Any) -> None:
    """The exit code is 1 if everything was refused; the report is written either way."""
    engine = FakeEngine(report=IngestReport(items))
    assert run(engine, "ingest", "/news", "--json") == code
    (shown,) = objects(capsys.readouterr().out)
    assert shown["counts"]["refused"] == sum(item.outcome == "refused" for item in items)
    for item in shown["items"]:
        assert set(item) == {"input", "outcome", "article", "claims", "message"}


def test_ingest_shows_why_something_was_refused(capsys: Any) -> None:
    """A refusal comes with its reason, a missing file with what to do."""
    run(FakeEngine(report=IngestReport((REFUSED, MISSING))), "ingest", "/news")
    told = capsys.readouterr().out
    assert "refused\n  It is empty; write something." in told
    assert "missing\n  its file is gone." in told
    assert "Files gone: 1 reported, 0 removed." in told


def test_claims_stand_with_place_and_context(engine: FakeEngine, capsys: Any) -> None:
    """`claims` shows who, where in the text, the words, and the context beside them."""
    assert run(engine, "claims", "musk.md") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert f"Dmitry Peskov [0–{len(ONCE)}] “{ONCE}”" in told
    assert f"“{DENIAL}” Context:" in told
    assert engine.calls == [("claims", "musk.md")]


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("claims", {"quote", "refers_to", "article"}),
        ("articles", {"id", "path", "claims", "missing", "published"}),
        ("sources", {"id", "name_bn", "kind", "claims"}),
    ],
)
def test_lists_are_json_lines(engine: FakeEngine, capsys: Any, command: str, keys: set[str]) -> None:
    """`claims`, `articles` and `sources` write one object a line."""
    assert run(engine, command, "--json") == 0
    for shown in objects(capsys.readouterr().out):
        assert keys <= set(shown)


def test_lists_are_readable(engine: FakeEngine, capsys: Any) -> None:
    """`articles` and `sources` show names, kinds and counts in words."""
    assert run(engine, "articles") == run(engine, "sources") == run(engine, "reindex") == 0
    told = capsys.readouterr().out
    assert "publisher unknown · 4 July 2025 · 2 claims · file missing" in told
    assert "Dmitry Peskov · person · 3 claims" in told
    assert "Both indexes hold 4 articles again." in told


def test_stance_judges_line_by_line(engine: FakeEngine, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair keeps its keys and gains stance, confidence and reason; a bad line gains an error."""
    lines = ['{"question": "q\\ud800", "claim": "c", "id": 7}', "{", "[1]", '{"question": 1, "claim": ""}']
    feed(monkeypatch, "\n".join(lines).encode())
    assert run(engine, "stance") == 1
    good, *bad = objects(capsys.readouterr().out)
    assert good == {
        "question": "q\ufffd", "claim": "c", "id": 7,
        "stance": "supports", "confidence": 0.6667, "reason": "q\ufffd / c",
    }  # fmt: skip
    assert [found["line"] for found in bad] == [2, 3, 4]
    assert all(found["error"].startswith("Line ") for found in bad)


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (DataFolderInUse("The data folder is in use; wait."), 1, "The data folder is in use; wait.\n"),
        (IndexBroken("Broken; run: mukhomukhi reindex"), 1, "Broken; run: mukhomukhi reindex\n"),
        (KeyError("x"), 1, "KeyError: 'x'; run with MUKHOMUKHI_DEBUG=1 for the traceback.\n"),
        (KeyboardInterrupt(), 130, "\n"),
    ],
)
def test_what_goes_wrong_is_one_sentence(capsys: Any, error: BaseException, code: int, told: str) -> None:
    """No error reaches a person as a traceback."""
    assert run(FakeEngine(error=error), "ask", "did it rain?") == code
    assert capsys.readouterr().err == told


def test_debugging_shows_the_traceback(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With MUKHOMUKHI_DEBUG=1 the traceback is there."""
    monkeypatch.setenv("MUKHOMUKHI_DEBUG", "1")
    assert run(FakeEngine(error=KeyError("x")), "ask", "did it rain?") == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"], ["ask", "q", "--top", "0"], ["ask", "q", "--nonsense"], ["ingest"],
        ["nonsense"], ["claims", "a", "b"], ["ask", "q", "--top", "\udcff"], ["\udcff"],
    ],
)  # fmt: skip
def test_bad_use_is_told_in_one_line(engine: FakeEngine, capsys: Any, arguments: list[str]) -> None:
    """A wrong command line says what is wrong and where the help is, and exits 2."""
    assert run(engine, *arguments) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "--help" in told


def test_a_setting_that_cannot_work_names_its_variable(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong setting is one sentence with the variable and without its value."""
    monkeypatch.setenv("MUKHOMUKHI_LANGUAGE", "klingon")
    judge = services(FakeEngine()).judge
    assert main(["articles"], Services(read_settings, open_engine, judge)) == 2
    told = capsys.readouterr().err
    assert told.startswith("MUKHOMUKHI_LANGUAGE does not work: input should be 'bn' or 'en'")
    assert "klingon" not in told


def test_judgements_are_rounded() -> None:
    """The fake judge is what the stance test believes it is."""
    assert services(FakeEngine()).judge("q", "c") == Judgement("supports", 0.666666, "q / c")


def test_the_help_is_quick() -> None:
    """`--help` imports neither the engine nor rich."""
    heavy = ("rich", "chromadb", "torch", "sqlalchemy", "fluent", "pydantic", "langchain_core")
    code = f"import sys, bot.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout == "[]\n"
