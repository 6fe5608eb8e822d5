"""The match rule M116: it is not stated what a sender does on statuses that the receiver returns."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.statuses import parse_code
from dcsgen.builtin.match_rule._content import over_network, some
from dcsgen.model import Status
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content, entry_of, status_path, statuses_of


def say(content: Content) -> Iterator[Said]:
    """The codes that are not handled; nothing if the receiver states none."""
    sender, receiver = content.sender, content.receiver
    handled = statuses_of(sender)
    open_codes = [code for code in statuses_of(receiver) if _is_code(code) and not _known(code, handled)]
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


def _is_code(code: str) -> bool:
    try:
        parse_code(code)
    except ValueError:
        return False
    return True


def _known(code: str, handled: dict[str, Status]) -> bool:
    return entry_of(parse_code(code)[0], handled)[1] is not None


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
