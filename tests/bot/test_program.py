"""The installed command, from outside: real engine, real stores, in a folder of its own."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("mukhomukhi")
ANSWER_IN = 120
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="the command is not installed")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MUKHOMUKHI_")}
    folder = tmp_path_factory.mktemp("program")
    return {**clean, "MUKHOMUKHI_DATA_DIR": str(folder / "data"), "MUKHOMUKHI_LANGUAGE": "en"}


@pytest.fixture(scope="module")
def run(environment: dict[str, str]) -> Run:
    def run_program(
        *arguments: str | bytes, text: str = "", **more: str
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [PROGRAM, *arguments],
            input=text.encode(),
            capture_output=True,
            env={**environment, **more},
            timeout=ANSWER_IN,
            check=False,
        )

    return run_program


@pytest.fixture(scope="module")
def first(run: Run) -> "subprocess.CompletedProcess[bytes]":
    """The first question that a new library is asked."""
    return run("ask", "did Musk talk to Putin regularly?", "--json")


def test_the_first_question_fills_the_library(first: "subprocess.CompletedProcess[bytes]") -> None:
    """A new library takes in the corpus, says so in one line, and answers from it."""
    assert first.returncode == 0, first.stderr.decode()
    assert first.stderr.decode().splitlines() == [
        "The library is empty: taking in the articles it comes with, this once."
    ]
    assert json.loads(first.stdout)["outcome"] == "disputed"


@pytest.mark.usefixtures("first")
def test_the_same_question_face_to_face(run: Run) -> None:
    """Piped, the answer is plain text with both sides, their words and their sources."""
    done = run("ask", "মাস্ক কি পুতিনের সাথে নিয়মিত কথা বলতেন?")
    told = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "দিমিত্রি পেসকভ" in told
    assert "https://congthuong.vn/" in told
    assert "\x1b" not in told


@pytest.mark.usefixtures("first")
def test_questions_on_standard_input(run: Run) -> None:
    """Good and bad lines each give one object; the exit code tells that one failed."""
    done = run("ask", "-", "--json", text="did Musk talk to Putin regularly?\nx\nকে বলেছেন?\n")
    shown = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [("error" in found) for found in shown] == [False, True, False]
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.usefixtures("first")
def test_every_quotation_is_what_the_article_says(run: Run) -> None:
    """`claims --json` of every article quotes the text of its file."""
    done = run("claims", "--json")
    claims = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(claims) > 20
    for claim in claims:
        assert claim["quote"] in Path(claim["article"]["path"]).read_text(encoding="utf-8")


@pytest.mark.usefixtures("first")
def test_the_doctor_finds_nothing(run: Run) -> None:
    """After the first answer everything is in place."""
    done = run("doctor")
    assert done.returncode == 0, done.stdout.decode()
    assert len(re.findall(r"^\+ .+: ok", done.stdout.decode(), re.MULTILINE)) == 6


@pytest.mark.parametrize(
    "question", ["x", "ক" * 10_000, "\x1b\x07", b"\xff\xfe half", ""], ids=lambda q: repr(q[:6])
)
def test_questions_that_cannot_be_asked(run: Run, question: str | bytes) -> None:
    """One sentence on standard error, nothing on standard output, exit 2."""
    done = run("ask", question)
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(told.splitlines()) == 1
    assert "Traceback" not in told


@pytest.mark.parametrize("command", ["ingest", "claims"])
def test_a_missing_file(run: Run, command: str) -> None:
    """A file that is not there is named, and the exit code is 1."""
    done = run(command, "no-such-article.md")
    told = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert "no-such-article.md" in told
    assert "Traceback" not in told


def test_a_data_folder_that_cannot_be(run: Run, tmp_path: Path) -> None:
    """The doctor says what is wrong with the folder and checks what can be checked without it."""
    (tmp_path / "file").write_text("")
    done = run("doctor", MUKHOMUKHI_DATA_DIR=str(tmp_path / "file"))
    told = done.stdout.decode()
    assert done.returncode == 1
    assert "! Data folder: problem" in told
    assert "- Indexes: not checked" in told
    assert "+ Register of claimants: ok" in told


def test_the_doctor_tells_no_secret(run: Run) -> None:
    """Passwords in addresses are not shown."""
    url = "postgresql+psycopg://me:s3cret@localhost/x"
    done = run("doctor", MUKHOMUKHI_DATABASE_URL=url)
    assert b"s3cret" not in done.stdout + done.stderr
    assert done.returncode == 1


def test_stance_alone(run: Run) -> None:
    """The judge works without a library."""
    pair = {"question": "Did Musk talk to Putin?", "claim": "Musk never talked to Putin."}
    done = run("stance", text=json.dumps(pair))
    assert json.loads(done.stdout)["stance"] == "refutes"


def test_the_help_takes_no_time(run: Run) -> None:
    """`--help` is there at once."""
    start = time.monotonic()
    assert run("--help").returncode == 0
    assert time.monotonic() - start < 1


def test_a_reader_that_leaves_is_no_error(environment: dict[str, str]) -> None:
    """`mukhomukhi stance | head -1` ends quietly."""
    pair = json.dumps({"question": "Did it rain?", "claim": "It rained."}) + "\n"
    command = f"'{PROGRAM}' stance | head -1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        input=pair.encode() * 3000,
        capture_output=True,
        env=environment,
        timeout=ANSWER_IN,
        check=False,
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b""


def _hear_interrupts() -> None:
    """A test run in the background ignores SIGINT, and its children would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_an_interrupt_is_quiet(environment: dict[str, str]) -> None:
    """Ctrl-C ends with 130 and no traceback."""
    with subprocess.Popen(
        [PROGRAM, "stance"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        preexec_fn=_hear_interrupts,
    ) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write(b"{\n")
        program.stdin.flush()
        program.stdout.readline()  # it listens now
        program.send_signal(signal.SIGINT)
        program.wait(ANSWER_IN)
        assert program.stderr
        assert program.stderr.read().strip() == b""
    assert program.returncode == 130
