"""How fast texts become claims: sentences a second through the extraction alone, nothing embedded."""

import time
from dataclasses import dataclass
from pathlib import Path

from retrieval.claims.extract import extract_claims
from retrieval.errors import BadInput
from retrieval.evaluation.claims import passage_article, passage_texts
from retrieval.language.sentences import sentences


@dataclass(frozen=True, slots=True)
class ExtractionSpeed:
    """Measured in one process, one run.

    Attributes:
        texts: that were read.
        sentences: in them.
        claims: that came out.
        wall_s: seconds by the clock.
        cpu_s: seconds of this process's computing.
    """

    texts: int
    sentences: int
    claims: int
    wall_s: float
    cpu_s: float

    @property
    def per_second(self) -> float:
        """Sentences a second by the clock."""
        return self.sentences / self.wall_s

    @property
    def per_cpu_second(self) -> float:
        """Sentences a second of computing; other work on the machine does not lower it."""
        return self.sentences / self.cpu_s


def measure_extraction(file: Path) -> ExtractionSpeed:
    """Time the extraction over a file of Bengali passages; data files are read before the clock starts.

    Args:
        file: JSON lines with ``passage_id`` and ``text``.

    Raises:
        NotFound: the file is not there.
        BadInput: a row is not of the expected form, or there is no sentence in any.
    """
    articles = [passage_article(name, text) for name, text in passage_texts(file).items()]
    count = sum(len(sentences(article.text, *part)) for article in articles for part in article.body)
    if not count:
        raise BadInput(f"{file} holds no sentence; name a file of passages, one object with a text a line.")
    extract_claims(articles[0])
    wall, cpu = time.perf_counter(), time.process_time()
    claims = sum(len(extract_claims(article)) for article in articles)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return ExtractionSpeed(len(articles), count, claims, max(wall, 1e-9), max(cpu, 1e-9))
