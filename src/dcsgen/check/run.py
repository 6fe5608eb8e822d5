"""Runs lint rules over a Capability."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dcsgen.base.finding import Kind, Problem
from dcsgen.base.repair import AddEntry, RenameKey, Reorder, Repair, SetValue
from dcsgen.base.terminal import aside
from dcsgen.model import Capability
from dcsgen.plugin.rule import LintRule, Written


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


def run_rules(capability: Capability, written: Written, rules: Iterable[Offered]) -> Sequence[Outcome]:
    """What each rule finds in a Capability, and in the description that says it, as it is written.

    A rule that raises ends with `trouble` and keeps none of the others from running. What it prints goes to standard
    error, so that reports stay readable for programs.
    """
    with aside():
        return [_run(capability, written, offered) for offered in rules]


def _run(capability: Capability, written: Written, offered: Offered) -> Outcome:
    try:
        problems: tuple[Any, ...] = tuple(offered.rule.find(capability)) + tuple(offered.rule.find_written(written))
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
    if not all(map(_is_path, [problem.path, *problem.related])):
        return "it gave a Problem whose path is not a tuple of keys and indices"
    texts: list[Any] = [problem.message, problem.hint, problem.subject]
    if not all(isinstance(text, str) for text in texts):
        return "it gave a Problem whose message, hint or subject is not text"
    if problem.repair is not None and not _is_repair(problem.repair):
        return "it gave a Problem whose repair is not a Repair with a title and changes that have the right types"
    return ""


def _is_path(path: Any) -> bool:
    return isinstance(path, tuple) and all(isinstance(step, str | int) for step in path)


def _is_repair(repair: Any) -> bool:
    if not isinstance(repair, Repair) or not isinstance(repair.title, str) or not isinstance(repair.changes, tuple):
        return False
    return bool(repair.changes) and all(map(_is_change, repair.changes))


def _is_change(change: Any) -> bool:
    if not isinstance(change, SetValue | RenameKey | AddEntry | Reorder) or not _is_path(change.path):
        return False
    match change:
        case SetValue(path, value):
            return bool(path) and (value is None or isinstance(value, str | int | float))
        case RenameKey(path, key):
            return bool(path) and isinstance(path[-1], str) and isinstance(key, str)
        case AddEntry(_, key, value):
            return isinstance(key, str) and _is_plain(value)
        case Reorder(_, order):
            return isinstance(order, tuple) and all(isinstance(index, int) for index in order)


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(each) for key, each in value.items())
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)
