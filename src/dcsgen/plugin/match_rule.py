"""Match rules: what speaks for or against an interaction of two products."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from dcsgen.base.interaction import Context, Loss, Means, Outcome, Side
from dcsgen.base.place import Path
from dcsgen.model import ApplicationEntity, Capability, MediaService, Service, WebService
from dcsgen.model.configuration import LocalAddress
from dcsgen.model.sop_class import SopClass


class Party(Struct, frozen=True):
    """One product in a meeting: its description, and the record by which it takes part.

    `path` leads to the record, e.g. `("services", "plan-import")`. A `draft` says only a part of what there is.
    """

    side: Side
    capability: Capability
    path: Path
    record: Service | WebService | MediaService
    draft: bool = False

    @property
    def name(self) -> str:
        """The product's name."""
        return self.capability.product.name

    @property
    def ae(self) -> str:
        """The name of its Application Entity."""
        return self.record.application_entity

    @property
    def entity(self) -> ApplicationEntity:
        """Its Application Entity; one that states nothing if a draft names it without describing it."""
        return self.capability.application_entities.get(self.ae) or ApplicationEntity(function="")

    @property
    def entity_path(self) -> Path:
        """Where its Application Entity stands."""
        return ("application_entities", self.ae)

    @property
    def address(self) -> LocalAddress | None:
        """The address of its Application Entity as it is delivered; None is not stated."""
        return self.capability.configuration.local.get(self.ae)

    @property
    def service(self) -> Service:
        """Its record in a meeting on the network."""
        assert isinstance(self.record, Service)
        return self.record

    @property
    def web(self) -> WebService:
        """Its record in a meeting on the web."""
        assert isinstance(self.record, WebService)
        return self.record

    @property
    def media(self) -> MediaService:
        """Its record in a meeting by media."""
        assert isinstance(self.record, MediaService)
        return self.record


class Meeting(Struct, frozen=True, kw_only=True):
    """What a match rule looks at: a user and a provider of one thing.

    `key` is the UID of the SOP Class (which is `sop_class`), the name of the web transaction, or the identifier of the
    Application Profile; `service_class` is the Service Class of PS3.4, the id of the web service, or empty. `context`
    is of meetings on the network.
    """

    means: Means
    user: Party
    provider: Party
    service_class: str
    key: str
    sop_class: SopClass | None = None
    context: Context | None = None

    @property
    def initiator(self) -> Party | None:
        """Who opens the Association; None if nobody would."""
        if self.context is None or self.context.initiator is None:
            return None
        return self.user if self.user.side is self.context.initiator else self.provider

    @property
    def acceptor(self) -> Party | None:
        """Who waits for the Association; None if nobody opens one."""
        if self.initiator is None:
            return None
        return self.provider if self.initiator is self.user else self.user

    @property
    def turned(self) -> Meeting:
        """The same with user and provider in each other's place, for rules that hold in both directions."""
        from msgspec import structs

        return structs.replace(self, user=self.provider, provider=self.user)


class Said(Struct, frozen=True, kw_only=True):
    """What a match rule says; see `base.interaction.Reason` for what the fields mean.

    `sources`, `remedies` and `missing` name the party first: `sources=((meeting.user, path),)`,
    `remedies=((meeting.provider, "accept Explicit VR Little Endian"),)`, `missing=((meeting.user, path, "its Transfer
    Syntaxes"),)`. Paths are into the Capability of the party.
    """

    outcome: Outcome
    message: str
    subject: str = ""
    loss: Loss | None = None
    condition: str = ""
    sources: tuple[tuple[Party, Path], ...] = ()
    remedies: tuple[tuple[Party, str], ...] = ()
    missing: tuple[tuple[Party, Path, str], ...] = ()


class MatchRule(Struct, frozen=True, kw_only=True):
    """One thing that can stand between two products.

    A rule is for meetings by `means` (None is for all), of one of `service_classes` if some are named. `judge` yields
    what speaks for or against: nothing if the rule has nothing to say. An outcome `works` is for what a reader would
    otherwise ask about, and for conditions.

    `what`, `why` and `instead` are CommonMark, `clause` names the part of the standard. `together` is the sentence that
    stands for several reasons of this rule in one interaction: `{count}`, `{user}` and `{provider}` are filled in.
    The code is `M` and three digits for dcsgen's own rules, `<plug-in>/M<n>` for others.
    """

    code: str
    slug: str
    means: Means | None = None
    service_classes: tuple[str, ...] = ()
    what: str
    why: str
    instead: str
    clause: str = ""
    together: str = ""
    judge: Callable[[Meeting], Iterator[Said]]

    def is_for(self, meeting: Meeting) -> bool:
        """Whether the rule has a say in a meeting."""
        return self.means in (None, meeting.means) and (
            not self.service_classes or meeting.service_class in self.service_classes
        )
