"""The report about a match for people at a terminal: a sentence for each interaction, then why."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Interaction, Outcome, Reason
from dcsgen.base.terminal import Paint, painter
from dcsgen.base.text import listed
from dcsgen.base.tree import harmless
from dcsgen.builtin.match_reporter._groups import Group, grouped
from dcsgen.plugin import Match, MatchReporter

MOST = 8
"""Names, and reasons of one code, that are shown."""

_COLOURS = {
    Outcome.WORKS: "bold green",
    Outcome.LOSS: "bold yellow",
    Outcome.CANNOT_TELL: "bold",
    Outcome.FAILS: "bold red",
}

_SIGNS = {Outcome.WORKS: "✓", Outcome.LOSS: "≈", Outcome.CANNOT_TELL: "?", Outcome.FAILS: "✗"}
"""Shapes, so that nobody depends on colours."""


def write(match: Match, colour: bool) -> str:
    """The whole report. With `colour`, for terminals."""
    paint = painter(colour)
    lines = [f"{harmless(match.a.name)} {match.a.version} and {harmless(match.b.name)} {match.b.version}"]
    numbers = [paint(f"{match.count(one)} {one}", _COLOURS[one]) for one in Outcome if match.count(one)]
    lines.append(f"{len(match.interactions)} interactions: {', '.join(numbers) or 'none'}")
    for group in grouped(match.interactions):
        lines += ["", *_group(group, paint)]
    lines += map(harmless, match.trouble)
    return "\n".join(lines) + "\n"


def _group(group: Group, paint: Paint) -> Iterator[str]:
    one = group.first
    verdict = paint(f"{_SIGNS[group.outcome]} {group.outcome}", _COLOURS[group.outcome])
    yield f"{verdict}: {harmless(_who(one))}: {harmless(_names(group))}"
    by_code: dict[tuple[str, Outcome], list[Reason]] = {}
    for reason in one.reasons:
        by_code.setdefault((reason.code, reason.outcome), []).append(reason)
    for reasons in sorted(by_code.values(), key=lambda each: -each[0].outcome.rank):
        yield from _reasons(reasons, paint)


def _who(one: Interaction) -> str:
    return (
        f"{one.user.product} ({one.user.application_entity}) → {one.provider.product} "
        f"({one.provider.application_entity})"
    )


def _names(group: Group) -> str:
    shown = listed(list(group.names[:MOST]), "and")
    more = len(group.names) - MOST
    return f"{shown} and {more} more" if more > 0 else shown


def _reasons(reasons: list[Reason], paint: Paint) -> Iterator[str]:
    for reason in reasons[:MOST]:
        yield f"    {_SIGNS[reason.outcome]} {harmless(reason.message)} {paint(harmless(f'({reason.code})'), 'dim')}"
        if reason.condition:
            yield f"        set up: {harmless(reason.condition)}"
        for remedy in reason.remedies:
            yield f"        {remedy.side.upper()} would have to: {harmless(remedy.change)}"
        for place in dict.fromkeys(source.place for source in reason.sources if source.place):
            yield f"        {paint(harmless(str(place)), 'dim')}"
    if len(reasons) > MOST:
        yield f"      and {len(reasons) - MOST} more of {harmless(reasons[0].code)}"


REPORTER = MatchReporter(name="text", write=write)
