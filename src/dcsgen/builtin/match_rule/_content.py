"""Words and small decisions that the rules about the content of stored objects share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.content_words import ValueSource
from dcsgen.base.interaction import Loss, Outcome
from dcsgen.base.standard import elements
from dcsgen.base.text import listed, without_marks
from dcsgen.base.words import NeededIn, Use
from dcsgen.model.sent import Certainty, Sent
from dcsgen.model.taken import Taken
from dcsgen.plugin import Meeting, Said
from dcsgen.plugin.content import Content, content_of

MOST_VALUES = 8
"""Values that a sentence lists."""

COERCION, NO_FRACTION = "B000", re.compile(r"\.0+$")

WRITTEN = (Certainty.ALWAYS, Certainty.SOMETIMES)
"""What is known to be there, in some objects at least."""

OPEN_SOURCES = frozenset(
    (
        ValueSource.USER,
        ValueSource.SCANNED,
        ValueSource.WORKLIST,
        ValueSource.PERFORMED_STEP,
        ValueSource.UNIFIED_STEP,
        ValueSource.OBJECT,
        ValueSource.HL7,
    )
)
"""Sources of values that no description can list: they come with the patient."""


def over_network(say: Callable[[Content], Iterator[Said]]) -> Callable[[Meeting], Iterator[Said]]:
    """What a rule about content says of objects that are stored over the network."""

    def judge(meeting: Meeting) -> Iterator[Said]:
        content = content_of(meeting)
        if content is not None:
            yield from say(content)

    return judge


def over_network_with_context(say: Callable[[Content, Meeting], Iterator[Said]]) -> Callable[[Meeting], Iterator[Said]]:
    """The same for a rule that looks at the Presentation Context as well."""

    def judge(meeting: Meeting) -> Iterator[Said]:
        content = content_of(meeting)
        if content is not None:
            yield from say(content, meeting)

    return judge


def called(path: str) -> str:
    """An Attribute as people call it: `Block Tray ID in Block Sequence`."""
    return " in ".join(_name(step) for step in path.split(".")[:-3:-1])


def _name(step: str) -> str:
    element = elements.by_tag(step) if step.startswith("(") else elements.by_keyword(step)
    return element.name if element is not None and element.name else step


def in_quotes(*texts: str) -> str:
    """What a description says in words, on one line."""
    return ", ".join(f"“{without_marks(text)}”" for text in dict.fromkeys(texts) if text)


def only(when: Sequence[str]) -> str:
    """When something is there, in the sender's words, as the end of a sentence: `only: “If it is known.”`."""
    return f"only: {in_quotes(*when)}" if any(when) else "not always"


def with_status(code: str) -> str:
    """The status that a receiver returns, in brackets; empty if it is not known."""
    return f" (status {code})" if code else ""


def some(values: Sequence[str]) -> str:
    """Values for a sentence, the first ones if there are many."""
    more = len(values) - MOST_VALUES
    if more > 0:
        return f"{', '.join(values[:MOST_VALUES])} and {more} more"
    return listed(list(values), "and")


def ranged(bounds: tuple[float | int | None, float | int | None], unit: str) -> str:
    """A range for a sentence: `from 2 to 500`, `up to 40 Gy`."""
    low, high = bounds
    after = unit if unit == "°" else f" {unit}" if unit else ""
    if low is not None and low == high:
        return f"{low}{after}"
    parts = [
        f"from {low}" if low is not None else "",
        f"{'to' if low is not None else 'up to'} {high}" if high is not None else "",
    ]
    return " ".join(part for part in parts if part) + after


def same_value(value: str) -> str:
    """A value for comparison: numbers are equal however they are written."""
    return NO_FRACTION.sub("", value.strip().removeprefix("+"))


def status_if_missing(content: Content, taken: Taken, sent: Sent) -> str:
    """The status for a mandatory Attribute that is absent or empty: the mapping's, else that of a row without more."""
    row = taken.attribute
    own = "" if row.constraint or row.values or row.range else row.status
    return content.status_for("empty" if sent.empty else "absent") or own


def needed_first(taken: Taken) -> bool:
    """Whether a mandatory Attribute has to be in the first Item of the Sequence around it only."""
    return taken.attribute.needed_in is NeededIn.FIRST_ITEM


class Effect(NamedTuple):
    """What becomes of an object with a value that is not taken."""

    outcome: Outcome
    loss: Loss
    refused: bool


def effect(content: Content, taken: Taken, code: str, certainty: Certainty) -> Effect:
    """What becomes of objects of which it is so certain that they have a value that is not taken.

    Without a status that says it, what is mandatory has the object refused, and what is optional is not used.
    """
    refused = content.refuses(code)
    if refused is None:
        refused = taken.attribute.use is Use.MANDATORY
    if refused:
        return Effect(Outcome.FAILS if certainty is Certainty.ALWAYS else Outcome.LOSS, Loss.REFUSED, True)
    return Effect(Outcome.LOSS, Loss.COERCED if code == COERCION else Loss.IGNORED, False)


def instead(taken: Taken) -> str:
    """That another Attribute is read, for a sentence."""
    return f" (read as {called(taken.path)})" if taken.read != taken.path else ""


def outside(taken: Taken, sent: Sent) -> tuple[str, ...]:
    """The sender's values that the receiver does not take, after the translation for this sender if there is one."""
    known = {same_value(value) for value in taken.attribute.values}
    values = sent.attribute.values
    if taken.translation:
        values = tuple(value for value in values if value in taken.translation)
    return tuple(value for value in values if not _within(taken.translation.get(value, value), known))


def _within(value: str, known: set[str]) -> bool:
    return same_value(value) in known or (
        "\\" in value and all(same_value(part) in known for part in value.split("\\"))
    )
