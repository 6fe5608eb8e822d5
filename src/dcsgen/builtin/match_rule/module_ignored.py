"""The match rule M122: a receiver ignores a Module that the sender writes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import Support
from dcsgen.builtin.match_rule._content import WRITTEN, in_quotes, over_network
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The Modules that get lost as a whole, and those that the receiver's applied IOD lacks."""
    sender, receiver, taken = content.sender, content.receiver, content.taken
    if not taken.iod:
        return
    for name, written in content.sent.modules.items():
        module = taken.modules.get(name)
        if written.there not in WRITTEN or written.macro or not content.sent.iod:
            continue
        if module is not None and module.support is not Support.IGNORED:
            continue
        if module is None and (content.receiver.draft or _is_mapped(content, name)):
            continue
        how = "ignores" if module is not None else "has no place for"
        remark = f": {in_quotes(module.remark)}" if module is not None and module.remark else ""
        at = ("iods", taken.iod, "modules", name) if module is not None else ("iods", taken.iod)
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} {how} the {name} Module, which {sender.name} {written.there} writes{remark}",
            subject=name,
            loss=Loss.IGNORED,
            sources=((sender, written.at), (receiver, at)),
        )


def _is_mapped(content: Content, module: str) -> bool:
    return any(taken.module == module for taken, _ in content.used)


RULE = MatchRule(
    code="M122",
    slug="module-ignored",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver's applied IOD ignores a Module that the sender writes, or does not have it.",
    why="All of what stands in the Module does not arrive.",
    instead="Find another way for what is needed at the receiver.",
    clause="PS3.2 A.9.1",
    together="{provider} ignores {count} Modules that {user} writes",
    judge=over_network(say),
)
