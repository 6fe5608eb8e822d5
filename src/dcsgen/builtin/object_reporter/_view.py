"""What all reports about objects say in the same words: groups of Attributes, where they go, what is to be noted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import AttributeFate, Cause, Fate, ObjectFate, ObjectMatch, Trouble
from dcsgen.base.text import listed

SIGNS = {Outcome.WORKS: "✓", Outcome.LOSS: "≈", Outcome.CANNOT_TELL: "?", Outcome.FAILS: "✗"}
"""Shapes, so that nobody depends on colours."""

OUTCOMES = {
    Fate.USED: Outcome.WORKS,
    Fate.CHECKED: Outcome.WORKS,
    Fate.DEFAULTED: Outcome.WORKS,
    Fate.EMPTY: Outcome.WORKS,
    Fate.TRUNCATED: Outcome.LOSS,
    Fate.NOT_TAKEN: Outcome.LOSS,
    Fate.IGNORED: Outcome.LOSS,
    Fate.NOT_LISTED: Outcome.LOSS,
    Fate.CANNOT_TELL: Outcome.CANNOT_TELL,
    Fate.REFUSED: Outcome.FAILS,
}
"""How good or bad a fate is."""

FATES = {
    Fate.USED: "The value is kept in the field.",
    Fate.CHECKED: "The value is checked, and kept nowhere.",
    Fate.DEFAULTED: "The object has no value; the receiver fills in its own.",
    Fate.TRUNCATED: "The value is cut to the length of the field.",
    Fate.NOT_TAKEN: "The value is dropped or replaced, but the object is stored.",
    Fate.REFUSED: "The object is refused because of it.",
    Fate.CANNOT_TELL: "The receiver does not state what it does.",
    Fate.EMPTY: "The Attribute was sent without a value, and the field stays empty.",
    Fate.IGNORED: "The mapping says that it is not read.",
    Fate.NOT_LISTED: "The mapping does not mention it.",
}

_OVERWRITE = {
    "replaced": "replaces a value that the receiver has",
    "kept": "does not replace a value that the receiver has",
    "compared": "is compared with the value that the receiver has",
}

NO_MODULE, PRIVATE = "In no Module of PS3.3", "Private Attributes"
WHOLE = "The object itself"


class Item(Struct, frozen=True):
    """The Attributes of one Item of an object, or of the object itself."""

    path: str
    attributes: tuple[AttributeFate, ...]


class Part(Struct, frozen=True):
    """What an object has of one Module."""

    name: str
    items: tuple[Item, ...]

    @property
    def counts(self) -> str:
        """How many Attributes fare how."""
        each = [one for item in self.items for one in item.attributes if not one.items]
        found = [(fate, sum(one.fate is fate for one in each)) for fate in Fate]
        return ", ".join(f"{number} {fate}" for fate, number in found if number)


def parts(fate: ObjectFate) -> tuple[Part, ...]:
    """The Attributes by Module and Item, private ones last."""
    found = sorted(fate.attributes, key=lambda one: _is_private(one))
    return tuple(
        Part(name, tuple(Item(path, tuple(inside)) for path, inside in groupby(group, key=lambda one: one.item)))
        for name, group in groupby(found, key=_part)
    )


def _is_private(one: AttributeFate) -> bool:
    return one.tag[1:5].isalnum() and int(one.tag[1:5], 16) % 2 == 1 and not one.module


def _part(one: AttributeFate) -> str:
    return one.module or (PRIVATE if _is_private(one) else NO_MODULE)


def worst_first(fate: ObjectFate) -> list[tuple[AttributeFate, Trouble]]:
    """What is wrong with single Attributes: what refuses the object first, else in the order of the mapping."""
    found = [(one, trouble) for one in fate.attributes for trouble in one.troubles]
    return sorted(found, key=lambda pair: -pair[1].outcome.rank)


def name(one: AttributeFate) -> str:
    """An Attribute for people: its name, or the creator of a private one."""
    if one.name:
        return one.name
    return f"private, of {one.creator}" if one.creator else "Private Creator" if one.tag[6:8] == "00" else one.tag


def shape(one: AttributeFate) -> str:
    """What there is, without a value: VR, number of values, length."""
    if one.items:
        return f"{one.vr}, {one.items} Item{'s' * (one.items > 1)}"
    if not one.read and one.use in ("mandatory", "optional"):
        return f"{one.vr}, absent"
    if one.fate is Fate.EMPTY or not (one.count or one.length):
        return f"{one.vr}, empty"
    unit = "byte" if not one.count else "character"
    size = f"{one.length} {unit}{'s' * (one.length != 1)}"
    return f"{one.vr}, {one.count} values, up to {size}" if one.count > 1 else f"{one.vr}, {size}"


def goes(one: AttributeFate) -> str:
    """Where a value goes, and what it becomes there."""
    field = ", ".join(one.fields)
    if one.stored:
        return f"{field} = {written(one.stored)}" if field else written(one.stored)
    return field


def written(values: tuple[str, ...]) -> str:
    """Values as DICOM writes them, shortened."""
    text = "\\".join(values)
    return text if len(text) <= 60 else f"{text[:57]}…"


def notes(one: AttributeFate, calling: str, *, remarks: bool = True) -> Iterator[str]:
    """What a reader has to know about one Attribute, a sentence each without its full stop."""
    for trouble in one.troubles:
        yield told(trouble)
    if one.source:
        yield f"read from {one.source}" + (f" for {calling}" if calling else "")
    if one.conversion and one.fate in (Fate.USED, Fate.TRUNCATED):
        yield f"converted: {one.conversion}"
    if one.overwrite and one.has_value:
        yield _OVERWRITE.get(one.overwrite, one.overwrite)
    if one.condition and one.has_value:
        yield f"condition: {one.condition.strip().rstrip('.')}"
    if one.otherwise and (any(map(says_otherwise, one.troubles)) or (one.condition and one.has_value)):
        yield f"otherwise: {one.otherwise.strip().rstrip('.')}"
    if one.remark and (remarks or one.fate in (Fate.IGNORED, Fate.NOT_LISTED)):
        yield one.remark.strip().rstrip(".")


def says_otherwise(trouble: Trouble) -> bool:
    """Whether what the row calls `otherwise` is about this: a value that is not accepted."""
    return trouble.cause in (Cause.NOT_ACCEPTED, Cause.OUT_OF_RANGE)


def told(trouble: Trouble) -> str:
    """What is wrong, with the status that is returned for it."""
    said = f"status {trouble.status}" if trouble.status else f"not stated: {trouble.missing}"
    return f"{trouble.message} ({said})"


def summary(fate: ObjectFate) -> str:
    """How many Attributes fare how."""
    return listed([f"{number} {word}" for word, number in fate.counts.items()], "and")


def about(match: ObjectMatch) -> str:
    """Who sends, and whether values are shown."""
    who = f"for the calling AE Title {match.calling}" if match.calling else "for no particular calling AE Title"
    shown = "values are shown" if match.with_values else "values of the object are not shown"
    return f"{who}; {shown}"


def status(fate: ObjectFate) -> str:
    """The status with its meaning, or what is not stated about it."""
    answer = fate.status
    if answer is None:
        return "no C-STORE response: the object does not get there"
    if not answer.code:
        return f"not stated: {answer.missing}"
    others = f"; {listed(answer.others, 'or')} would be returned for what else is wrong" if answer.others else ""
    return f"{answer.code} {answer.meaning} ({answer.status_class}){others}"
