"""A site: the peers of a product that are installed there, what they use of it, and the workflows they are in."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from dcsgen.base.words import Role


class Use(Struct, frozen=True, kw_only=True):
    """What a peer does with a product, in the peer's own role.

    `sop_classes` and `transfer_syntaxes` go from UIDs to names. `keys` are those that a user of queries sends or a
    provider supports, `attributes` those that it relies on, both as dotted paths of keywords. None is "not stated".
    """

    sop_classes: dict[str, str]
    role: Role
    transfer_syntaxes: dict[str, str] | None = None
    keys: tuple[str, ...] | None = None
    attributes: tuple[str, ...] | None = None


class Peer(Struct, frozen=True, kw_only=True):
    """A product that is installed, with the workflows in which it works with the product that is compared.

    `product` is the name of it in its description, empty without one. `uses` are all of those that are known; `written`
    those that the site writes itself, beside a description or instead of one. `ae_titles` are those that Application
    Entities have at the site.
    """

    name: str
    uses: tuple[Use, ...]
    workflows: tuple[str, ...] = ()
    product: str = ""
    written: tuple[Use, ...] = ()
    ae_titles: dict[str, str] = field(default_factory=dict)


class Site(Struct, frozen=True, kw_only=True):
    """A hospital, or a part of one."""

    name: str
    peers: tuple[Peer, ...]


class Answer(StrEnum):
    """Whether a change affects a peer."""

    AFFECTS = "affects"
    CANNOT_TELL = "cannot tell"
    DOES_NOT_AFFECT = "does not affect"

    @property
    def rank(self) -> int:
        """0 for what affects, growing as less is to be feared."""
        return list(Answer).index(self)


class Effect(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether a change affects a peer, in which workflows, and why; `reason` names what is not stated, if so."""

    peer: str
    answer: Answer
    reason: str
    workflows: tuple[str, ...] = ()
