"""The report about objects as Markdown in the flavour of GitHub: the answers, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.object_reporter import _view
from dcsgen.builtin.reporter._comment import literal
from dcsgen.plugin import ObjectFate, ObjectMatch, ObjectReporter


def write(match: ObjectMatch, colour: bool) -> str:
    """A section for each object; the tables of all Attributes are in the other forms."""
    lines = [f"# {literal(match.receiver)}: what becomes of objects", "", f"Asked {literal(_view.about(match))}."]
    for fate in match.fates:
        lines += ["", f"## {_view.SIGNS[fate.outcome]} {literal(fate.file)}", "", *_object(fate)]
    if match.unread:
        lines += ["", "## Unreadable", "", *(f"- {literal(one.message)}" for one in match.unread)]
    return "\n".join(lines) + "\n"


def _object(fate: ObjectFate) -> Iterator[str]:
    yield f"**{literal(fate.outcome.value)}**: {literal(fate.sentence)}"
    yield ""
    yield f"- {literal(fate.sop_class)}, {literal(fate.transfer_syntax)}"
    yield f"- Status: {literal(_view.status(fate))}"
    if fate.counts:
        yield f"- Attributes: {literal(_view.summary(fate))}"
    for reason in fate.reasons:
        yield f"- {_view.SIGNS[reason.outcome]} {literal(reason.message)}{_place(reason.place)}"
    found = _view.worst_first(fate)
    if not found:
        return
    yield ""
    yield "| | Attribute | what is wrong | said by |"
    yield "| --- | --- | --- | --- |"
    for one, trouble in found:
        where = literal(str(trouble.place or one.place or ""))
        said = literal(_view.told(trouble))
        name = f"{literal(_view.name(one))}<br>{literal(one.path)}"
        yield f"| {_view.SIGNS[trouble.outcome]} | {name} | {said} | {where} |"


def _place(place: object) -> str:
    return f" ({literal(str(place))})" if place is not None else ""


REPORTER = ObjectReporter(name="markdown", write=write)
