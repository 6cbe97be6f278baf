"""How updates reach the bot: by long polling, or pushed to its webhook."""

import http.client
import json
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from fake_errors import ApiError, bad_request
from fake_params import Upload, integer
from fake_world import World

JSON = dict[str, Any]
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
LONGEST_POLL = 50
FIRST_PAUSE = 0.1
LONGEST_PAUSE = 1.0
PUSH_TIMEOUT = 10.0


@dataclass
class Delivery:
    """The ways out of the queue of updates.

    Attributes:
        polls: how many times the bot began to poll; a new poll ends the one before it.
        reroute: scheme and host that stand for those of the webhook's URL, as a proxy in front of it.
        closing: waiting polls end with nothing.
        pushed: every try to push an update: its id and the HTTP status, 0 without an answer.
    """

    world: World
    polls: int = 0
    reroute: str | None = None
    closing: bool = False
    pushed: list[tuple[int, int]] = field(default_factory=list)

    def get_updates(self, params: JSON) -> list[JSON]:
        """What waits, or what comes before the timeout."""
        updates, changed = self.world.updates, self.world.changed
        if self.world.webhook:
            raise ApiError(409, WEBHOOK_ACTIVE)
        self.polls += 1
        mine = self.polls
        updates.allow(params.get("allowed_updates"))
        updates.confirm(integer(params, "offset"))
        changed.notify_all()
        wait = min(integer(params, "timeout"), LONGEST_POLL)
        changed.wait_for(lambda: updates.pending or self.closing or self.polls != mine, wait)
        if self.polls != mine:
            raise ApiError(409, OTHER_POLL)
        found = updates.first(min(max(integer(params, "limit", 100), 1), 100))
        updates.sent += len(found)
        return found

    def set_webhook(self, params: JSON) -> bool:
        """Updates are pushed from now on."""
        url = str(params.get("url", ""))
        self._drop(params)
        self.world.updates.allow(params.get("allowed_updates"))
        if not url:
            self.world.webhook = {}
            return True
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise bad_request("bad webhook: invalid webhook URL specified")
        secret = str(params.get("secret_token", ""))
        if len(secret) > 256 or not all(c.isascii() and (c.isalnum() or c in "_-") for c in secret):
            raise bad_request("secret token contains unallowed characters")
        self.world.webhook = {
            "url": url,
            "secret_token": secret,
            "has_custom_certificate": isinstance(params.get("certificate"), Upload),
            "max_connections": integer(params, "max_connections", 40),
        }
        self.world.changed.notify_all()
        return True

    def delete_webhook(self, params: JSON) -> bool:
        """Updates are polled from now on."""
        self._drop(params)
        self.world.webhook = {}
        return True

    def webhook_info(self, params: JSON) -> JSON:
        """How the pushing goes."""
        del params
        shown = {k: v for k, v in self.world.webhook.items() if k != "secret_token"}
        pending = len(self.world.updates.pending)
        return {"url": "", "has_custom_certificate": False, **shown, "pending_update_count": pending}

    def push(self) -> None:
        """Push updates one after the other until closing; each is tried until it is taken."""
        pause = FIRST_PAUSE
        while (update := self._next()) is not None:
            status = self._post(update)
            with self.world.changed:
                self.pushed.append((update["update_id"], status))
                if 200 <= status < 300:
                    pause = FIRST_PAUSE
                    self.world.updates.sent += 1
                    self.world.updates.confirm(update["update_id"] + 1)
                    self.world.changed.notify_all()
                    continue
                self._note(status)
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _next(self) -> JSON | None:
        world = self.world
        with world.changed:
            world.changed.wait_for(lambda: self.closing or (world.webhook and world.updates.pending))
            return None if self.closing else world.updates.pending[0]

    def _post(self, update: JSON) -> int:
        hook = dict(self.world.webhook)
        if not hook:
            return 0
        asked, goes = urlsplit(hook["url"]), urlsplit(self.reroute or hook["url"])
        headers = {"Content-Type": "application/json"}
        if hook["secret_token"]:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook["secret_token"]
        connection = http.client.HTTPConnection(str(goes.hostname), goes.port or 80, timeout=PUSH_TIMEOUT)
        try:
            connection.request("POST", asked.path or "/", json.dumps(update).encode(), headers)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    def _note(self, status: int) -> None:
        if self.world.webhook:
            self.world.webhook["last_error_date"] = int(time.time())
            self.world.webhook["last_error_message"] = (
                f"Wrong response from the webhook: {status}" if status else "Connection refused"
            )

    def _drop(self, params: JSON) -> None:
        if params.get("drop_pending_updates"):
            self.world.updates.clear()


def pusher(delivery: Delivery) -> threading.Thread:
    """The thread that pushes."""
    return threading.Thread(target=delivery.push, name="fake-telegram-webhook", daemon=True)
