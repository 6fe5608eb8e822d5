"""The match rule M102: a receiver refuses objects that have a Module which the sender writes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import Support
from dcsgen.builtin.match_rule._content import in_quotes, only, over_network
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """Which Modules have objects refused; what the sender does not state is left alone."""
    sender, receiver = content.sender, content.receiver
    for name, module in content.taken.modules.items():
        written = content.sent.modules.get(name)
        if module.support is not Support.NOT_SUPPORTED or written is None:
            continue
        if written.there not in (Certainty.ALWAYS, Certainty.SOMETIMES):
            continue
        always = written.there is Certainty.ALWAYS
        how = "always writes it" if always else f"writes it {only((written.condition,))}"
        remark = f". {receiver.name} says: {in_quotes(module.remark)}" if module.remark else ""
        yield Said(
            outcome=Outcome.FAILS if always else Outcome.LOSS,
            message=f"{receiver.name} refuses objects with the {name} Module; {sender.name} {how}{remark}",
            subject=name,
            loss=None if always else Loss.REFUSED,
            sources=((sender, written.at), (receiver, ("iods", content.taken.iod, "modules", name))),
            remedies=((sender, f"write no {name} Module"), (receiver, f"take the {name} Module")) if always else (),
        )


RULE = MatchRule(
    code="M102",
    slug="module-not-supported",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender writes a Module that the receiver does not support, so that it refuses the object.",
    why="An object is taken or refused as a whole: the other Modules do not arrive either.",
    instead="Send such objects elsewhere, and have the sender split what can be split.",
    clause="PS3.2 A.9.1",
    together="{provider} refuses objects for {count} Modules that {user} writes",
    judge=over_network(say),
)
