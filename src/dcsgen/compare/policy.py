"""Puts the policy of a project to judged changes: values in, values out, and the facts stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import structs

from dcsgen.base.change import Change, Verdict
from dcsgen.base.finding import Finding, covers, dotted
from dcsgen.base.policy import Announcement, Step
from dcsgen.plugin.change_rule import Judged, Judgement

_NUMBERS = re.compile(r"[vV]?([0-9]+(?:\.[0-9]+)*)")

_ARTICLES = {Step.MAJOR: "a major", Step.MINOR: "a minor", Step.PATCH: "a small"}


def reweighed(changes: Sequence[Judged], verdicts: Mapping[str, Verdict]) -> tuple[Judged, ...]:
    """The changes with other verdicts, which are given by code or slug; what the rule says stays beside them."""

    def make(change: Change, judgement: Judgement) -> Judgement:
        wanted = verdicts.get(judgement.code.casefold()) or verdicts.get(judgement.slug)
        if wanted is None or wanted is judgement.verdict:
            return judgement
        return structs.replace(judgement, verdict=wanted, ruled=judgement.verdict)

    return _each(changes, make)


def announced(changes: Sequence[Judged], announcements: Sequence[Announcement], day: date | None) -> tuple[Judged, ...]:
    """The changes with what was announced about them. Those that come no sooner than announced are let through.

    `day` is that of the new document; without one nothing is let through.
    """

    def make(change: Change, judgement: Judgement) -> Judgement:
        if judgement.verdict not in (Verdict.BREAKING, Verdict.RISKY):
            return judgement
        meant = [one for one in announcements if _means(one, change, judgement)]
        if not meant:
            return judgement
        first = min(meant, key=lambda one: one.ends)
        told = f"announced on {first.announced} to end on {first.ends} ({first.where})"
        if day is not None and day >= first.ends:
            return structs.replace(judgement, announced=told, accepted=told)
        when = f"and the document is of {day}" if day is not None else "but the document has no date"
        return structs.replace(judgement, announced=f"{told}, {when}")

    return _inherited(_each(changes, make))


def accepted(changes: Sequence[Judged], findings: Iterator[Finding]) -> tuple[Judged, ...]:
    """The changes with the reasons why judgements are let through: `findings` has one for each of `every`.

    What follows from a change that is let through is let through with it.
    """

    def make(change: Change, judgement: Judgement) -> Judgement:
        found = next(findings)
        if not found.accepted:
            return judgement
        return structs.replace(judgement, accepted=found.accepted, owner=found.owner, expires=found.expires)

    return _inherited(_each(changes, make))


def every(changes: Sequence[Judged]) -> Iterator[tuple[Change, Judgement]]:
    """All judgements of changes and of what follows from them, each with its change."""
    for judged in changes:
        yield from ((judged.change, judgement) for judgement in judged.judgements)
        yield from every(judged.echoes)


def step_missing(changes: Sequence[Judged], steps: Mapping[Verdict, Step], old: str, new: str, what: str) -> str:
    """Why the step from one version to the other is too small for the changes; empty if it is not.

    What was announced needs its step in spite of that. `what` is what has the version.
    """
    counting = [one.verdict for _, one in every(changes) if one.accepted in ("", one.announced)]
    wanted = [(steps[verdict], verdict) for verdict in Verdict if verdict in counting and verdict in steps]
    if not wanted:
        return ""
    needed, verdict = min(wanted, key=lambda one: one[0].rank)
    need = f"{verdict} changes need {_ARTICLES[needed]} step in the version of the {what}"
    if old == new:
        return f'{need}, but it stays "{new}"'
    before, after = _NUMBERS.fullmatch(old.strip()), _NUMBERS.fullmatch(new.strip())
    if not before or not after:
        return f'{need}, and nobody can tell whether "{old}" to "{new}" is one: they are not numbers joined by dots'
    made = _step(before[1], after[1])
    if made is None:
        return f'{need}, but it goes from "{old}" to "{new}", which is no later one'
    if made.rank > needed.rank:
        return f'{need}, but it goes from "{old}" to "{new}", which is {_ARTICLES[made]} one'
    return ""


def _step(old: str, new: str) -> Step | None:
    """The step between two versions of numbers joined by dots; None if the new one is not later."""
    before, after = ([int(number) for number in text.split(".")] for text in (old, new))
    length = max(len(before), len(after))
    before, after = ([*numbers, *[0] * (length - len(numbers))] for numbers in (before, after))
    if after <= before:
        return None
    first = next(index for index in range(length) if before[index] != after[index])
    return list(Step)[min(first, 2)]


def _means(announcement: Announcement, change: Change, judgement: Judgement) -> bool:
    word = announcement.rule
    if word and word.casefold() != judgement.code.casefold() and word != judgement.slug:
        return False
    return covers(announcement.path, dotted(change.path))


def _each(changes: Sequence[Judged], make: Callable[[Change, Judgement], Judgement]) -> tuple[Judged, ...]:
    """The changes with each judgement made anew, in the order of `every`."""
    return tuple(
        structs.replace(
            judged,
            judgements=tuple(make(judged.change, one) for one in judged.judgements),
            echoes=_each(judged.echoes, make),
        )
        for judged in changes
    )


def _inherited(changes: Sequence[Judged]) -> tuple[Judged, ...]:
    found = []
    for judged in changes:
        let = [one for one in judged.judgements if one.accepted]
        if let and len(let) == len(judged.judgements):
            judged = structs.replace(judged, echoes=_each(judged.echoes, _like(let[0])))
        found.append(structs.replace(judged, echoes=_inherited(judged.echoes)))
    return tuple(found)


def _like(cause: Judgement) -> Callable[[Change, Judgement], Judgement]:
    def make(change: Change, judgement: Judgement) -> Judgement:
        if judgement.accepted:
            return judgement
        return structs.replace(
            judgement,
            accepted=cause.accepted,
            owner=cause.owner,
            expires=cause.expires,
            announced=judgement.announced or cause.announced,
        )

    return make
