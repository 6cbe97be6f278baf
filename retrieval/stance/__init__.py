"""Stance of a claim towards a question: supports, refutes or neutral, and why."""

from retrieval.stance.combined import judge_text, project_judge
from retrieval.stance.judge import Judge, RuleJudge
from retrieval.stance.relevance import Relevance, relevance_of

__all__ = ["Judge", "Relevance", "RuleJudge", "judge_text", "project_judge", "relevance_of"]
