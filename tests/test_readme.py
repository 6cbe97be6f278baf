"""The README is true: its examples run, its commands and settings exist."""

import re
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.settings import BotSettings
from retrieval.settings import Settings

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
ROOT = Path(__file__).parents[1]


def _examples() -> list[str]:
    return re.findall(r"```python\n(.*?)```", README, re.S)


@pytest.mark.parametrize("example", _examples(), ids=["engine", "correction", "retriever"])
def test_python_examples_run(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python example of the README runs on the project's own corpus and finds something."""
    monkeypatch.setenv("MUKHOMUKHI_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(ROOT)
    if "ingest" not in example:
        example = example.replace("    documents", '    engine.ingest(["corpus"])\n    documents')
    names: dict[str, object] = {}
    exec(compile(example, "README", "exec"), names)  # noqa: S102  # the project's own README
    found = names.get("documents") or names["answer"]
    assert found
    if "documents" in names:
        assert all(document.page_content for document in names["documents"])  # type: ignore[attr-defined]


def test_every_command_is_in_the_readme() -> None:
    """Whoever reads the README learns of every command."""
    use = README.partition("## Use")[2]
    assert [command.name for command in COMMANDS if str(command.name) not in use] == []


def test_every_setting_is_in_the_readme() -> None:
    """Whoever reads the README learns of every setting."""
    names = [f"MUKHOMUKHI_{name.upper()}" for kind in (Settings, BotSettings) for name in kind.model_fields]
    assert [name for name in names if f"`{name}`" not in README] == []


def test_every_direct_dependency_is_in_the_readme() -> None:
    """Each dependency of pyproject.toml stands in the README's table with what it is for."""
    table = README.partition("## Dependencies")[2].partition("##")[0]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    names = re.findall(r'^    "([A-Za-z0-9.\-]+)[>=\[]', project, re.M)
    assert len(names) > 15
    assert [name for name in names if name not in table] == []


def test_make_targets_of_the_readme_exist() -> None:
    """The two commands of the README are targets of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test"):
        assert f"\nmake {target}\n" in README
        assert f"\n{target}: " in makefile
