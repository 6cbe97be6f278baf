"""``mukhomukhi doctor``: is everything in place, and if not, what to do."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

from bot.clean import one_line
from bot.commands.help import Documented
from bot.output import console, page_of
from bot.services import Services
from retrieval.errors import IndexBroken, MukhomukhiError

if TYPE_CHECKING:
    from rich.text import Text

    from bot.page import Page
    from bot.texts import Texts
    from retrieval.settings import Settings

State = Literal["ok", "problem", "skipped"]
_SECRET = re.compile(r"(?<=://)[^/@\s]*@")
_SIGNS: dict[State, str] = {"ok": "+", "problem": "!", "skipped": "-"}
_STYLES: dict[State, str] = {"ok": "", "problem": "bold yellow", "skipped": "dim"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at.

    Attributes:
        name: of the thing, as the texts know it.
        look: says what is there, in words.
        needs: names of the checks without which this one means nothing.
    """

    name: str
    look: "Callable[[Settings, Texts], str]"
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    check: str
    state: State
    detail: str = ""


@click.command(cls=Documented)
@click.pass_obj
def doctor(services: Services) -> None:
    """Check that everything is in place.

    That is settings, data folder, database, indexes, embedding model and register.
    Each line says what is there, or what is wrong and what to do. The exit code is 1 when there is
    a problem.

    Example:
        mukhomukhi doctor
    """
    from bot.page import put
    from bot.texts import Texts

    settings = services.settings()
    texts = Texts.of(settings.language)
    target = console()
    failed: set[str] = set()
    for check in CHECKS:
        finding = examine(check, settings, texts, failed)
        if finding.state != "ok":
            failed.add(check.name)
        put(target, _lines(finding, page_of(target, texts)))
    if failed:
        click.get_current_context().exit(1)


def examine(check: Check, settings: "Settings", texts: "Texts", failed: set[str]) -> Finding:
    """Do one check, unless one that it needs has failed."""
    if check.needs & failed:
        return Finding(check.name, "skipped")
    try:
        return Finding(check.name, "ok", check.look(settings, texts))
    except MukhomukhiError as error:
        return Finding(check.name, "problem", str(error))
    except Exception as error:  # whatever is broken, the other checks go on
        return Finding(check.name, "problem", one_line(f"{type(error).__name__}: {error}"))


def _lines(finding: Finding, page: "Page") -> "list[Text]":
    say = page.texts.say
    state = say("check-state", state=finding.state)
    told = f"{_SIGNS[finding.state]} {say('check', check=finding.check)}: {state}"
    detail = f" · {finding.detail}" if finding.detail else ""
    return page.lines(told + detail, _STYLES[finding.state])


def _settings(settings: "Settings", texts: "Texts") -> str:
    del texts
    shown = settings.model_dump(mode="json").items()
    return ", ".join(f"{name}={_SECRET.sub('***@', str(value))}" for name, value in shown if value)


def _folder(settings: "Settings", texts: "Texts") -> str:
    from retrieval.ownership import own

    folder = settings.data_dir.absolute()
    with own(folder):
        return texts.say("check-folder", folder=str(folder))


def _database(settings: "Settings", texts: "Texts") -> str:
    from retrieval.engine import ClaimEngine

    with ClaimEngine(settings) as engine:
        counts = engine.library.counts()
    return texts.say(
        "check-database",
        articles=counts.articles,
        claims=counts.claims,
        claimants=counts.claimants,
    )


def _indexes(settings: "Settings", texts: "Texts") -> str:
    """Compare what both indexes hold with what the database says they should.

    Raises:
        IndexBroken: they differ.
    """
    from retrieval.engine import ClaimEngine
    from retrieval.index.indexes import passage_id

    with ClaimEngine(settings) as engine:
        held = list(engine.library.claims())
        vectors, lexical = engine.indexes.vectors, engine.indexes.lexical
        wanted = (len(held), len({passage_id(claim) for claim in held}))
        dense = (vectors.count("claims"), vectors.count("passages"))
        words = (lexical.count("claims"), lexical.count("passages"))
    if wanted == dense == words:
        return texts.say("check-indexes", claims=wanted[0], passages=wanted[1])
    raise IndexBroken(
        texts.say(
            "check-indexes-off",
            claims=wanted[0],
            passages=wanted[1],
            vectors=dense[0],
            vector_passages=dense[1],
            words=words[0],
            word_passages=words[1],
        )
    )


def _model(settings: "Settings", texts: "Texts") -> str:
    from retrieval.index.embeddings import SentenceEmbeddings

    vector = SentenceEmbeddings(settings.embedding_model).embed_query("মুখোমুখি")
    return texts.say("check-model", model=settings.embedding_model, dimensions=len(vector))


def _register(settings: "Settings", texts: "Texts") -> str:
    from retrieval.claims.register import read_register
    from retrieval.datafiles import corpus_folder

    del settings
    register = read_register(corpus_folder() / "sources.yaml")
    return texts.say("check-register", claimants=len(register.all()))


CHECKS = (
    Check("settings", _settings),
    Check("folder", _folder),
    Check("database", _database, frozenset({"folder"})),
    Check("indexes", _indexes, frozenset({"folder", "database"})),
    Check("model", _model),
    Check("register", _register),
)
