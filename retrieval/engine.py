"""The library's front door: opens the stores in one data folder and answers from them.

Everything is built once, here, and closed here. It prints nothing and knows of no front-end.
"""

import logging
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from retrieval.answer import Answerer
from retrieval.claims.extract import EXTRACTOR, extract_claims, publisher_of
from retrieval.corrections import StanceCorrection
from retrieval.datafiles import corpus_folder
from retrieval.decision import check_correction
from retrieval.errors import NotFound
from retrieval.index.embeddings import SentenceEmbeddings
from retrieval.index.indexes import Indexes, OnProgress
from retrieval.index.lexical import LexicalIndex
from retrieval.index.vectors import VectorIndex
from retrieval.ingest import Ingester, IngestReport, OnStep, preview
from retrieval.library import Library
from retrieval.models import Answer, Claim, Stance
from retrieval.ownership import own
from retrieval.preview import claims_of_article
from retrieval.question import read_question
from retrieval.search import Search
from retrieval.settings import Settings
from retrieval.stance import Judge, project_judge

_log = logging.getLogger(__name__)


class ClaimEngine:
    """Articles in, competing sourced claims out.

    Args:
        settings: where the state lives and which model embeds.

    Raises:
        DataFolderInUse: another process owns the data folder.
        BadSetting: a setting cannot work.
        IndexBroken: an index cannot be opened; the message says how to rebuild it.

    Example:
        >>> with ClaimEngine(Settings()) as engine:
        ...     engine.ingest(["corpus/"])
        ...     engine.ask("did Musk talk to Putin regularly?").outcome
        'disputed'
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        folder = settings.data_dir.absolute()
        with ExitStack() as opened:
            opened.enter_context(own(folder))
            url = settings.database_url or f"sqlite:///{folder / 'library.db'}"
            self.library = opened.enter_context(Library.open(url))
            self.indexes = self._open_indexes(folder, opened)
            self._close = opened.pop_all()

    def _open_indexes(self, folder: Path, opened: ExitStack) -> Indexes:
        embeddings = SentenceEmbeddings(self.settings.embedding_model)
        vectors = VectorIndex(folder / "chroma", f"{embeddings.slug}-{EXTRACTOR}", self.settings.chroma_url)
        opened.callback(vectors.close)
        lexical = LexicalIndex(folder / "lexical.db")
        opened.callback(lexical.close)
        indexes = Indexes(self.library, embeddings, vectors, lexical)
        if indexes.lexical.stale or _lost(indexes):
            self.library.queue_all()
        return indexes

    @cached_property
    def _judge(self) -> Judge:
        """The built-in judge, with the model of inference that the settings name beside it."""
        built_in = project_judge()
        if not self.settings.nli_model:
            return built_in
        from retrieval.stance.nli import JudgesTogether, NliJudge

        return JudgesTogether(built_in, NliJudge(self.settings.nli_model))

    @cached_property
    def _answerer(self) -> Answerer:
        search = Search(self.library, self.indexes)
        return Answerer(search, self._judge, self.library.corrections.standing)

    def ask(self, question: str, top: int | None = None) -> Answer:
        """The competing claims on a question.

        Args:
            question: in Bengali, English or romanised Bengali.
            top: at most so many claimants on each side; all by default.

        Raises:
            BadQuestion: it holds nothing to ask, or is too long.
        """
        self.indexes.catch_up()
        return self._answerer.answer(question, top)

    def correct_stance(
        self,
        question: str,
        claim_id: str,
        stance: Stance,
        *,
        by: str,
        reason: str,
        answer: str | None = None,
    ) -> StanceCorrection:
        """Decide which side a claim takes in a question; from now on that wins over every judge.

        Args:
            question: as anyone may ask it; chat, case, digits and punctuation make no difference.
            claim_id: of a published claim.
            stance: its side; neutral where the question is open.
            by: who decides.
            reason: why, in words that are shown to moderators.
            answer: for an open question what the claim answers; None if it answers nothing.

        Raises:
            BadQuestion: there is nothing to ask in ``question``.
            NotFound: no published claim has this id.
            BadInput: no reason or no name is given, or side or answer do not fit the question.
        """
        read = read_question(question)
        check_correction(read, stance, answer, by=by, reason=reason)
        if not self.library.claims_by_id([claim_id]):
            raise NotFound(f"There is no claim {claim_id}; list them with: mukhomukhi claims --json")
        return self.library.corrections.add(
            claim_id, read.key, stance, question=read.text, answer=answer, reason=reason, by=by
        )

    def withdraw_stance_correction(self, question: str, claim_id: str, *, by: str, reason: str) -> None:
        """Take a correction back: the judge decides again.

        Raises:
            NotFound: no correction holds for this claim and question.
        """
        read = read_question(question)
        check_correction(read, None, None, by=by, reason=reason)
        if claim_id not in self.library.corrections.standing(read.key):
            raise NotFound(f"No correction holds for claim {claim_id} in the question {read.text!r:.200}.")
        self.library.corrections.add(
            claim_id, read.key, None, question=read.text, answer=None, reason=reason, by=by
        )

    def stance_corrections(
        self, question: str | None = None, *, history: bool = False
    ) -> list[StanceCorrection]:
        """Moderators' corrections of stances, oldest first.

        Args:
            question: only of this one.
            history: also those that were replaced, and withdrawals.
        """
        key = None if question is None else read_question(question).key
        kept = self.library.corrections
        return kept.history(key) if history else kept.all(key)

    def search(self, question: str, limit: int = 10) -> list[Claim]:
        """The claims that bear on a question, best first, whatever their side.

        Args:
            question: in Bengali, English or romanised Bengali.
            limit: at most so many.

        Raises:
            BadQuestion: it holds nothing to ask, or is too long.
        """
        self.indexes.catch_up()
        return self._answerer.relevant(question)[:limit]

    def near(self, question: str, limit: int = 3) -> list[str]:
        """What might have been meant by a question that finds nothing: titles of articles, best first.

        Args:
            question: in Bengali, English or romanised Bengali.
            limit: at most so many.

        Raises:
            BadQuestion: it holds nothing to ask, or is too long.
        """
        self.indexes.catch_up()
        return self._answerer.near(question, limit)

    def ingest(
        self,
        inputs: Sequence[str],
        *,
        remove_missing: bool = False,
        on_step: OnStep | None = None,
    ) -> IngestReport:
        """Take in files, folders and URLs; see ``Ingester.ingest``."""
        ingester = Ingester(self.library, self.indexes)
        return ingester.ingest(inputs, remove_missing=remove_missing, on_step=on_step)

    def ingest_corpus(self, on_step: OnStep | None = None) -> IngestReport:
        """Take in the articles that an empty library starts with."""
        folder = self.settings.corpus_dir or corpus_folder()
        return self.ingest([str(folder)], on_step=on_step)

    @property
    def empty(self) -> bool:
        """Whether the library holds no article."""
        return self.library.counts().articles == 0

    def claims(self, name: str | None = None) -> list[Claim]:
        """The claims of one article, or of all.

        Args:
            name: an article's id, path or file name; a file that is not stored is split on the spot.

        Raises:
            NotFound: there is no such article or file.
            BadArticle: the file is no article.
        """
        if name is None:
            return list(self.library.claims())
        stored = self.library.article(str(Path(name).absolute())) or self.library.article(name)
        if stored:
            return list(self.library.claims(stored.id))
        if not Path(name).exists():
            raise NotFound(f"No article {name!r}; list them with: mukhomukhi articles")
        article = preview(Path(name))
        return claims_of_article(article, extract_claims(article), publisher_of(article))

    def reindex(self, on_progress: OnProgress | None = None) -> int:
        """Rebuild both indexes from the database; how many articles they hold."""
        return self.indexes.rebuild(on_progress)

    def close(self) -> None:
        """Close every store and let go of the data folder."""
        self._close.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _lost(indexes: Indexes) -> bool:
    """Whether an index is empty though the database holds claims (its folder was deleted)."""
    if indexes.library.counts().claims == 0:
        return False
    return indexes.vectors.count("claims") == 0 or indexes.lexical.count("claims") == 0
