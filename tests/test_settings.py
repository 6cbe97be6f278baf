import importlib
import importlib.util
import re
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_settings import BaseSettings

from retrieval.settings import Settings

LINE = re.compile(r"(MUKHOMUKHI_[A-Z_]+)=(.*)")


def settings_classes() -> list[type[BaseSettings]]:
    """Every settings class of the project; the bot may have one of its own."""
    found: dict[str, type[BaseSettings]] = {}
    for name in ("retrieval.settings", "bot.settings"):
        if importlib.util.find_spec(name):
            module = importlib.import_module(name)
            found.update(
                (value.__qualname__ + value.__module__, value)
                for value in vars(module).values()
                if isinstance(value, type) and issubclass(value, BaseSettings) and value is not BaseSettings
            )
    return list(found.values())


def documented(root: Path) -> dict[str, str]:
    """The settings of ``.env.example`` with their values."""
    lines = (root / ".env.example").read_text(encoding="utf-8").splitlines()
    return {match[1]: match[2] for line in lines if (match := LINE.fullmatch(line))}


def clear(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in settings_classes():
        for name in kind.model_fields:
            monkeypatch.delenv(f"MUKHOMUKHI_{name.upper()}", raising=False)


def test_example_lists_every_setting(root: Path) -> None:
    """.env.example names exactly the settings of the settings classes, each once."""
    names = {f"MUKHOMUKHI_{name.upper()}" for kind in settings_classes() for name in kind.model_fields}
    assert documented(root).keys() == names
    assert len(LINE.findall((root / ".env.example").read_text(encoding="utf-8"))) == len(names)


def test_example_shows_the_defaults(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading .env.example as it is gives the settings that nothing at all gives."""
    clear(monkeypatch)
    for kind in settings_classes():
        assert kind(_env_file=root / ".env.example") == kind(_env_file=None)
    defaults = {
        f"MUKHOMUKHI_{name.upper()}": field.get_default(call_default_factory=True, validated_data={})
        for kind in settings_classes()
        for name, field in kind.model_fields.items()
    }
    assert documented(root) == {name: plain(value) for name, value in defaults.items()}


def plain(value: object) -> str:
    """A default as it is written in an environment file; none at all as nothing."""
    return "" if value is None or value in ((), [], set(), frozenset()) else str(value)


def test_example_explains_every_setting(root: Path) -> None:
    """Each setting has a comment of a sentence right above it."""
    lines = (root / ".env.example").read_text(encoding="utf-8").splitlines()
    for above, line in zip(["", *lines], lines, strict=False):
        if LINE.fullmatch(line):
            assert re.fullmatch(r"# .{20,}\.", above), f"{line} has no comment"


def test_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of the environment beats .env, and an empty one counts as none."""
    clear(monkeypatch)
    file = tmp_path / ".env"
    file.write_text("MUKHOMUKHI_DATA_DIR=/file\nMUKHOMUKHI_LANGUAGE=en\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("MUKHOMUKHI_DATA_DIR", "/environment")
    monkeypatch.setenv("MUKHOMUKHI_LANGUAGE", "")
    read = Settings(_env_file=file)
    assert (read.data_dir, read.language) == (Path("/environment"), "en")


def test_value_that_cannot_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that there is not is refused."""
    monkeypatch.setenv("MUKHOMUKHI_LANGUAGE", "fr")
    with pytest.raises(ValidationError, match="language"):
        Settings(_env_file=None)
