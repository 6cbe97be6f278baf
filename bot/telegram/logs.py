"""What the bot writes to standard error: what happens to it, never who asked what, never a secret."""

import logging
import sys

from telegram.error import InvalidToken, RetryAfter

# Their INFO lines hold every request's address, in which the token stands.
_TALKERS = ("httpx", "httpcore", "apscheduler", "tornado.access")


class _Hide(logging.Formatter):
    """Formats a record with the secrets taken out, wherever they stand."""

    def __init__(self, *secrets: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """The line, without secrets."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return line


def _tells_more(record: logging.LogRecord) -> bool:
    """Whether a record says more than the bot does: PTB adds a stack to a flood and to a wrong token."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, InvalidToken | RetryAfter)


def set_up_logs(*secrets: str) -> None:
    """Write warnings of others and what the bot itself reports to standard error.

    Args:
        secrets: that must not appear, whoever writes them.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Hide(*secrets))
    handler.addFilter(_tells_more)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)
    for name in _TALKERS:
        logging.getLogger(name).setLevel(logging.WARNING)
