"""The match rule M104: the AE-specific mapping for the sender lacks values that it writes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import ValueSource
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._content import (
    OPEN_SOURCES,
    called,
    in_quotes,
    over_network,
    some,
    with_status,
)
from dcsgen.model.sent import Certainty, Sent
from dcsgen.model.taken import Taken
from dcsgen.plugin import MatchRule, Party, Path, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The values that are not translated, or that they cannot be known."""
    for taken, sent in content.used:
        if not taken.translation or sent.overall is Certainty.NEVER:
            continue
        if sent.attribute.values:
            yield from _lacking(content, taken, sent)
        elif sent.overall is not Certainty.NOT_STATED:
            yield _open(content, taken, sent)


def _lacking(content: Content, taken: Taken, sent: Sent) -> Iterator[Said]:
    sender, receiver = content.sender, content.receiver
    values = sent.attribute.values
    lacking = tuple(value for value in values if value not in taken.translation)
    if not lacking:
        return
    every = len(lacking) == len(values) and sent.overall is Certainty.ALWAYS
    yield Said(
        outcome=Outcome.FAILS if every else Outcome.LOSS,
        message=f"{receiver.name} has no translation of {some(lacking)} as {called(taken.read)} for "
        f"{content.ae_title}{_then(content)}; {sender.name} writes {some(values)}{_remark(content, sent)}",
        subject=taken.read,
        loss=None if every else Loss.REFUSED,
        sources=_sources(content, taken, sent),
        remedies=((receiver, f"add {some(lacking)} to the mapping for {content.ae_title}"),),
    )


def _open(content: Content, taken: Taken, sent: Sent) -> Said:
    """What is said of values that the sender does not list: they are the user's, or configured, or not stated."""
    sender, receiver = content.sender, content.receiver
    told = (
        f"{receiver.name} translates {some(tuple(taken.translation))} as {called(taken.read)} for {content.ae_title} "
        f"and nothing else{_then(content)}"
    )
    origin = set(sent.attribute.source)
    if origin & OPEN_SOURCES:
        return Said(
            outcome=Outcome.LOSS,
            message=f"{told}; {sender.name} can write any{_remark(content, sent)}",
            subject=taken.read,
            loss=Loss.REFUSED,
            sources=_sources(content, taken, sent),
        )
    if ValueSource.CONFIGURATION in origin:
        return Said(
            outcome=Outcome.WORKS,
            message=f"{told}; those of {sender.name} are configured",
            subject=taken.read,
            condition=f"configure {called(taken.read)} of {sender.name} and its translation by {receiver.name} alike",
            sources=_sources(content, taken, sent),
        )
    return Said(
        outcome=Outcome.CANNOT_TELL,
        message=f"{told}; {sender.name} does not state which it writes",
        subject=taken.read,
        missing=((sender, (*sent.at, "values"), f"the values of {called(taken.read)}"),),
        sources=_sources(content, taken, sent),
    )


def _then(content: Content) -> str:
    """What happens to an object with another value, if the receiver's mapping says it."""
    code = content.status_for("not_translated")
    return f", and refuses the object{with_status(code)}" if content.refuses(code) else ""


def _remark(content: Content, sent: Sent) -> str:
    return f". {content.sender.name} says: {in_quotes(sent.attribute.remark)}" if sent.attribute.remark else ""


def _sources(content: Content, taken: Taken, sent: Sent) -> tuple[tuple[Party, Path], ...]:
    return ((content.sender, sent.at), (content.receiver, taken.target_at))


RULE = MatchRule(
    code="M104",
    slug="value-not-translated",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver translates values of an Attribute for the AE Title of the sender, and its list lacks values "
    "that the sender writes or may write.",
    why="Where an AE-specific mapping lists values, the list is complete: an object with another one is refused. A "
    "machine, wedge or tolerance table that was added to the planning system later is the usual case.",
    instead="Have the values added to the receiver's configuration, whenever one is added at the sender.",
    clause="IEC TR 62266 Annex D",
    together="{provider} lacks translations of {count} Attributes that {user} writes",
    judge=over_network(say),
)
