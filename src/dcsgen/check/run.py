"""Runs lint rules over a Capability."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dcsgen.base.finding import Kind, Problem
from dcsgen.model import Capability
from dcsgen.plugin.rule import LintRule


class Offered(NamedTuple):
    """A rule and the plug-in that gives it; the provider of dcsgen's own rules is empty."""

    provider: str
    rule: LintRule


class Outcome(NamedTuple):
    """What one rule found, or why it could not finish."""

    provider: str
    rule: LintRule
    problems: tuple[Problem, ...]
    trouble: str = ""


def run_rules(capability: Capability, rules: Iterable[Offered]) -> Sequence[Outcome]:
    """What each rule finds; a rule that raises ends with `trouble` and keeps none of the others from running."""
    return [_run(capability, offered) for offered in rules]


def _run(capability: Capability, offered: Offered) -> Outcome:
    try:
        problems: tuple[Any, ...] = tuple(offered.rule.find(capability))
        trouble = next((wrong for problem in problems if (wrong := _wrong(problem))), "")
    except KeyboardInterrupt:
        raise
    # A rule of a plug-in may call `sys.exit`; that must not end the run of all others.
    except BaseException as error:
        return Outcome(offered.provider, offered.rule, (), f"{type(error).__name__}: {error}")
    return Outcome(offered.provider, offered.rule, () if trouble else problems, trouble)


def _wrong(problem: Any) -> str:
    """Why something that a rule gave cannot be reported; empty if it can."""
    if not isinstance(problem, Problem) or not isinstance(problem.kind, Kind):
        return f"it gave an object of class {type(problem).__name__}, not a Problem"
    paths: list[Any] = [problem.path, *problem.related]
    if not all(isinstance(path, tuple) and all(isinstance(step, str | int) for step in path) for path in paths):
        return "it gave a Problem whose path is not a tuple of keys and indices"
    texts: list[Any] = [problem.message, problem.hint, problem.subject]
    if not all(isinstance(text, str) for text in texts):
        return "it gave a Problem whose message, hint or subject is not text"
    return ""
