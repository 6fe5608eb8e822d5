"""A sequence diagram of Real-World Activities (PS3.2 A.4.1.3), drawn from small frozen values."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from dcsgen.base.drawing.svg import document
from dcsgen.render.diagram.sequence_draw import drawn
from dcsgen.render.diagram.sequence_plan import plan_of
from dcsgen.render.language import N_, Words, _


class Lifeline(Struct, frozen=True):
    """Who takes part: an Application Entity, a Real-World Activity or a person."""

    id: str
    label: str
    kind: Literal["ae", "activity", "actor"]


class Message(Struct, frozen=True):
    """One arrow from a lifeline to another one, or to itself for a step that nobody else sees.

    `association` opens an Association, `message` sends something in it, `response` answers, `local` is no DICOM
    communication. `note` stands in small letters below the arrow.
    """

    source: str
    target: str
    label: str
    style: Literal["association", "message", "response", "local"]
    note: str = ""


class Sequence(Struct, frozen=True):
    """Lifelines from left to right and messages in time order."""

    lifelines: tuple[Lifeline, ...]
    messages: tuple[Message, ...]


def sequence_svg(sequence: Sequence, title: str, id_prefix: str) -> str:
    """The diagram as an `svg` element, at most 680 CSS pixels wide, its height as the messages need.

    `title` becomes the alternative text, a description in sentences follows it. `id_prefix` keeps the ids of
    several diagrams in a page apart. The same values give the same text. Raises ValueError if an id is given
    twice or a message names one that is not there.
    """
    plan = plan_of(sequence)
    return document(title, _in_words(sequence), id_prefix, plan.width, plan.height, drawn(plan))


_NAMES = Words({"ae": N_("the AE %(name)s"), "activity": N_("the activity %(name)s"), "actor": "%(name)s"})
_DEEDS = Words(
    {
        "association": N_("%(source)s opens an association to %(target)s"),
        "message": N_("%(source)s sends a message to %(target)s"),
        "response": N_("%(source)s answers %(target)s"),
        "local": N_("%(source)s acts on %(target)s"),
    }
)


def _in_words(sequence: Sequence) -> str:
    """All messages in sentences, numbered as in the figure."""
    names = {line.id: _NAMES[line.kind] % {"name": line.label} for line in sequence.lifelines}
    sentences = [_("Taking part: %(names)s.", names=", ".join(names.values()))] if names else []
    for position, message in enumerate(sequence.messages, 1):
        source, target = names[message.source], names[message.target]
        alone = message.source == message.target
        deed = (
            _("%(source)s by itself", source=source)
            if alone
            else _DEEDS[message.style] % {"source": source, "target": target}
        )
        note = f" ({message.note})" if message.note else ""
        sentences.append(f"{position}. {deed[:1].upper()}{deed[1:]}: {message.label}{note}.")
    return " ".join(sentences)
