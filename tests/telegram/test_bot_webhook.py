"""Behind a webhook: updates with the secret are answered, others are turned away."""

import http.client
import json
import socket

from bot_house import Open

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
SECRET = "a-secret_1"  # noqa: S105


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def posted(port: int, update: dict[str, object], secret: str | None) -> int:
    """The status that somebody gets who posts an update to the webhook."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    connection.request("POST", "/hook", json.dumps(update).encode(), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_webhook(opens: Open) -> None:
    """Telegram is told the address and the secret; who does not know the secret is refused."""
    port = free_port()
    house = opens(
        webhook_url="https://bot.example.org/hook",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret=SECRET,
    )
    house.telegram.delivery.reroute = f"http://127.0.0.1:{port}"
    house.bot.start()
    hook = house.telegram.called("setWebhook")[-1].params
    assert (hook["url"], hook["secret_token"]) == ("https://bot.example.org/hook", SECRET)
    seat = house.reader()
    asked = seat.says(BRIDGE)
    assert "Jamal Sheikh" in seat.wait_for_reply(asked).text
    forged = {"update_id": 800_000_000, "message": seat.messages[0].payload}
    assert posted(port, forged, "wrong") == 403
    assert posted(port, forged, None) == 403
    known = house.rows("select update_id from updates order by update_id desc limit 1")[0][0]
    assert posted(port, {**forged, "update_id": known}, SECRET) == 200
    house.quiet()
    assert len(seat.replies) == 1
    assert house.bot.stop() == 0
    assert SECRET not in house.bot.stderr
