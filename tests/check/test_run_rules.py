"""Rules are run one by one, and none can do harm."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from dcsgen import api
from dcsgen.base.finding import Kind, Problem, Severity
from dcsgen.base.repair import AddEntry, RenameKey, Reorder, Repair, SetValue
from dcsgen.check.run import Offered, run_rules
from dcsgen.plugin.rule import LintRule, Written
from dcsgen.plugin.testing import minimal_description

KIND = Kind(code="acme/S1", slug="s", severity=Severity.NOTE, what="w", why="y", instead="i")
PROBLEM = KIND.at(("product",), "m")


WRONG: list[Any] = [
    "rename it",
    Repair(title=5, changes=(SetValue(("a",), 1),)),  # type: ignore[arg-type]
    Repair(title="t", changes=()),
    Repair(title="t", changes=("set",)),  # type: ignore[arg-type]
    Repair(title="t", changes=(SetValue((), 1),)),
    Repair(title="t", changes=(SetValue(("a",), ["b"]),)),  # type: ignore[arg-type]
    Repair(title="t", changes=(SetValue("a", 1),)),  # type: ignore[arg-type]
    Repair(title="t", changes=(RenameKey(("a", 0), "b"),)),
    Repair(title="t", changes=(AddEntry((), "a", {"b": {1, 2}}),)),
    Repair(title="t", changes=(Reorder(("a",), "10"),)),  # type: ignore[arg-type]
]


def run(find: Callable[[Any], Any]) -> tuple[tuple[Problem, ...], str]:
    (outcome,) = run_rules(
        api.capability_of(minimal_description()),
        Written(minimal_description()),
        [Offered("acme", LintRule(KIND, find))],
    )
    assert (outcome.provider, outcome.rule.kind) == ("acme", KIND)
    return outcome.problems, outcome.trouble


def test_what_a_rule_finds_is_given() -> None:
    assert run(lambda capability: [PROBLEM, PROBLEM]) == ((PROBLEM, PROBLEM), "")


class OddError(BaseException):
    """Something that is no `Exception`."""


def odd(capability: Any) -> Any:
    yield PROBLEM
    raise OddError("odd")


@pytest.mark.parametrize(
    ("find", "trouble"),
    [
        (lambda capability: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda capability: sys.exit(3), "SystemExit: 3"),
        (odd, "OddError: odd"),
        (lambda capability: None, "TypeError: 'NoneType' object is not iterable"),
        (lambda capability: [PROBLEM, "text"], "it gave an object of class str, not a Problem"),
        (lambda capability: [Problem(kind="S1", path=(), message="m")], "it gave an object of class Problem"),  # type: ignore[arg-type]
        (lambda capability: [KIND.at("services", "m")], "whose path is not a tuple"),  # type: ignore[arg-type]
        (lambda capability: [KIND.at((1.5,), "m")], "whose path is not a tuple"),  # type: ignore[arg-type]
        (lambda capability: [KIND.at((), "m", related=("a",))], "whose path is not a tuple"),  # type: ignore[arg-type]
        (lambda capability: [KIND.at((), 5)], "message, hint or subject is not text"),  # type: ignore[arg-type]
        (lambda capability: [KIND.at((), "m", subject=None)], "is not text"),  # type: ignore[arg-type]
        *(
            (lambda capability, wrong=wrong: [KIND.at((), "m", repair=wrong)], "repair is not a Repair")
            for wrong in WRONG
        ),
    ],
)
def test_a_rule_that_fails_gives_trouble_and_nothing_else(find: Callable[[Any], Any], trouble: str) -> None:
    problems, told = run(find)
    assert problems == ()
    assert trouble in told


def test_ctrl_c_gets_through() -> None:
    def interrupted(capability: Any) -> Any:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(interrupted)


def test_what_a_rule_prints_is_no_part_of_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    def talkative(capability: Any) -> list[Problem]:
        print("looking")
        return [PROBLEM]

    assert run(talkative)[0] == (PROBLEM,)
    assert capsys.readouterr() == ("", "looking\n")
