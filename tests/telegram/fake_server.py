"""The fake's HTTP side: requests in, answers out, and an outage that refuses connections."""

import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from socketserver import BaseServer, TCPServer, ThreadingMixIn
from typing import Any
from urllib.parse import unquote, urlsplit

JSON = dict[str, Any]
HOST = "127.0.0.1"
BACKLOG = 512


@dataclass(frozen=True)
class Request:
    """What came: the path without its query, the query, and the body."""

    path: str
    query: str
    content_type: str
    body: bytes


@dataclass(frozen=True)
class Reply:
    """What is sent back."""

    status: int
    body: bytes
    content_type: str = "application/json"


def json_reply(response: JSON) -> Reply:
    """An answer of the Bot API."""
    return Reply(int(response.get("error_code", 200)), json.dumps(response).encode())


Handle = Callable[[Request], Reply | None]


class LoopbackServer:
    """Serves a function over loopback HTTP, each connection in a thread of its own.

    Args:
        handle: makes the reply of a request; None closes the connection without one.
    """

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._server = self._bound(0)
        self.port: int = self._server.server_address[1]
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Take connections."""
        self._server.server_activate()
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def refuse(self) -> None:
        """Close what is open and refuse what comes; the port stays ours."""
        self._stop()
        self._server = self._bound(self.port)

    def close(self) -> None:
        """No more."""
        self._stop()

    def _stop(self) -> None:
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        self._server.server_close()
        self._server.cut()

    def _bound(self, port: int) -> "_Server":
        server = _Server((HOST, port), _Handler, bind_and_activate=False)
        server.handle_call = self._handle
        server.server_bind()
        return server


class _Server(ThreadingMixIn, TCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = BACKLOG
    handle_call: Handle

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._open: set[socket.socket] = set()
        super().__init__(*args, **kwargs)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Quiet: a bot that is killed breaks its connections."""

    def cut(self) -> None:
        """Close every connection."""
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:  # closed already
                continue


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: BaseServer

    def do_POST(self) -> None:
        """A call of the API."""
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kind = self.headers.get("Content-Type", "")
        assert isinstance(self.server, _Server)
        reply = self.server.handle_call(Request(unquote(parts.path), parts.query, kind, body))
        if reply is None:
            self.close_connection = True
            return
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_POST  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Quiet."""
