"""The match rule M105: a sender writes numbers that are out of the receiver's range."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.value_representations import number
from dcsgen.builtin.match_rule._content import (
    called,
    effect,
    in_quotes,
    over_network,
    ranged,
    some,
    with_status,
)
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The numbers that a sender lists and the receiver does not take, after the translation for this sender."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        row = taken.attribute
        if row.range is None or sent.overall is Certainty.NEVER:
            continue
        values = sent.attribute.values
        wrong = tuple(value for value in values if _is_out(taken.translation.get(value, value), row.range))
        if not wrong:
            continue
        every = len(wrong) == len(values) and sent.overall is Certainty.ALWAYS
        code = row.status or content.status_for("not_accepted")
        found = effect(content, taken, code, Certainty.ALWAYS if every else Certainty.SOMETIMES)
        then = f". {in_quotes(row.otherwise)}" if row.otherwise and not found.refused else ""
        yield Said(
            outcome=found.outcome,
            message=f"{receiver.name} {'refuses' if found.refused else 'does not take'} {some(wrong)} as "
            f"{called(taken.read)}{with_status(code)}, which {sender.name} writes; it takes values "
            f"{ranged(row.range, row.unit)}{then}",
            subject=taken.read,
            loss=None if found.outcome is Outcome.FAILS else found.loss,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
            remedies=(
                (sender, f"write values {ranged(row.range, row.unit)} only"),
                (receiver, f"take {some(wrong)} as {called(taken.read)}"),
            )
            if found.outcome is Outcome.FAILS
            else (),
        )


def _is_out(value: str, bounds: tuple[float | int | None, float | int | None]) -> bool:
    found = [number(part) for part in value.split("\\")]
    low, high = bounds
    return any(
        one is not None and ((low is not None and one < low) or (high is not None and one > high)) for one in found
    )


RULE = MatchRule(
    code="M105",
    slug="value-out-of-range",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender writes numbers that are out of the range which the receiver takes.",
    why="By the status that the receiver returns then, the object is refused, or the value is not used.",
    instead="Have users of the sender keep within the range for this destination.",
    clause="PS3.2 A.9.1.1, A.9.1.2",
    together="{provider} does not take all numbers of {count} Attributes that {user} writes",
    judge=over_network(say),
)
