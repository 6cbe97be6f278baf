"""How the bot presents itself: commands by scope and language, name, descriptions, menu button."""

import json
import re
from collections.abc import Callable
from typing import Any

from fake_errors import bad_request
from fake_world import World

JSON = dict[str, Any]
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
MOST_COMMANDS = 100
LONGEST = {"name": 64, "description": 512, "short_description": 120}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def set_my_commands(world: World, params: JSON) -> bool:
    """The menu of commands in a scope and a language."""
    key, commands = _key(params), params.get("commands", [])
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    world.profile[key] = commands
    return True


def get_my_commands(world: World, params: JSON) -> list[JSON]:
    """The menu of exactly this scope and language."""
    return list(world.profile.get(_key(params), []))


def delete_my_commands(world: World, params: JSON) -> bool:
    """No menu of its own for this scope and language."""
    world.profile.pop(_key(params), None)
    return True


def set_chat_menu_button(world: World, params: JSON) -> bool:
    """What stands beside the input field."""
    button = params.get("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("MenuButton has unsupported type")
    world.profile[("menu_button", str(params.get("chat_id", "")))] = button
    return True


def get_chat_menu_button(world: World, params: JSON) -> JSON:
    """What stands beside the input field."""
    default: JSON = {"type": "default"}
    found: JSON = world.profile.get(("menu_button", str(params.get("chat_id", ""))), default)
    return found


def command_key(scope: str, language_code: str, **where: int) -> tuple[str, ...]:
    """Where the commands of a scope are kept."""
    return ("commands", json.dumps({"type": scope, **where}, sort_keys=True), language_code)


def _key(params: JSON) -> tuple[str, ...]:
    scope = params.get("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if not all(name in scope for name in SCOPES[kind]):
        raise bad_request(f"can't parse BotCommandScope: {kind} needs {SCOPES[kind]}")
    return command_key(kind, _language(params), **{name: scope[name] for name in SCOPES[kind]})


def _language(params: JSON) -> str:
    code = str(params.get("language_code", ""))
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _check_command(command: JSON) -> None:
    if not _COMMAND.fullmatch(str(command.get("command", ""))):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description", ""))) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _setter(what: str) -> Callable[[World, JSON], bool]:
    def sets(world: World, params: JSON) -> bool:
        value = str(params.get(what, ""))
        if len(value) > LONGEST[what]:
            raise bad_request(f"{what} is too long")
        world.profile[(what, _language(params))] = value
        return True

    return sets


def _getter(what: str) -> Callable[[World, JSON], JSON]:
    def gets(world: World, params: JSON) -> JSON:
        return {what: world.profile.get((what, _language(params)), "")}

    return gets


PROFILE: dict[str, Callable[[World, JSON], Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
