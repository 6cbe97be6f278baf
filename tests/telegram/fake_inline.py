"""Inline mode: the results that the bot offers while somebody types after its name."""

from typing import Any

from fake_errors import bad_request
from fake_formatting import text_content
from fake_markup import checked_markup
from fake_world import World

JSON = dict[str, Any]
MOST_RESULTS = 50
LONGEST_OFFSET = 64


def answer_inline_query(world: World, params: JSON) -> bool:
    """The results of a query; once for each."""
    query = world.queries.get(str(params.get("inline_query_id")))
    if query is None or query.answer is not None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    results = params.get("results")
    if not isinstance(results, list):
        raise bad_request("can't parse results JSON object")
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result.get("id") for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(str(params.get("next_offset", "")).encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    for result in results:
        _check(result)
    query.answer = params
    return True


def inline_content(result: JSON) -> JSON:
    """The message that a picked result becomes.

    Raises:
        ApiError: 400 when Telegram would not send it.
    """
    written = result.get("input_message_content")
    if not isinstance(written, dict) or "message_text" not in written:
        raise bad_request("can't parse inline query result: message_text is needed in the fake")
    content = text_content(written, "message_text")
    markup = checked_markup(result.get("reply_markup"))
    return {**content, "reply_markup": markup} if markup else content


def _check(result: JSON) -> None:
    if not 1 <= len(str(result.get("id", "")).encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if result.get("type") != "article":
        raise bad_request(f"the fake knows articles only, not {result.get('type')!r}")
    if not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    inline_content(result)
