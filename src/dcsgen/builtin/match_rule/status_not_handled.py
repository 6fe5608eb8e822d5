"""The match rule M116: it is not stated what a sender does on statuses that the receiver returns."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._content import over_network, some
from dcsgen.model import Status
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content, codes_of, entry_of, status_path, statuses_of


def say(content: Content) -> Iterator[Said]:
    """The codes that are not handled; nothing if the receiver states none."""
    sender, receiver = content.sender, content.receiver
    handled = statuses_of(sender)
    open_codes = [code for code in statuses_of(receiver) if _is_open(code, handled)]
    if not open_codes:
        return
    which = some(open_codes) if handled else "any status"
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{sender.name} does not state what it does when {receiver.name} returns {which}",
        subject=", ".join(open_codes) if handled else "",
        sources=((sender, sender.path), (receiver, status_path(receiver))),
        missing=((sender, status_path(sender), f"what it does on {which} of C-STORE"),),
    )


def _is_open(code: str, handled: dict[str, Status]) -> bool:
    codes = codes_of(code)
    return codes is not None and entry_of(codes[0], handled)[1] is None


RULE = MatchRule(
    code="M116",
    slug="status-not-handled",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver returns statuses about which the sender does not state what it does.",
    why="Whether an object counts as sent, is sent again or is given up decides what users see, not whether objects "
    "arrive; so the interaction still works.",
    instead="Ask the vendor of the sender.",
    clause="PS3.2 A.4.2.x.3, PS3.4 Table B.2-1",
    judge=over_network(say),
)
