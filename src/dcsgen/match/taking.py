"""How a party of a meeting is told in an interaction."""

from __future__ import annotations

from dcsgen.base.interaction import Taker
from dcsgen.plugin.match_rule import Party


def taker(party: Party) -> Taker:
    """The party without its description."""
    return Taker(
        side=party.side,
        product=party.name,
        application_entity=party.ae,
        path=party.path,
        title=party.record.title,
    )
