"""The report about objects for people at a terminal: a sentence, why, then every Attribute by Module and Item."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import AttributeFate, ObjectFate, ObjectMatch
from dcsgen.base.tree import harmless
from dcsgen.builtin.object_reporter import _view
from dcsgen.plugin import ObjectReporter

_COLOURS = {
    Outcome.WORKS: "bold green",
    Outcome.LOSS: "bold yellow",
    Outcome.CANNOT_TELL: "bold",
    Outcome.FAILS: "bold red",
}

MOST = 12
"""Troubles of one object that are shown where several objects are reported."""

_Paint = Callable[[str, str], str]


def write(match: ObjectMatch, colour: bool) -> str:
    """The whole report; with several objects, without the tables of their Attributes. With `colour`, for terminals."""
    paint = _painted if colour else _plain
    lines = []
    several = len(match.fates) + len(match.unread) > 1
    if several:
        numbers = [paint(f"{match.count(one)} {one}", _COLOURS[one]) for one in Outcome if match.count(one)]
        lines += [f"{harmless(match.receiver)}: {', '.join(numbers) or 'nothing was read'}", ""]
    for fate in match.fates:
        lines += _object(fate, match, paint, whole=not several)
    lines += [f"{paint('unreadable', 'bold red')}: {harmless(one.message)}" for one in match.unread]
    return "\n".join(lines).rstrip("\n") + "\n"


def _object(fate: ObjectFate, match: ObjectMatch, paint: _Paint, *, whole: bool) -> Iterator[str]:
    verdict = paint(f"{_view.SIGNS[fate.outcome]} {fate.outcome}", _COLOURS[fate.outcome])
    yield f"{verdict}: {harmless(fate.sentence)}"
    to = f" → {fate.application_entity}" if fate.application_entity else ""
    yield harmless(f"    {fate.file}: {fate.sop_class}, {fate.transfer_syntax}{to}")
    yield harmless(f"    {_view.about(match)}")
    yield harmless(f"    status: {_view.status(fate)}")
    if fate.status is not None and fate.status.place is not None:
        yield f"        {paint(harmless(str(fate.status.place)), 'dim')}"
    if fate.counts:
        yield f"    Attributes: {_view.summary(fate)}"
    if fate.conditions:
        yield f"    {fate.conditions} of its rows have conditions in words, or compare with what is there: look at them"
    yield from _reasons(fate, paint)
    found = _view.worst_first(fate)
    for one, trouble in found if whole else found[:MOST]:
        sign = paint(_view.SIGNS[trouble.outcome], _COLOURS[trouble.outcome])
        yield f"    {sign} {harmless(one.path)}: {harmless(_view.name(one))} {harmless(_view.told(trouble))}"
        if one.otherwise and _view.says_otherwise(trouble):
            yield harmless(f"        it says: {one.otherwise}")
        yield from _places((trouble.place, one.place), paint)
    if not whole and len(found) > MOST:
        yield f"    and {len(found) - MOST} more; --output json=FILE has all"
    if whole:
        yield from _parts(fate, match, paint)
    yield ""


def _reasons(fate: ObjectFate, paint: _Paint) -> Iterator[str]:
    for reason in sorted(fate.reasons, key=lambda one: -one.outcome.rank):
        yield f"    {paint(_view.SIGNS[reason.outcome], _COLOURS[reason.outcome])} {harmless(reason.message)}"
        if reason.remedy:
            yield harmless(f"        {reason.remedy}")
        if reason.missing:
            yield harmless(f"        not stated: {reason.missing}")
        yield from _places((reason.place,), paint)


def _parts(fate: ObjectFate, match: ObjectMatch, paint: _Paint) -> Iterator[str]:
    for part in _view.parts(fate):
        yield ""
        yield f"{paint(harmless(part.name), 'bold')}: {part.counts}"
        for item in part.items:
            if item.path:
                yield f"  {harmless(item.path)}"
            indent = "    " if item.path else "  "
            yield from (f"{indent}{line}" for one in item.attributes for line in _attribute(one, match, paint))


def _attribute(one: AttributeFate, match: ObjectMatch, paint: _Paint) -> Iterator[str]:
    outcome = _view.OUTCOMES[one.fate]
    goes = f" → {_view.goes(one)}" if one.fields or one.stored else ""
    value = f" {_view.written(one.values)}" if one.values else ""
    head = f"{harmless(_view.name(one))} {one.tag} ({_view.shape(one)}){harmless(value)}"
    yield f"{paint(_view.SIGNS[outcome], _COLOURS[outcome])} {head}: {one.fate}{harmless(goes)}"
    yield from (f"    {harmless(note)}" for note in _view.notes(one, match.calling, remarks=False))


def _places(places: tuple[object, ...], paint: _Paint) -> Iterator[str]:
    for place in dict.fromkeys(place for place in places if place is not None):
        yield f"        {paint(harmless(str(place)), 'dim')}"


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    # The sixteen colours of the terminal are the ones its owner has chosen to be readable.
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


REPORTER = ObjectReporter(name="text", write=write)
