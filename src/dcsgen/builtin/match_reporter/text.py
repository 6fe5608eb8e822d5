"""The report about a match for people at a terminal: answers first, then what to set up, what is not stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dcsgen.base.finding import dotted
from dcsgen.base.interaction import Outcome, Workflow
from dcsgen.base.place import Place
from dcsgen.base.terminal import Paint, columns_of, painter, text_width
from dcsgen.base.tree import harmless
from dcsgen.builtin.match_reporter._lines import (
    Condition,
    Line,
    Lone,
    Sort,
    conditions,
    lines,
    lone,
    questions,
    told_lone,
)
from dcsgen.builtin.match_reporter._outcomes import SIGNS
from dcsgen.builtin.match_reporter._sentences import lead, named
from dcsgen.plugin import Match, MatchReporter
from dcsgen.plugin.match_reporter import Product

MOST = 6
"""Reasons of one code, Application Entities, and rows of a list that are shown; other forms have them all."""

MOST_PLACES = 4

_STYLES = re.compile("\x1b\\[[0-9;]*m")

_COLOURS = {
    Outcome.WORKS: "bold green",
    Outcome.LOSS: "bold yellow",
    Outcome.CANNOT_TELL: "bold",
    Outcome.FAILS: "bold red",
}


def write(match: Match, colour: bool) -> str:
    """The whole report. With `colour`, it is for a terminal, and lines are as long as that is wide."""
    paint = painter(colour)
    where = f" at {harmless(match.site)}" if match.site else ""
    text = [
        paint(harmless(f"{match.a.title} and {match.b.title}") + where, "bold"),
        lead(match),
        *(harmless(said) for said in match.at_site),
    ]
    if match.workflows:
        ordered = sorted(match.workflows, key=lambda one: -one.outcome.rank)
        text += ["", paint("Workflows", "bold underline"), *(line for one in ordered for line in _workflow(one, paint))]
    answers = lines(match)
    if answers:
        text += ["", paint("What they can do together, one by one", "bold underline")]
        text += [part for line in answers for part in _line(line, match, paint)]
    for part in (_conditions(match, paint), _questions(match, paint), _lone(match, paint)):
        text += part
    text += [harmless(sentence) for sentence in match.trouble]
    serious = next((sort.code for line in answers for sort in line.sorts), "")
    if serious:
        text += ["", f"What a code means, and what to do: {paint(f'dcsgen explain {harmless(serious)}', 'bold')}"]
    return "\n".join(part for line in text for part in (_wrapped(line, text_width()) if colour else [line])) + "\n"


def _wrapped(line: str, width: int) -> list[str]:
    """A line for a terminal, broken between words; what goes on stands further in."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    lines = [indent]
    for word in line.split():
        space = "" if lines[-1].isspace() or not lines[-1] else " "
        if space and columns_of(_STYLES.sub("", lines[-1] + space + word)) > width:
            lines.append(f"{indent}    {word}")
        else:
            lines[-1] += space + word
    return lines


def _verdict(outcome: Outcome, paint: Paint) -> str:
    return paint(f"{SIGNS[outcome]} {outcome}", _COLOURS[outcome])


def _workflow(one: Workflow, paint: Paint) -> Iterator[str]:
    why = f": {harmless(one.message)}" if one.message else ""
    yield f"{_verdict(one.outcome, paint)}: {harmless(one.title)}{why}"
    for step in one.steps:
        # What is to blame has been said.
        if step.outcome is Outcome.WORKS or (one.message.endswith(step.message) and not step.optional):
            continue
        kind = f"by {step.way}: " if step.way else "optional: " if step.optional else ""
        reason = "for the same reason" if one.message.endswith(step.message) else step.message
        sign = paint(SIGNS[step.outcome], _COLOURS[step.outcome])
        yield f"    {sign} {kind}{harmless(f'{step.title}: {reason}')}"


def _line(line: Line, match: Match, paint: Paint) -> Iterator[str]:
    pairs = paint(harmless(f"({_most(line.pairs)})"), "dim")
    yield f"{_verdict(line.outcome, paint)}: {harmless(line.sentence)} {pairs}"
    for sort in line.sorts:
        yield from _sort(sort, paint)
    for number, remedy in enumerate(line.remedies):
        label = paint("or:" if number else "way out:", "bold")
        yield f"    {label} {harmless(f'{match.product(remedy.side).name} would have to {remedy.change}')}"


def _sort(sort: Sort, paint: Paint) -> Iterator[str]:
    sign = f"{paint(SIGNS[sort.outcome], _COLOURS[sort.outcome])} {paint(harmless(sort.code), 'dim')}"
    if sort.gathered:
        yield f"    {sign} {harmless(sort.told)}"
        yield f"        {harmless(_most(sort.subjects))}"
        yield from _places(sort.places, paint)
        return
    for told, where in sort.each[:MOST]:
        yield f"    {sign} {harmless(told)}"
        yield from _places(where, paint)
    if len(sort.reasons) > MOST:
        yield f"    and {len(sort.reasons) - MOST} more of {harmless(sort.code)}"


def _places(places: Sequence[Place], paint: Paint) -> Iterator[str]:
    if places:
        yield f"        {paint(harmless(_most([str(place) for place in places], MOST_PLACES)), 'dim')}"


def _conditions(match: Match, paint: Paint) -> list[str]:
    found = conditions(match)
    if not found:
        return []
    text = ["", paint("What has to be set up first", "bold underline")]
    needed = [one for one in found if not one.trial]
    by_code: dict[str, list[Condition]] = {}
    for one in needed:
        by_code.setdefault(one.reason.code, []).append(one)
    for code, alike in by_code.items():
        for one in alike[:MOST]:
            text.append(f"{paint('□', 'bold')} {harmless(one.what)} {paint(harmless(code), 'dim')}")
            text.append(f"        {harmless(one.reason.message)}")
            text += _places(one.places, paint)
        if len(alike) > MOST:
            text.append(f"  and {len(alike) - MOST} more of {harmless(code)}")
    if len(needed) < len(found):
        text.append(f"  and {len(found) - len(needed)} more to try the connection; other forms have them")
    return text


def _questions(match: Match, paint: Paint) -> list[str]:
    found = questions(match)
    if not found:
        return []
    text = ["", paint("What is not stated, to be asked of the vendor", "bold underline")]
    for one in found:
        text.append(harmless(f"? {one.product} does not state {one.what}, for {named(one.names)}"))
        where = f"{one.missing.place}: " if one.missing.place else ""
        text.append(f"        {paint(harmless(where + dotted(one.missing.path)), 'dim')}")
    return text


def _lone(match: Match, paint: Paint) -> list[str]:
    found = lone(match)
    if not found:
        return []
    uses = [f"{SIGNS[one.first.outcome]} {harmless(told_lone(one, match))}" for one in found if one.is_use]
    offers = [
        _offers(product, [one for one in found if one.first.taker.side is product.side])
        for product in (match.a, match.b)
    ]
    return ["", paint("What has no counterpart", "bold underline"), *uses, *filter(None, offers)]


def _offers(product: Product, found: Sequence[Lone]) -> str:
    """What a product offers and the other one does not use, in a line; empty if there is nothing."""
    own = [one for one in found if one.first.taker.side is product.side and not one.is_use]
    names = [name for one in own for name in one.names]
    return harmless(f"  {product.name} offers what the other one does not use: {named(names)}") if names else ""


def _most(texts: Sequence[str], most: int = MOST) -> str:
    shown = ", ".join(texts[:most])
    return f"{shown} and {len(texts) - most} more" if len(texts) > most else shown


REPORTER = MatchReporter(name="text", write=write)
