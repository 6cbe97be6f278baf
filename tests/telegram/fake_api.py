"""A Telegram for tests: a Bot API over loopback HTTP for the real bot, and people to talk to it.

What the bot sends is checked as Telegram checks it, and kept. It has no accounts but its own bot's,
no TLS, and one bot at a time.

Example:
    >>> with FakeTelegram() as telegram:
    ...     chat = telegram.private(telegram.user(11, "Rahim", "bn"))
    ...     reply = chat.wait_for_reply(after=chat.says("/start"))
"""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from fake_delivery import Delivery, pusher
from fake_errors import ApiError, usual
from fake_faults import Fault, Faults
from fake_groups import Group
from fake_limits import Limits
from fake_methods import METHODS
from fake_params import parsed
from fake_people import Seat, User
from fake_profile import command_key
from fake_server import HOST, LoopbackServer, Reply, Request, json_reply
from fake_view import PATIENCE
from fake_world import Call, Chat, World

JSON = dict[str, Any]
TOKEN = "123:TEST"  # noqa: S105  (of a bot that is not there)
BOT_STATUS = "member"


class FakeTelegram:
    """The server, the people, what the bot called, and what goes wrong on demand.

    Attributes:
        world: the state; hold ``world.changed`` to look into it.
        delivery: how updates go out; ``delivery.reroute`` stands for a proxy before the webhook.
        broken: mistakes of the fake itself, such as parameters that it can't read; raised at the end.
    """

    def __init__(self) -> None:
        self.world = World()
        self.delivery = Delivery(self.world)
        self.faults = Faults()
        self.broken: list[Exception] = []
        self._limits: Limits | None = None
        self._server = LoopbackServer(self._handle)
        self._pusher = pusher(self.delivery)
        self._routes: dict[str, Callable[[JSON], Any]] = {
            "getUpdates": self.delivery.get_updates,
            "setWebhook": self.delivery.set_webhook,
            "deleteWebhook": self.delivery.delete_webhook,
            "getWebhookInfo": self.delivery.webhook_info,
        }

    def __enter__(self) -> "FakeTelegram":
        self._server.start()
        self._pusher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self.world.changed:
            self.delivery.closing = True
            self.world.changed.notify_all()
        self._server.close()
        self._pusher.join(PATIENCE)
        if self.broken and error is None:
            raise self.broken[0]

    @property
    def url(self) -> str:
        """Where it listens: scheme, host and port."""
        return f"http://{HOST}:{self._server.port}"

    # What the bot did

    @property
    def calls(self) -> list[Call]:
        """Every answered call, in order."""
        with self.world.changed:
            return list(self.world.calls)

    def called(self, *methods: str) -> list[Call]:
        """The calls of some methods, in order."""
        return [call for call in self.calls if call.method in methods]

    @property
    def unknown(self) -> list[Call]:
        """The calls of methods that Telegram, or this fake, doesn't have."""
        return [call for call in self.calls if call.method not in METHODS and call.method not in self._routes]

    @property
    def refused(self) -> list[Call]:
        """The calls that got an error, of its own making or on demand."""
        return [call for call in self.calls if not call.ok]

    @property
    def listening(self) -> bool:
        """Whether a bot takes updates: it has polled, or set a webhook."""
        with self.world.changed:
            return bool(self.delivery.polls or self.world.webhook)

    def commands(self, language_code: str = "", scope: str = "default", **where: int) -> dict[str, str]:
        """The menu that the bot set: commands and what they are said to do."""
        with self.world.changed:
            found = self.world.profile.get(command_key(scope, language_code, **where), [])
            return {command["command"]: command["description"] for command in found}

    def profile(self, what: str, language_code: str = "") -> str:
        """The ``name``, ``description`` or ``short_description`` that the bot set."""
        with self.world.changed:
            return str(self.world.profile.get((what, language_code), ""))

    # People

    def user(
        self,
        user_id: int,
        name: str,
        language_code: str | None = None,
        username: str | None = None,
    ) -> User:
        """A person."""
        user = User(user_id, name, language_code, username)
        with self.world.changed:
            self.world.users[user_id] = user.payload()
        return user

    def private(self, user: User) -> Seat:
        """A person alone with the bot."""
        with self.world.changed:
            chat = self.world.private(user.id)
            chat.members.setdefault(user.id, "member")
            return Seat(self.world, chat, user)

    def group(self, chat_id: int, title: str, *, kind: str = "supergroup", privacy: bool = False) -> Group:
        """A group with the bot in it.

        Args:
            chat_id: negative.
            title: its name.
            kind: ``group`` or ``supergroup``.
            privacy: whether the bot gets only commands, mentions, and replies to it.
        """
        with self.world.changed:
            payload = {"id": chat_id, "type": kind, "title": title}
            members = {int(self.world.bot["id"]): BOT_STATUS}
            self.world.chats[chat_id] = Chat(payload, members=members, privacy=privacy)
            return Group(self.world, self.world.chats[chat_id])

    def elsewhere(self, user: User) -> Seat:
        """A person in a chat that the bot isn't in: what they pick inline is all it sees of it."""
        with self.world.changed:
            chat_id = -self.world.fresh() - 10**12
            missing = usual(400)
            self.world.chats[chat_id] = Chat({"id": chat_id, "type": "private"}, missing, outside=True)
            return Seat(self.world, self.world.chats[chat_id], user)

    def channel(self, chat_id: int, title: str) -> Group:
        """A channel with the bot in it, for a log or for moderators."""
        return self.group(chat_id, title, kind="channel")

    # Waiting

    def wait_for(self, predicate: Callable[[], Any], timeout: float = PATIENCE, what: str = "it") -> None:
        """Until something is true of the fake; it is asked after each change.

        Raises:
            AssertionError: it did not become true in time.
        """
        ends = time.monotonic() + timeout
        with self.world.changed:
            while not predicate():
                left = ends - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"{what} did not happen in {timeout} s")
                self.world.changed.wait(min(left, 0.1))

    def wait_for_call(self, method: str, timeout: float = PATIENCE, *, times: int = 1) -> Call:
        """Until the bot called a method so many times.

        Returns:
            The last of those calls.
        """
        self.wait_for(lambda: len(self.called(method)) >= times, timeout, f"{times} calls of {method}")
        return self.called(method)[times - 1]

    def settle(self, quiet: float = 0.5, timeout: float = PATIENCE) -> None:
        """Until all updates are taken and the bot has called nothing but getUpdates for a while.

        Args:
            quiet: how long nothing is to happen, in seconds; longer than the bot thinks in silence.
            timeout: in seconds.
        """

        def calm() -> bool:
            world = self.world
            return (
                not world.updates.pending
                and not world.in_flight
                and time.monotonic() - world.last_call >= quiet
            )

        with self.world.changed:
            self.world.last_call = time.monotonic()
        self.wait_for(calm, timeout, f"{quiet} s of quiet")

    # What goes wrong

    def fail_next(
        self,
        method: str,
        status: int = 429,
        *,
        retry_after: int | None = None,
        description: str | None = None,
        migrate_to_chat_id: int | None = None,
        times: int | None = 1,
        chat_id: int | None = None,
        done: bool = False,
    ) -> None:
        """The next calls of a method get an error.

        Args:
            method: of the API; ``*`` is any but getUpdates.
            status: of HTTP; 403 is "blocked by the user", 400 "chat not found", 429 a flood.
            retry_after: in whole seconds, with 429; 1 by default.
            description: instead of the usual one.
            migrate_to_chat_id: with 400, the group became a supergroup.
            times: how many calls; None for all that come.
            chat_id: only calls for this chat.
            done: whether the call has its effect all the same.
        """
        error = usual(status, description, retry_after, migrate_to_chat_id)
        self.faults.add(Fault(method, chat_id, times, error=error, done=done))

    def slow(self, method: str, seconds: float, *, times: int | None = 1, chat_id: int | None = None) -> None:
        """The next calls of a method have their effect at once, but are answered late."""
        self.faults.add(Fault(method, chat_id, times, seconds=seconds, done=True))

    def drop(
        self, method: str, *, times: int | None = 1, chat_id: int | None = None, done: bool = False
    ) -> None:
        """The next calls of a method get no answer: the connection is closed.

        ``done``: they have their effect all the same.
        """
        self.faults.add(Fault(method, chat_id, times, drop=True, done=done))

    def limits(self, overall: int = 30, group: int = 20) -> None:
        """Past so many messages in a second, or in a minute to one group, 429 as Telegram does it."""
        self._limits = Limits(overall, group)

    def heal(self) -> None:
        """No more faults, no limits."""
        self.faults.clear()
        self._limits = None

    def outage(self) -> None:
        """Connections are cut and refused until ``restore``."""
        self._server.refuse()
        with self.world.changed:  # polls whose connections are gone must not answer later
            self.delivery.polls += 1
            self.world.changed.notify_all()

    def restore(self) -> None:
        """Connections are taken again."""
        self._server.start()

    # The server's side

    def _handle(self, request: Request) -> Reply | None:
        _, first, *rest = (*request.path.split("/", 2), "")
        path = rest[0]
        if first == "file":
            return self._file(path)
        if first != f"bot{TOKEN}":
            return json_reply(usual(401).response())
        return self._call(path, request)

    def _call(self, method: str, request: Request) -> Reply | None:
        at = time.monotonic()
        params = parsed(request.body, request.content_type, request.query)
        self._count(method, 1)
        fault = self.faults.take(method, params)
        try:
            response = self._response(method, params, at, fault)
            if fault is not None and fault.seconds:
                time.sleep(fault.seconds)
        finally:
            self._count(method, -1)
        if fault is not None and fault.drop:
            return None
        return json_reply(response)

    def _response(self, method: str, params: JSON, at: float, fault: Fault | None) -> JSON:
        with self.world.changed:
            if fault is None or fault.done:
                response = self._result(method, params)
            else:
                response = (fault.error or ApiError(0, "(dropped)")).response()
            if fault is not None and fault.error is not None and fault.done:
                response = fault.error.response()
            self.world.calls.append(Call(method, params, at, response))
            self.world.changed.notify_all()
            return response

    def _result(self, method: str, params: JSON) -> JSON:
        try:
            if method in self._routes:
                return {"ok": True, "result": self._routes[method](params)}
            if method in METHODS:
                if self._limits:
                    self._limits.check(method, params)
                return {"ok": True, "result": METHODS[method](self.world, params)}
            return usual(404).response()
        except ApiError as error:
            return error.response()
        except Exception as broken:  # the fake's own mistake: it fails the test at the end
            self.broken.append(broken)
            return usual(500, "the fake broke").response()

    def _count(self, method: str, change: int) -> None:
        if method == "getUpdates":
            return
        with self.world.changed:
            self.world.in_flight += change
            self.world.last_call = time.monotonic()
            self.world.changed.notify_all()

    def _file(self, path: str) -> Reply:
        file_id = path.rpartition("/")[2]
        with self.world.changed:
            upload = self.world.files.get(file_id)
        if upload is None or not path.startswith(f"bot{TOKEN}/"):
            return json_reply(usual(404).response())
        return Reply(200, upload.content, "application/octet-stream")
