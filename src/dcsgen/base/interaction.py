"""Interactions: what two products could do together, whether it works, and the chain of reasons for that."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.place import Path, Place


class Side(StrEnum):
    """One of the two products of a match, in the order in which they were named."""

    A = "a"
    B = "b"

    @property
    def other(self) -> Side:
        """The product that is not meant."""
        return Side.B if self is Side.A else Side.A


class Outcome(StrEnum):
    """Whether two products can do something together.

    `works with loss` is where something gets lost on the way, `cannot tell` where a fact is not stated that decides.
    """

    WORKS = "works"
    LOSS = "works with loss"
    CANNOT_TELL = "cannot tell"
    FAILS = "fails"

    @property
    def rank(self) -> int:
        """0 for what works, growing as less does."""
        return list(Outcome).index(self)


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of several things of which each has to work; without any, it works."""
    return max(outcomes, key=lambda outcome: outcome.rank, default=Outcome.WORKS)


def best(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of several things of which one has to work; without any, it fails."""
    return min(outcomes, key=lambda outcome: outcome.rank, default=Outcome.FAILS)


class Loss(StrEnum):
    """What becomes of something that does not arrive as it was sent.

    `refused` is where some objects or requests are not taken at all while others are, by what they have in them.
    """

    REFUSED = "refused"
    IGNORED = "ignored"
    TRUNCATED = "truncated"
    COERCED = "coerced"
    DEFAULTED = "defaulted"
    LOSSY = "lossy"
    REDUCED = "reduced"


class Means(StrEnum):
    """By what two products work together."""

    NETWORK = "network"
    WEB = "web"
    MEDIA = "media"


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a product says something: a path into its description, and the place in the file if it was read there."""

    side: Side
    path: Path
    place: Place | None = None


class Remedy(Struct, frozen=True, kw_only=True):
    """What one product would have to change to make something work."""

    side: Side
    change: str


class Missing(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fact that a product does not state: the path at which it would stand, and what it is, for people.

    `place` is that of what is written nearest to it.
    """

    side: Side
    path: Path
    what: str
    place: Place | None = None


class Reason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One link of the chain that leads to an outcome, as a match rule says it.

    `message` is a sentence about this interaction. `subject` is what it is about: the path of an Attribute, a key, a
    status; several reasons of one code have different ones. `loss` says how something gets lost, `condition` what has
    to be set up or bought first; the outcome may be `works` then. `remedies` are for what fails, `missing` for what
    cannot be told. `provider` names the plug-in that gave the rule, empty for dcsgen's own.
    """

    code: str
    slug: str
    outcome: Outcome
    message: str
    subject: str = ""
    loss: Loss | None = None
    condition: str = ""
    remedies: tuple[Remedy, ...] = ()
    missing: tuple[Missing, ...] = ()
    sources: tuple[Source, ...] = ()
    clause: str = ""
    provider: str = ""


class Taker(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One product's part in an interaction: an Application Entity and the record that says what it does.

    `path` leads to that record, `title` is its title in the description.
    """

    side: Side
    product: str
    application_entity: str
    path: Path
    title: str = ""
    place: Place | None = None


class Context(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What becomes of the Presentation Context of one SOP Class (PS3.8 7.1.1.13), on paper.

    `initiator` opens the Association; None if neither side does, or nothing says so. Transfer Syntaxes go from UIDs to
    names, in the order of whoever proposes or accepts. `chosen` is the UID of the one that the acceptor takes by its
    order of preference, empty if there is none in common.
    """

    initiator: Side | None
    proposed: dict[str, str]
    accepted: dict[str, str]
    common: dict[str, str]
    chosen: str = ""


class Association(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What two Application Entities come to on an Association, whatever it is for (PS3.7 D.3, PS3.8 9.3).

    `calling` and `called` are AE Titles as delivered, empty if they are not stated, `port` and `tls_port` those of the
    acceptor. `max_pdu` is the largest PDU in bytes that each side receives, 0 is unlimited. `window` is what the
    initiator may have outstanding after negotiation: operations that it invokes and that it performs, 0 is unlimited.
    `opened` and `accepted` are how many Associations the two sides have at a time. None is "not stated".
    """

    initiator: Side
    calling: str = ""
    called: str = ""
    port: int | None = None
    tls_port: int | None = None
    max_pdu: dict[Side, int] = {}
    window: tuple[int, int] | None = None
    opened: int | str | None = None
    accepted: int | str | None = None


class Interaction(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that the two products could do together, and what speaks for and against it.

    `user` is the SCU, user agent, File-set Creator or Updater, `provider` the SCP, origin server or File-set Reader.
    `service_class` is the Service Class of PS3.4, the web service of PS3.18 or the Application Profile of PS3.11;
    `name` is what the interaction is about: the SOP Class, or the transaction; `key` its UID or name.
    """

    means: Means
    user: Taker
    provider: Taker
    service_class: str
    key: str
    name: str
    outcome: Outcome
    context: Context | None = None
    association: Association | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def decisive(self) -> tuple[Reason, ...]:
        """The reasons that made the outcome what it is; none if it works."""
        if self.outcome is Outcome.WORKS:
            return ()
        return tuple(reason for reason in self.reasons if reason.outcome is self.outcome)

    @property
    def lost(self) -> tuple[Reason, ...]:
        """The reasons by which something gets lost, whatever the outcome is."""
        return tuple(reason for reason in self.reasons if reason.outcome is Outcome.LOSS)

    @property
    def conditions(self) -> tuple[Reason, ...]:
        """What has to be set up or bought first."""
        return tuple(reason for reason in self.reasons if reason.condition)


class Unmet(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that one product would do with a peer and that the other one has no counterpart for.

    `role` is the product's own. `near` are names of what the other product has instead, such as another Information
    Model, or the same thing in the same role. The outcome is `fails`, or `cannot tell` if the other side is a draft
    that says only a part of what there is.
    """

    means: Means
    taker: Taker
    role: str
    service_class: str
    key: str
    name: str
    outcome: Outcome
    near: tuple[str, ...] = ()


class Step(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step of a workflow: what is done by whom, and the interactions that do it, by their indices in the match.

    Of several interactions, `any` means that one has to work, `all` that each has to. Steps with a `way` are needed for
    this way only, such as `C-MOVE` or `C-GET`. `message` says why it does not simply work.
    """

    title: str
    user: Side
    need: str
    interactions: tuple[int, ...]
    outcome: Outcome
    optional: bool = False
    way: str = ""
    message: str = ""
    unmet: tuple[int, ...] = ()


class Workflow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Several interactions that serve one purpose together; `slug` names what it is, `user` is who starts it.

    `message` says why it does not simply work, and which step is to blame.
    """

    slug: str
    title: str
    user: Side
    outcome: Outcome
    steps: tuple[Step, ...]
    message: str = ""
    clause: str = ""
