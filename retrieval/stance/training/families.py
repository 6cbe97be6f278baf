"""The authored data: families of questions and claims about one event each, read from ``data/``."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from retrieval.models import ArticleLanguage, QuestionLanguage, Stance

FOLDER = Path(__file__).parent / "data"
_HELD_OUT = 10  # one family in so many is never trained on


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as authored."""

    text: str
    context: str
    language: ArticleLanguage
    stance: Stance
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as authored; ``opposite`` ones turn the stance of every claim round."""

    text: str
    language: QuestionLanguage
    opposite: bool


@dataclass(frozen=True)
class Family:
    """One event: every question goes with every claim."""

    id: str
    topic: str
    asked: tuple[Asked, ...]
    told: tuple[Told, ...]

    @cached_property
    def held_out(self) -> bool:
        """Whether it is kept for validation: by a hash of its name, so new families move no old one."""
        return zlib.crc32(self.id.encode()) % _HELD_OUT == 0


def read_families(folder: Path = FOLDER) -> list[Family]:
    """All families of the JSON-lines files in a folder, in the order of their names."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.jsonl"))]
    lines = [line for text in texts for line in text.split("\n")]
    families = {family.id: family for line in lines if line.strip() for family in [_family(json.loads(line))]}
    return list(families.values())


def _family(row: dict[str, Any]) -> Family:
    asked = (*_asked(row["questions"], False), *_asked(row["opposite"], True))
    told = tuple(
        Told(
            claim["text"],
            claim["context"],
            claim["lang"],
            claim["stance"],
            tuple(part.strip() for part in claim["how"].split(",")),
        )
        for claim in row["claims"]
    )
    return Family(row["id"], row["topic"], asked, told)


def _asked(questions: dict[QuestionLanguage, Sequence[str]], opposite: bool) -> list[Asked]:
    return [Asked(text, language, opposite) for language, texts in questions.items() for text in texts]
