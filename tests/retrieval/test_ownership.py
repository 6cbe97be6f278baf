import json
import os
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.errors import BadSetting, DataFolderInUse
from retrieval.ownership import command_line, own

HOLD = """
import sys
from pathlib import Path
from retrieval.ownership import own
sys.argv = ["/opt/bin/mukhomukhi", "ask", "a private question"]
ownership = own(Path(sys.stdin.readline().strip()))
print("held", flush=True)
sys.stdin.read()
"""


def start_holder(folder: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    holder.stdin.write(f"{folder}\n")
    holder.stdin.flush()
    assert holder.stdout.readline() == "held\n"
    return holder


def stop(holder: subprocess.Popen[str], number: int) -> None:
    holder.send_signal(number)
    holder.communicate()


def test_second_process_is_refused(tmp_path: Path) -> None:
    """A second process learns who holds the folder since when, and what to do, in one sentence."""
    holder = start_holder(tmp_path)
    try:
        with pytest.raises(DataFolderInUse) as refusal:
            own(tmp_path)
    finally:
        stop(holder, signal.SIGTERM)
    sentence = str(refusal.value)
    who = rf"process {holder.pid} \(mukhomukhi ask, since {datetime.now(UTC):%Y}-.* UTC\)"
    assert re.search(who, sentence)
    assert str(tmp_path) in sentence
    assert "wait until it ends, stop it, or set MUKHOMUKHI_DATA_DIR" in sentence


def test_the_note_tells_no_question(tmp_path: Path) -> None:
    """What is written beside the lock names program and subcommand, never what was asked."""
    holder = start_holder(tmp_path)
    note = (tmp_path / "owner.json").read_text(encoding="utf-8")
    stop(holder, signal.SIGTERM)
    assert "private" not in note
    assert json.loads(note)["command"] == "mukhomukhi ask"


def test_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    """After SIGKILL the folder is free, though the dead process's files are still there."""
    stop(start_holder(tmp_path), signal.SIGKILL)
    assert (tmp_path / "owner.json").exists()
    with own(tmp_path):
        holder = json.loads((tmp_path / "owner.json").read_text(encoding="utf-8"))
    assert holder["pid"] == os.getpid()


def test_same_process_twice_is_refused(tmp_path: Path) -> None:
    """A folder held by this process is in use for it, too."""
    with own(tmp_path), pytest.raises(DataFolderInUse, match=str(os.getpid())):
        own(tmp_path)


def test_released_folder_is_free(tmp_path: Path) -> None:
    """Release frees the folder, takes the note away, and may be called twice."""
    ownership = own(tmp_path)
    ownership.release()
    ownership.release()
    assert not (tmp_path / "owner.json").exists()
    with own(tmp_path):
        pass


def test_refused_one_leaves_the_note(tmp_path: Path) -> None:
    """Who is refused does not take away the note of who holds the folder."""
    with own(tmp_path):
        with pytest.raises(DataFolderInUse):
            own(tmp_path)
        assert (tmp_path / "owner.json").exists()


def test_unreadable_note_is_another_process(tmp_path: Path) -> None:
    """Without a readable note the sentence still says what to do."""
    with own(tmp_path):
        (tmp_path / "owner.json").write_text("[]", encoding="utf-8")
        with pytest.raises(DataFolderInUse, match="in use by another process: wait"):
            own(tmp_path)


def test_folder_is_made(tmp_path: Path) -> None:
    """A folder that does not exist is made, with those above it."""
    with own(tmp_path / "new" / "data"):
        assert (tmp_path / "new" / "data").is_dir()


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A file where the folder should be is a bad setting, said with its cure."""
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(BadSetting, match=r"data cannot be written .* MUKHOMUKHI_DATA_DIR"):
        own(tmp_path / "data")


def test_unwritable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written is a bad setting, and is not left locked."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", refuse)
        with pytest.raises(BadSetting, match=r"\(Permission denied\): make it a folder"):
            own(tmp_path)
    with own(tmp_path):
        pass


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["/usr/bin/mukhomukhi", "bot"], "mukhomukhi bot"),
        (["/usr/bin/mukhomukhi", "পুতিন কোথায়?"], "mukhomukhi"),
        (["/srv/bot/__main__.py", "ingest", "/home/me"], "bot ingest"),
        (["-c"], "python"),
        ([], "python"),
    ],
)
def test_command_line_is_program_and_subcommand(arguments: list[str], shown: str) -> None:
    """Of the command line only the program's name and a subcommand are told."""
    assert command_line(arguments) == shown
