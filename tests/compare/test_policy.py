"""The policy of a project over judged changes: verdicts, announcements, reasons, steps between versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec import structs

from dcsgen.base.change import Action, Area, Change, Subject, Verdict
from dcsgen.base.finding import Finding, Severity
from dcsgen.base.policy import Announcement, Step
from dcsgen.compare.policy import accepted, announced, every, reweighed, step_missing
from dcsgen.plugin import Judged, Judgement

ENDS = date(2031, 12, 31)
ANNOUNCEMENT = Announcement(path="services.a.*", announced=date(2030, 1, 1), ends=ENDS, where="Notes of 4")


def judged(*path: str, verdict: Verdict = Verdict.BREAKING, echoes: tuple[Judged, ...] = ()) -> Judged:
    change = Change(subject=Subject.SERVICE, action=Action.REMOVED, area=Area.SERVICE, old_path=path)
    judgement = Judgement(code="C999", slug="gone", verdict=verdict, message="m", hurts="h", instead="i")
    return Judged(change=change, judgements=(judgement,), echoes=echoes)


def told(changes: tuple[Judged, ...]) -> list[tuple[str, str]]:
    return [(judgement.accepted, judgement.announced) for _, judgement in every(changes)]


@pytest.mark.parametrize("word", ["c999", "gone"])
def test_another_verdict_stands_beside_that_of_the_rule(word: str) -> None:
    changes = [judged("services", "a", echoes=(judged("services", "a", "role"),))]
    found = [one for _, one in every(reweighed(changes, {word: Verdict.RISKY}))]
    assert [(one.verdict, one.ruled) for one in found] == [(Verdict.RISKY, Verdict.BREAKING)] * 2


def test_the_same_verdict_is_no_other_one() -> None:
    changes = (judged("services", "a"),)
    assert reweighed(changes, {"gone": Verdict.BREAKING, "other": Verdict.RISKY}) == changes


def test_what_was_announced_is_let_through_from_its_day_on() -> None:
    changes = (judged("services", "a", "role"), judged("services", "b", "role"))
    (let, sentence), other = told(announced(changes, [ANNOUNCEMENT], ENDS))
    assert let == sentence == "announced on 2030-01-01 to end on 2031-12-31 (Notes of 4)"
    assert other == ("", "")


@pytest.mark.parametrize(
    ("day", "said"), [(date(2031, 12, 30), "the document is of 2031-12-30"), (None, "the document has no date")]
)
def test_what_comes_too_soon_counts_and_says_so(day: date | None, said: str) -> None:
    ((let, sentence),) = told(announced([judged("services", "a", "role")], [ANNOUNCEMENT], day))
    assert let == ""
    assert sentence.endswith(said)


def test_an_announcement_for_another_rule_or_for_what_is_harmless_says_nothing() -> None:
    other = Announcement(path="*", announced=date(2030, 1, 1), ends=ENDS, where="N", rule="C998")
    assert told(announced([judged("services", "a")], [other], ENDS)) == [("", "")]
    harmless = [judged("services", "a", "role", verdict=Verdict.COMPATIBLE)]
    assert told(announced(harmless, [ANNOUNCEMENT], ENDS)) == [("", "")]


def reasons(*words: str) -> Iterator[Finding]:
    """Findings of which each is accepted for a reason, or not."""
    plain = Finding(code="C999", slug="gone", severity=Severity.ERROR, message="m", owner="Jane")
    return (structs.replace(plain, accepted=word) for word in words)


def test_what_follows_is_let_through_with_its_cause_but_not_the_other_way_round() -> None:
    changes = [judged("services", "a", echoes=(judged("services", "a", "role"),))]
    assert [reason for reason, _ in told(accepted(changes, reasons("why", "")))] == ["why", "why"]
    assert accepted(changes, reasons("why", ""))[0].echoes[0].judgements[0].let_through == "why (Jane)"
    below = accepted(changes, reasons("", "why"))
    assert [reason for reason, _ in told(below)] == ["", "why"]
    assert below[0].counting is Verdict.BREAKING
    assert accepted(changes, reasons("why", ""))[0].counting is None


STEPS = {Verdict.BREAKING: Step.MAJOR, Verdict.COMPATIBLE: Step.MINOR}


@pytest.mark.parametrize(
    ("verdict", "old", "new", "said"),
    [
        (Verdict.BREAKING, "1.9", "2.0", ""),
        (Verdict.BREAKING, "1", "2", ""),
        (Verdict.BREAKING, "v1.0", "v1.1", 'it goes from "v1.0" to "v1.1", which is a minor one'),
        (Verdict.BREAKING, "1.0.0", "1.0.1", "which is a small one"),
        (Verdict.BREAKING, "2.0", "1.0", "which is no later one"),
        (Verdict.BREAKING, "1.0", "1", "which is no later one"),
        (Verdict.BREAKING, "1.0", "1.0", 'it stays "1.0"'),
        (Verdict.BREAKING, "VB10A", "VB10A", 'it stays "VB10A"'),
        (Verdict.BREAKING, "VB10A", "VB20A", "nobody can tell"),
        (Verdict.COMPATIBLE, "1.0", "1.1", ""),
        (Verdict.COMPATIBLE, "1.9", "2.0", ""),
        (Verdict.COMPATIBLE, "1", "1.0.1", "compatible changes need a minor step"),
        (Verdict.EDITORIAL, "1.0", "1.0", ""),
    ],
)
def test_the_step_between_versions(verdict: Verdict, old: str, new: str, said: str) -> None:
    found = step_missing([judged("services", "a", verdict=verdict)], STEPS, old, new, "product")
    assert said in found
    assert bool(said) == bool(found)


def test_accepted_changes_need_no_step_and_announced_ones_do() -> None:
    changes = [judged("services", "a", "role")]
    assert step_missing(accepted(changes, reasons("why")), STEPS, "1.0", "1.1", "product") == ""
    in_time = announced(changes, [ANNOUNCEMENT], ENDS)
    assert in_time[0].counting is None
    assert step_missing(in_time, STEPS, "1.0", "1.1", "product")
