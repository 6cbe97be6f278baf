"""One process owns the data folder: the stores in it are not safe between two.

The kernel keeps the lock, so what a killed process leaves behind blocks nobody. The note beside it
only tells the second process who the first one is.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout

from retrieval.errors import BadSetting, DataFolderInUse

_LOCK = "owner.lock"
_NOTE = "owner.json"
_CURE = "set MUKHOMUKHI_DATA_DIR to another folder"


class Ownership:
    """The data folder, held from here until ``release`` or the end of ``with``.

    Args:
        folder: the data folder; made if it does not exist.

    Raises:
        DataFolderInUse: somebody holds it, be it this very process.
        BadSetting: the folder cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self._note = folder / _NOTE
        # thread_local=False: what one thread took, another may release.
        self._lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._take(folder)
        except OSError as error:
            self._lock.release()
            raise BadSetting(
                f"The data folder {folder} cannot be written ({error.strerror or error}):"
                f" make it a folder that you may write to, or {_CURE}."
            ) from error

    def _take(self, folder: Path) -> None:
        try:
            self._lock.acquire()
        except Timeout as error:
            raise DataFolderInUse(
                f"The data folder {folder} is in use by {_holder(self._note)}:"
                f" wait until it ends, stop it, or {_CURE}."
            ) from error
        _write(self._note)

    def release(self) -> None:
        """Let others have the folder; a second call does nothing."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def own(folder: Path) -> Ownership:
    """Take the data folder, at once or not at all.

    Example:
        >>> with own(settings.data_dir):
        ...     run()

    Raises:
        DataFolderInUse: somebody holds it; the message says who, and what to do.
        BadSetting: the folder cannot be made or written.
    """
    return Ownership(folder)


def command_line(arguments: list[str]) -> str:
    """The program and its subcommand, nothing else: the rest may be somebody's question.

    Example:
        >>> command_line(["/usr/bin/mukhomukhi", "ask", "Did Musk talk to Putin?"])
        'mukhomukhi ask'
    """
    path = Path(arguments[0] if arguments else "")
    program = path.parent.name if path.stem == "__main__" else path.name
    subcommand = arguments[1] if len(arguments) > 1 else ""
    shown = subcommand if subcommand.isascii() and subcommand.isalpha() else ""
    return f"{program if program not in ('', '-c') else 'python'} {shown}".strip()


def _write(note: Path) -> None:
    """Write who holds the folder, whole or not at all."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    holder = {"pid": os.getpid(), "command": command_line(sys.argv), "since": since}
    draft = note.with_suffix(".tmp")
    draft.write_text(json.dumps(holder), encoding="utf-8")
    draft.replace(note)


def _holder(note: Path) -> str:
    """Who holds the folder, in words; the note may not be there yet."""
    try:
        holder: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(holder["since"]).strftime("%Y-%m-%d %H:%M UTC")
        return f"process {holder['pid']} ({holder['command']}, since {since})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
