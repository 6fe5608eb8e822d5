"""The match rule M115: a sender takes a status for another class than the receiver means."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._content import in_quotes, over_network
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content, codes_of, entry_of, status_path, statuses_of


def say(content: Content) -> Iterator[Said]:
    """The codes that one side calls a warning and the other one a failure, for instance."""
    sender, receiver = content.sender, content.receiver
    handled = statuses_of(sender)
    for code, returned in statuses_of(receiver).items():
        codes = codes_of(code)
        if codes is None:
            continue
        key, known = entry_of(codes[0], handled)
        if known is None or known.class_ is returned.class_:
            continue
        meaning = returned.further_meaning or returned.meaning
        does = f": {in_quotes(known.behaviour)}" if known.behaviour else ""
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} returns {code} as {returned.class_} ({meaning}); "
            f"{sender.name} takes {'it' if key == code else key} for {known.class_}{does}",
            subject=code,
            loss=Loss.REDUCED,
            sources=((sender, status_path(sender, key)), (receiver, status_path(receiver, code))),
            remedies=((sender, f"take {code} for {returned.class_}"),),
        )


RULE = MatchRule(
    code="M115",
    slug="status-taken-otherwise",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver returns a status of one class, and the sender takes it for another one: a warning for a "
    "failure, for instance.",
    why="An object that was stored is marked as failed and sent again, or one that was refused counts as sent.",
    instead="Have the sender handle the code as PS3.4 has it: B000, B006 and B007 are warnings, A7xx, A9xx and Cxxx "
    "failures.",
    clause="PS3.4 Table B.2-1, PS3.7 C",
    together="{user} takes {count} statuses of {provider} for another class",
    judge=over_network(say),
)
