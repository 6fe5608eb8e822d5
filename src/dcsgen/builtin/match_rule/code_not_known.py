"""The match rule M132: a sender uses codes that the receiver does not know."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import ValueSet
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard import iods
from dcsgen.builtin.match_rule._content import called, in_quotes, over_network, some
from dcsgen.model import ContextGroup
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content

_OWN = (ValueSet.PRIVATE, ValueSet.EXTENDED)


def say(content: Content) -> Iterator[Said]:
    """The codes of Attributes of the objects that both sides have a context group for."""
    sender, receiver = content.sender, content.receiver
    there = [(key, one) for key, one in (receiver.capability.context_groups or {}).items() if one.attribute]
    for key, group in (sender.capability.context_groups or {}).items():
        if not group.attribute or not _is_in(content, group.attribute):
            continue
        for other_key, other in there:
            if other.attribute != group.attribute:
                continue
            lacking = _lacking(group, other)
            if not lacking:
                continue
            use = f": {in_quotes(other.use)}" if other.use else ""
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{receiver.name} does not know {some(lacking)} as {called(group.attribute)}, which "
                f"{sender.name} uses{use}",
                subject=group.attribute,
                loss=Loss.IGNORED,
                sources=((sender, ("context_groups", key)), (receiver, ("context_groups", other_key))),
                remedies=((receiver, f"add {some(lacking)} to its codes"),),
            )


def _is_in(content: Content, path: str) -> bool:
    """Whether objects of the SOP Class can have an Attribute: what is listed, else what the IOD has."""
    if content.sent.stated:
        return path in content.sent.attributes
    iod = iods.iod_of(content.sop_class.uid)
    steps = tuple(path.split("."))
    return iod is not None and any(iods.attribute_in(one.key, steps) for one in iods.modules_of(iod))


def _lacking(group: ContextGroup, other: ContextGroup) -> tuple[str, ...]:
    """The sender's own codes that are none of the receiver's; those of a standard group of both are common."""
    if group.value_set not in _OWN or other.value_set is None:
        return ()
    known = {(code, one.scheme) for code, one in other.codes.items()}
    return tuple(f"{code} ({one.scheme})" for code, one in group.codes.items() if (code, one.scheme) not in known)


RULE = MatchRule(
    code="M132",
    slug="code-not-known",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="For the same Attribute, the sender uses codes of its own that the receiver's context group does not have.",
    why="An unknown code is shown by its meaning at best, and not understood.",
    instead="Have the codes added at the receiver, or use those of the standard.",
    clause="PS3.2 A.9.3, PS3.3 8",
    together="{provider} does not know codes of {user} for {count} Attributes",
    judge=over_network(say),
)
