"""What two products do at a site: which peers they are, what of what they could do is in use, their AE Titles there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import structs

from dcsgen.base.errors import UsageError
from dcsgen.base.interaction import Means, Side, Unmet
from dcsgen.base.site import Peer, Site
from dcsgen.base.text import listed, quoted
from dcsgen.base.words import Role
from dcsgen.model import Capability
from dcsgen.model.configuration import LocalAddress
from dcsgen.plugin.match_rule import Meeting


class Installed(NamedTuple):
    """The peers of a site that the two products are."""

    site: Site
    peers: Mapping[Side, Peer]

    def titled(self, side: Side, capability: Capability) -> Capability:
        """A product with the AE Titles that its Application Entities have at the site.

        Raises `UsageError` for a title of an Application Entity that it does not have.
        """
        titles = self.peers[side].ae_titles if side in self.peers else {}
        local = dict(capability.configuration.local)
        for entity, title in titles.items():
            if entity not in capability.application_entities:
                has = listed([quoted(name) for name in capability.application_entities], "and")
                raise UsageError(
                    f"{self.site.name}: {capability.product.name} has no Application Entity {quoted(entity)}, which "
                    f"has an AE Title at {quoted(self.peers[side].name)}; it has {has}"
                )
            known = local.get(entity)
            local[entity] = LocalAddress(ae_title=title) if known is None else structs.replace(known, ae_title=title)
        if not titles:
            return capability
        return structs.replace(capability, configuration=structs.replace(capability.configuration, local=local))

    def meets(self, meeting: Meeting) -> bool:
        """Whether a meeting is in use."""
        roles = ((meeting.user.side, Role.SCU), (meeting.provider.side, Role.SCP))
        return all(self._uses(side, meeting.means, meeting.key, role) for side, role in roles)

    def misses(self, one: Unmet) -> bool:
        """Whether what has no counterpart would be in use."""
        return one.means is not Means.NETWORK or self._uses(one.taker.side, one.means, one.key, Role(one.role))

    def _uses(self, side: Side, means: Means, key: str, role: Role) -> bool:
        """Whether a side uses something; what a site writes is about the network, and without it, everything is."""
        written = self.peers[side].written if side in self.peers else ()
        if not written or means is not Means.NETWORK:
            return True
        return any(key in use.sop_classes and use.role in (role, Role.BOTH) for use in written)

    def told(self, products: Mapping[Side, str], left_out: int) -> Iterator[str]:
        """What holds at the site, a sentence each. `left_out` are interactions that are not in use."""
        who = [f"{products[side]} is {quoted(peer.name)}" for side, peer in self.peers.items()]
        who += [f"{products[side]} is not among its peers" for side in Side if side not in self.peers]
        yield f"At {self.site.name}, {listed(who, 'and')}."
        if len(self.peers) == len(Side):
            theirs = [peer.workflows for peer in self.peers.values()]
            common = [name for name in theirs[0] if name in theirs[1]]
            yield f"They work together in {listed(common, 'and')}." if common else "No workflow there has both of them."
        for side, peer in self.peers.items():
            if peer.ae_titles:
                titles = [f"{entity} is {title}" for entity, title in peer.ae_titles.items()]
                yield f"AE Titles of {products[side]} there: {listed(titles, 'and')}."
        if left_out:
            what = "interaction is" if left_out == 1 else "interactions are"
            yield f"{left_out} {what} left out that the site does not use."


def installed(site: Site, sides: Mapping[Side, Capability]) -> Installed:
    """Which peers of a site two products are: by the product of the peer's description, or by the peer's name.

    Raises `UsageError` if neither of them is one.
    """
    found: dict[Side, Peer] = {}
    for side, capability in sides.items():
        name = capability.product.name
        peers = [peer for peer in site.peers if name in (peer.product, peer.name) and peer not in found.values()]
        if peers:
            found[side] = peers[0]
    if not found:
        names = listed([capability.product.name for capability in sides.values()], "or")
        there = listed([f"{peer.name} ({peer.product})" if peer.product else peer.name for peer in site.peers], "and")
        raise UsageError(f"{site.name} has no peer that is {names}; it has {there}")
    return Installed(site, found)
