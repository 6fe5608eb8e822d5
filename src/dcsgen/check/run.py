"""Runs lint rules over a Capability."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dcsgen.base.finding import Problem
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
        return Outcome(offered.provider, offered.rule, tuple(offered.rule.find(capability)))
    except Exception as trouble:
        reason = f"{type(trouble).__name__}: {trouble}"
        return Outcome(offered.provider, offered.rule, (), reason)
