"""What claims answer to open questions: how many, how often, who, when, where, why."""

from retrieval.answers.find import Finder
from retrieval.answers.told import Told

__all__ = ["Finder", "Told"]
