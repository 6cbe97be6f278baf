"""Stance of a claim towards a question: supports, refutes or neutral, and why."""

from retrieval.stance.judge import Judge, RuleJudge, judge_text
from retrieval.stance.relevance import Relevance, relevance_of

__all__ = ["Judge", "Relevance", "RuleJudge", "judge_text", "relevance_of"]
