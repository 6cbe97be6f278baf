"""``mukhomukhi eval``: the measures, on any labelled files. Plain tables, and every miss with --verbose."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.help import Documented, DocumentedGroup
from bot.output import note
from bot.services import Services

if TYPE_CHECKING:
    from retrieval.evaluation.claims import ClaimScores
    from retrieval.evaluation.questions import LanguageScores, QuestionScores
    from retrieval.evaluation.stance import StanceScores

_FILE = click.Path(path_type=Path)
_verbose = click.option("--verbose", is_flag=True, help="Also list every row that is not as labelled.")


@click.group(name="eval", cls=DocumentedGroup)
def evaluate() -> None:
    """Measure the parts on labelled files; the README beside them says what the rows hold.

    Example:
        mukhomukhi eval claims ../shared/eval/claims.jsonl
    """


@evaluate.command(cls=Documented)
@click.argument("file", type=_FILE)
@click.option("--passages", type=_FILE, help="The texts that rows name by passage_id (JSON lines).")
@_verbose
def claims(file: Path, passages: Path | None, verbose: bool) -> None:
    """Attributed claims found, F1 of spans, and how many have the right claimant.

    Example:
        mukhomukhi eval claims ../shared/eval/attribution_bn.jsonl
    """
    from retrieval.evaluation.claims import measure_claims

    _show_claims(measure_claims(file, passages), verbose)


def _show_claims(scores: "ClaimScores", verbose: bool) -> None:
    click.echo(f"labelled {scores.expected}  found {scores.matched}  predicted {scores.predicted}")
    click.echo(f"claim F1 {scores.f1:.3f}  claimant right {scores.claimant_accuracy:.3f} of found")
    if scores.references[0]:
        click.echo(f"references resolved {scores.references[1]} of {scores.references[0]}")
    for mark, (expected, matched, right) in sorted(scores.by_mark.items()):
        click.echo(f"  {mark:10} labelled {expected:4}  found {matched:4}  claimant right {right:4}")
    if not verbose:
        return
    for text, claimant in scores.missed:
        click.echo(f"missed: [{claimant}] {text}")
    for text, expected_name, predicted in scores.wrong:
        click.echo(f"claimant: {predicted} for {expected_name}: {text}")
    for text in scores.extra:
        click.echo(f"extra: {text}")


@evaluate.command(cls=Documented)
@click.argument("file", type=_FILE)
@click.option("--limit", type=click.IntRange(min=1), help="Judge so many rows, spread over the file.")
@click.option("--rules", is_flag=True, help="Measure the rules alone, without the learned judge.")
@_verbose
def stance(file: Path, limit: int | None, rules: bool, verbose: bool) -> None:
    """Stances judged as labelled, and the share on the opposite side.

    FILE holds JSON lines of question, claim and stance, or is HealthVer's CSV or BanMANI's JSON lines.

    Example:
        mukhomukhi eval stance ../shared/eval/stance.jsonl
        mukhomukhi eval stance ../shared/data/healthver/dev.csv --limit 500
    """
    from retrieval.evaluation.stance import judging_ms, measure_stance
    from retrieval.stance import RuleJudge

    judge = RuleJudge() if rules else None
    _show_stance(measure_stance(file, limit, judge), verbose)
    click.echo(f"20 claims judged in {judging_ms(file, judge)} ms (median)")


def _show_stance(scores: "StanceScores", verbose: bool) -> None:
    click.echo(f"rows {scores.rows}  accuracy {scores.accuracy:.3f}  macro F1 {scores.macro_f1:.3f}")
    click.echo(f"opposite side {scores.opposite}")
    for group, (rows, right) in sorted(scores.by_group.items()):
        click.echo(f"  {group:22} rows {rows:4}  right {right:4}  {right / rows:.3f}")
    if verbose:
        for question, claim, labelled, judged, reason in scores.wrong:
            click.echo(f"{judged} for {labelled} ({reason}): {question} | {claim}")


@evaluate.command(cls=Documented)
@click.argument("file", type=_FILE)
@click.option("--library", type=_FILE, help="Keep the library here and use it again; else a temporary one.")
@_verbose
@click.pass_obj
def questions(services: Services, file: Path, library: Path | None, verbose: bool) -> None:
    """Expected claimants on the right side of the answer, and silence where nothing is to be found.

    The pages or passages that the rows speak of are ingested first, into a library of their own.

    Example:
        mukhomukhi eval questions ../shared/eval/questions.jsonl
    """
    from retrieval.engine import ClaimEngine
    from retrieval.evaluation.questions import measure_questions, prepare_articles

    with tempfile.TemporaryDirectory() as scratch:
        settings = services.settings().model_copy(update={"data_dir": library or Path(scratch)})
        with ClaimEngine(settings) as engine:
            note("ingesting what the rows speak of ...")
            prepare_articles(engine, file)
            _show_questions(measure_questions(engine, file), verbose)


def _show_questions(scores: "QuestionScores", verbose: bool) -> None:
    for language, counts in sorted(scores.by_language.items()):
        click.echo(f"{language:8} {_line(counts)}")
    if verbose:
        for line in scores.wrong:
            click.echo(line)


def _line(counts: "LanguageScores") -> str:
    silent = counts.asked - counts.answerable
    return (
        f"asked {counts.asked}  answered {counts.answered} of {counts.answerable}"
        f"  with an expected claim {counts.hit}  expected found {counts.found} of {counts.expected}"
        f"  right side {counts.right_side}  opposite {counts.opposite}  silent {counts.silent} of {silent}"
    )


@evaluate.command(cls=Documented)
@click.argument("folder", type=_FILE)
def pages(folder: Path) -> None:
    """F1 of the article's body over saved pages with the body marked.

    Example:
        mukhomukhi eval pages ../shared/data/pages
    """
    from retrieval.articles.measure import measure_pages

    scores = measure_pages(folder)
    click.echo(f"pages {scores.pages}")
    click.echo(f"precision {scores.precision:.3f}  recall {scores.recall:.3f}  F1 {scores.f1:.3f}")


@evaluate.command(cls=Documented)
@click.argument("folder", type=_FILE)
def polnear(folder: Path) -> None:
    """Overlap of English contents and sources with PolNeAR's labels, over characters.

    Example:
        mukhomukhi eval polnear ../shared/data/polnear
    """
    from retrieval.evaluation.polnear import measure_polnear

    scores = measure_polnear(folder)
    click.echo(f"articles {scores.articles}  labelled {scores.labelled}  predicted {scores.predicted}")
    for name, (precision, recall, f1) in (("content", scores.content), ("source", scores.source)):
        click.echo(f"{name:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


@evaluate.command(cls=Documented)
@click.argument("file", type=_FILE)
def extraction(file: Path) -> None:
    """Sentences a second from text to claims, nothing embedded or stored, over Bengali passages.

    FILE holds JSON lines of passage_id and text.

    Example:
        mukhomukhi eval extraction ../shared/data/bangla-news-qa/passages.jsonl
    """
    from retrieval.evaluation.extraction import measure_extraction

    speed = measure_extraction(file)
    click.echo(f"passages {speed.texts}  sentences {speed.sentences}  claims {speed.claims}")
    click.echo(f"by the clock {speed.wall_s:.1f} s  {speed.per_second:.0f} sentences/s")
    click.echo(f"computing    {speed.cpu_s:.1f} s  {speed.per_cpu_second:.0f} sentences/s")


@evaluate.command(cls=Documented)
@click.option("--claims", "count", type=click.IntRange(min=40), default=2000, help="Claims to make.")
@click.pass_obj
def speed(services: Services, count: int) -> None:
    """Texts embedded a second beside the bare engine, and milliseconds to an answer, on made-up claims.

    Example:
        mukhomukhi eval speed --claims 2000
    """
    from retrieval.engine import ClaimEngine
    from retrieval.evaluation.speed import measure_speed

    with tempfile.TemporaryDirectory() as scratch:
        settings = services.settings().model_copy(update={"data_dir": Path(scratch)})
        with ClaimEngine(settings) as engine:
            scores = measure_speed(engine, count)
    click.echo(f"claims {scores.claims}  texts embedded {scores.texts}")
    click.echo(f"ingest {scores.ingest_rate} texts/s  bare engine {scores.engine_rate} texts/s")
    click.echo(f"ask median {scores.ask_median_ms} ms  p95 {scores.ask_p95_ms} ms")
    click.echo(f"peak memory {scores.peak_mb} MB (with a second engine for comparison)")
