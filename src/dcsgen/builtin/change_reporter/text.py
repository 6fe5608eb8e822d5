"""The report about differences for people: how many of what first, then everything by area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dcsgen.base.change import Verdict
from dcsgen.base.finding import Finding, Severity
from dcsgen.base.place import Place
from dcsgen.base.site import Answer
from dcsgen.base.terminal import Paint, painter
from dcsgen.base.tree import harmless
from dcsgen.base.witness import AnyWitness
from dcsgen.builtin.change_reporter import _outcome
from dcsgen.builtin.change_reporter._alike import Alike
from dcsgen.builtin.change_reporter._effects import said
from dcsgen.builtin.change_reporter._order import by_area, counts
from dcsgen.builtin.change_reporter._pairs import AS_WHOLES, Pair, divided, entities
from dcsgen.plugin import ChangeReporter, Difference, Judged, Judgement

MOST = 40
"""Lines under one change that are shown of what follows from it."""

FEW = 8
"""Names that are shown of compatible and editorial changes that are alike; all are shown of the others."""

_COLOURS = {
    Verdict.BREAKING: "bold red",
    Verdict.RISKY: "bold yellow",
    Verdict.COMPATIBLE: "bold green",
    Verdict.EDITORIAL: "bold cyan",
}

_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}

_ACCEPTED = "dim"


def write(difference: Difference, colour: bool) -> str:
    """The whole report; one line if nothing differs. With `colour`, for terminals."""
    paint = painter(colour)
    head = f"{harmless(difference.old_product)} → {harmless(difference.new_product)}"
    trouble = "".join(f"{harmless(sentence)}\n" for sentence in difference.trouble)
    trouble = "".join(f"\n{_finding(one, paint)}" for one in difference.findings) + trouble
    if not difference.changes:
        return f"{head}: nothing differs\n{trouble}"
    let = f"; {difference.accepted} of them accepted" if difference.accepted else ""
    lines = [f"{head}: {_numbers(difference.changes, paint)}{let}"]
    lines += _head(difference, paint)
    explained: set[str] = set()
    for area, groups in by_area(difference.changes):
        changes = [one for group in groups for one in group.members]
        lines += ["", f"{paint(str(area).capitalize(), 'bold')}: {_numbers(changes, paint)}"]
        for group in groups:
            lines += _block(group, paint, explained, difference.proven)
    first = min(difference.changes, key=lambda one: (one.counting or Verdict.EDITORIAL).rank)
    worst = min(first.judgements, key=lambda one: one.verdict.rank)
    lines += ["", f"Why, and what to do: {paint(f'dcsgen explain {harmless(worst.code)}', 'bold')}"]
    return "\n".join(lines) + "\n" + trouble


def _head(difference: Difference, paint: Paint) -> Iterator[str]:
    """Whom it affects, why it passes or fails, and for two products how they are read and what was held together."""
    if difference.site:
        yield f"at {harmless(difference.site)}: {_answers(difference.changes)}"
        for peer in _outcome.peers(difference):
            where = f" in {', '.join(peer.workflows)}" if peer.workflows else ""
            yield f"  {harmless(f'{peer.name}{where}')}: {_numbered(peer.counts, 'it')}"
    told = _outcome.unstated(difference)
    if told:
        yield harmless(told)
    yield paint(harmless(_outcome.result(difference)), "bold")
    if not difference.same_product:
        old, new = harmless(difference.old_product), harmless(difference.new_product)
        yield f'Different products: "gone" and "no longer" is what only {old} has, "new" and "too" what only {new} has.'
    pairs = entities(difference)
    if pairs:
        yield "Application Entities:"
        yield from (f"  {_pair(pair)}" for pair in pairs)
    if divided(difference):
        yield f"  {AS_WHOLES}"


def _pair(pair: Pair) -> str:
    because = f"{pair.aligned.because}, {pair.likeness}" if pair.whole else pair.aligned.because
    pin = f"; --pin application_entities.{pair.old}={pair.new} keeps it" if pair.guessed else ""
    return harmless(f"{pair.old or '(none)'} → {pair.new or '(none)'} ({because}{pin})")


def _numbers(changes: Sequence[Judged], paint: Paint) -> str:
    return ", ".join(paint(f"{number} {verdict}", _COLOURS[verdict]) for verdict, number in counts(changes))


def _block(alike: Alike, paint: Paint, explained: set[str], proven: bool) -> Iterator[str]:
    """A change with its places, what its verdict means where that has not been said, and the names of those like it."""
    judged = alike.first
    for index, judgement in enumerate(judged.judgements):
        yield f"  {_sentence(judgement, paint)}"
        if index == 0:
            yield from _places(judged, paint)
            yield from _effects(judged, paint)
        yield from _policy(judgement, paint)
        if judgement.accepted:
            continue
        if judgement.code not in explained and judgement.verdict in (Verdict.BREAKING, Verdict.RISKY):
            explained.add(judgement.code)
            yield f"      {paint('hurts:', 'bold')} {harmless(judgement.hurts)}"
            yield f"      {paint('instead:', 'bold')} {harmless(judgement.instead)}"
    if proven:
        # Where only something that follows breaks, that is shown.
        shown = next((one.witness for one in judged.every() if one.witness is not None), None)
        yield from _witness(shown, paint) if shown is not None else ()
    followers = list(_echoes(judged, "      "))
    serious = [(indent, one) for indent, one in followers if one.verdict is not Verdict.EDITORIAL]
    yield from (f"{indent}{_sentence(one, paint)}" for indent, one in serious[:MOST])
    if len(serious) > MOST:
        yield f"      {len(serious) - MOST} more follow from it; --output json=FILE writes all"
    editorial = len(followers) - len(serious)
    if editorial:
        yield f"      {editorial} {'references and texts follow' if editorial > 1 else 'reference or text follows'} it"
    yield from _others(alike, paint)


def _others(alike: Alike, paint: Paint) -> Iterator[str]:
    """The names of those that are like the first, and how much follows from them."""
    names = alike.names[1:]
    if not names:
        return
    most = len(names) if alike.first.verdict in (Verdict.BREAKING, Verdict.RISKY) else FEW
    more = f" and {len(names) - most} more" if len(names) > most else ""
    yield f"      {paint(f'and {len(names)} alike:', 'bold')} {harmless(', '.join(names[:most]))}{more}"
    followers = [one for member in alike.members[1:] for _, one in _echoes(member, "")]
    if followers:
        found = [(verdict, sum(one.verdict is verdict for one in followers)) for verdict in Verdict]
        told = ", ".join(paint(f"{number} {verdict}", _COLOURS[verdict]) for verdict, number in found if number)
        yield f"      from these follow {told}"


def _echoes(judged: Judged, indent: str) -> Iterator[tuple[str, Judgement]]:
    for echo in judged.echoes:
        yield from ((indent, judgement) for judgement in echo.judgements)
        yield from _echoes(echo, f"{indent}  ")


def _sentence(judgement: Judgement, paint: Paint) -> str:
    accepted = "accepted " if judgement.accepted else ""
    colour = _ACCEPTED if accepted else _COLOURS[judgement.verdict]
    label = paint(f"{accepted}{judgement.verdict} {harmless(judgement.code)}", colour)
    return f"{label} {harmless(judgement.message)}"


def _answers(changes: Sequence[Judged]) -> str:
    """How many changes affect the site, may affect it, and do not."""
    found = [change.answer or Answer.DOES_NOT_AFFECT for change in changes]
    return _numbered({answer: found.count(answer) for answer in Answer}, "you")


def _numbered(counts: Mapping[Answer, int], whom: str) -> str:
    one = {Answer.AFFECTS: f"affects {whom}", Answer.CANNOT_TELL: "cannot be told", Answer.DOES_NOT_AFFECT: "does not"}
    several = {**one, Answer.AFFECTS: f"affect {whom}", Answer.DOES_NOT_AFFECT: "do not"}
    return ", ".join(f"{counts[answer]} {(one if counts[answer] == 1 else several)[answer]}" for answer in Answer)


def _effects(judged: Judged, paint: Paint) -> Iterator[str]:
    """Which peers a change affects and of which nobody can tell; why none, if it is none."""
    for one in said(judged):
        yield f"      {paint(f'{one.words} {harmless(one.who)}:', 'bold')} {harmless(one.reason)}"


def _policy(judgement: Judgement, paint: Paint) -> Iterator[str]:
    """What the project says about a judgement."""
    if judgement.ruled is not None:
        yield f"      {paint('verdict:', 'bold')} {judgement.verdict} in this project, {judgement.ruled} by the rule"
    if judgement.accepted and judgement.accepted != judgement.announced:
        yield f"      {paint('accepted:', 'bold')} {harmless(judgement.let_through)}"
    if judgement.announced:
        yield f"      {paint('announced:', 'bold')} {harmless(judgement.announced.removeprefix('announced '))}"


def _finding(finding: Finding, paint: Paint) -> str:
    where = f"{harmless(str(finding.place))}: " if finding.place else ""
    label = paint(f"{finding.severity} {harmless(finding.code)}", _SEVERITIES[finding.severity])
    hint = f"  {paint('hint:', 'bold green')} {harmless(finding.hint)}\n" if finding.hint else ""
    return f"{where}{label} {harmless(finding.slug)}: {harmless(finding.message)}\n{hint}"


def _witness(witness: AnyWitness, paint: Paint) -> Iterator[str]:
    """The smallest interaction that shows what breaks."""
    first, *others = witness.lines
    yield f"      {paint('witness:', 'bold')} {first}"
    yield from (f"        {line}" for line in others)


def _places(judged: Judged, paint: Paint) -> Iterator[str]:
    change = judged.change
    sides: list[tuple[str, Place | None]] = [("old", change.old_place), ("new", change.new_place)]
    found = [f"{paint(side, 'dim')} {harmless(str(place))}" for side, place in sides if place is not None]
    if found:
        yield f"      {', '.join(found)}"


REPORTER = ChangeReporter(name="text", write=write)
