"""The match rule M121: a receiver does not use an Attribute that the sender writes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import Support, Use
from dcsgen.builtin.match_rule._content import called, in_quotes, over_network
from dcsgen.model.sent import Certainty, Sent
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The Attributes that get lost: those that are always there first, and of Sequences only the outermost."""
    if not content.taken.mapping:
        return
    read = {taken.read for taken, _ in content.used}
    around = {path[:end] for path in read for end in range(len(path)) if path[end] == "."}
    lost = [one for one in content.sent.attributes.values() if _is_lost(content, one, read | around)]
    for certainty in (Certainty.ALWAYS, Certainty.SOMETIMES):
        for sent in lost:
            if sent.overall is certainty:
                yield _said(content, sent)


def _is_lost(content: Content, sent: Sent, read: set[str]) -> bool:
    """Whether an Attribute is not among those that are read, and neither its Module nor a Sequence tells it already."""
    taken = content.taken
    row, module = taken.attributes.get(sent.path), taken.modules.get(sent.module)
    if sent.path in read or (module is not None and module.support is not Support.USED):
        return False
    lacks_module = module is None and taken.iod and not content.sent.modules[sent.module].macro
    if row is None and (lacks_module or content.receiver.draft):
        return False
    outer = sent.path.rpartition(".")[0]
    if outer and outer not in read:
        return False
    # A Sequence that is used without a word about its Items is used as it is.
    return row is not None or not outer or taken.has_inner(outer)


def _said(content: Content, sent: Sent) -> Said:
    sender, receiver = content.sender, content.receiver
    row = content.taken.attributes.get(sent.path)
    listed = row is not None and row.attribute.use is Use.IGNORED
    how = "ignores" if listed else "has no place for"
    remark = f": {in_quotes(row.attribute.remark)}" if row is not None and row.attribute.remark else ""
    at = row.at if row is not None else ("attribute_mappings", content.taken.mapping)
    return Said(
        outcome=Outcome.LOSS,
        message=f"{receiver.name} {how} {called(sent.path)}, which {sender.name} {sent.overall} writes{remark}",
        subject=sent.path,
        loss=Loss.IGNORED,
        sources=((sender, sent.at), (receiver, at)),
    )


RULE = MatchRule(
    code="M121",
    slug="attribute-ignored",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver's mapping ignores an Attribute that the sender writes, or does not list it. Of a Sequence that "
    "is ignored as a whole, only the Sequence is told.",
    why="What is not used does not arrive: users of the receiver do not see it, and it does not come back from there.",
    instead="Look through the list for what is needed at the receiver, and find another way for that.",
    clause="PS3.2 A.9.1.1, A.9.1.2",
    together="{provider} ignores {count} Attributes that {user} writes",
    judge=over_network(say),
)
