"""Parts that witnesses of several kinds have: how a peer reaches the product, and values that fit an Attribute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from dcsgen.base.change import Change
from dcsgen.base.standard import elements
from dcsgen.base.standard.value_representations import by_code, problem_with
from dcsgen.base.witness import Association, Context, Element, Named, Tls
from dcsgen.base.words import AcceptedTitles, Initiator, Role, Stance
from dcsgen.model import Capability, Service
from dcsgen.model.negotiable import Negotiable, negotiable, negotiable_of
from dcsgen.model.sop_class import SopClass, TransferSyntax
from dcsgen.plugin.change_rule import Sides

PEERS = ("PEER", "OTHER", "STRANGER")
"""AE Titles for a peer of which nothing is known."""


def named(one: SopClass | TransferSyntax) -> Named:
    """A SOP Class or Transfer Syntax as witnesses name it."""
    return Named(one.uid, one.name)


def counterpart(role: Role) -> Role:
    """The role of the peer."""
    return {Role.SCU: Role.SCP, Role.SCP: Role.SCU, Role.BOTH: Role.BOTH}[role]


class Entity(NamedTuple):
    """An Application Entity of the product on both sides, where it may have two names."""

    sides: Sides
    old: str
    new: str

    @property
    def title(self) -> str:
        """The AE Title that the old one has."""
        return title_of(self.sides.old, self.old)

    def association(self, contexts: Iterable[Context] = (), **more: Any) -> Association:
        """How a peer opens an Association to the old one, with all that both sides ask for."""
        tls = more.pop("tls", self._demanded_tls())
        local = self.sides.old.configuration.local.get(self.old)
        said = {
            "calling": self._calling(),
            "called": self.title,
            "port": None if local is None else local.tls_port if tls is not None else local.port,
            "user_identity": self._demanded_identity(),
            "tls": tls,
        }
        return Association(contexts=tuple(contexts), **{**said, **more})

    def shared(self, initiator: Initiator = Initiator.PEER) -> tuple[Context, ...]:
        """The first context that there is on both sides, if there is any; of one that is gone, its own first one."""
        gone = self.new not in self.sides.new.application_entities
        there = {one.key for one in contexts_of(self.sides.new, self.new)}
        found = (one for one in contexts_of(self.sides.old, self.old) if one.initiator is initiator)
        return tuple(islice((context(one) for one in found if gone or one.key in there), 1))

    def _calling(self) -> str:
        """An AE Title of a peer that the old one lets in, if possible the new one too; empty if any will do."""
        old, new = _let_in(self.sides.old, self.old), _let_in(self.sides.new, self.new)
        both = [title for title in old or new or () if new is None or title in new]
        return next(iter([*both, *(old or ())]), "")

    def _demanded_tls(self) -> Tls | None:
        return Tls(certificate=True) if self._needed("secure_transport") else None

    def _demanded_identity(self) -> int | None:
        use = self._needed("user_identity")
        return identity_type(use.profile.id) if use is not None else None

    def _needed(self, group: str) -> Any:
        """What the old one demands, or the new one, if the old one has it: it is not to fail for another reason."""
        old = _uses(getattr(self.sides.old.security, group), self.old)
        new = _uses(getattr(self.sides.new.security, group), self.new)
        demanded = [use for use in old if use.stance is Stance.DEMANDS]
        return next(iter(demanded or (old if any(use.stance is Stance.DEMANDS for use in new) else ())), None)


def entity_of(change: Change, sides: Sides) -> Entity:
    """The Application Entity in which a change is."""
    old, new = change.old_path, change.new_path
    return Entity(sides, str((old or new)[1]), str((new or old)[1]))


def title_of(capability: Capability, name: str) -> str:
    """The AE Title of an Application Entity: the one it is delivered with, otherwise its name if that can be one."""
    local = capability.configuration.local.get(name)
    if local is not None and local.ae_title:
        return local.ae_title
    return name if name in capability.application_entities and not problem_with("AE", name) else ""


def configured(capability: Capability, name: str) -> tuple[str, ...]:
    """The AE Titles of the peers that an Application Entity knows."""
    remote = capability.configuration.remote
    return tuple(title for title, one in remote.items() if one.application_entity in ("", name))


def contexts_of(capability: Capability, name: str) -> Iterator[Negotiable]:
    """What an Application Entity can agree on."""
    return (one for one in negotiable(capability) if one.application_entity == name)


def identity_type(profile: str) -> int:
    """The User-Identity-Type of an Association Profile of PS3.15."""
    words = profile.casefold()
    kinds = {"kerberos": 3, "saml": 4, "openid": 5, "jwt": 5, "passcode": 2}
    return next((kind for word, kind in kinds.items() if word in words), 1)


def context(one: Negotiable) -> Context:
    """The context as whoever opens the Association proposes it."""
    role = one.role if one.initiator is Initiator.SELF else counterpart(one.role)
    return Context(abstract_syntax=named(one.sop_class), transfer_syntaxes=(named(one.transfer_syntax),), role=role)


def of_service(sides: Sides, service: Service) -> Association:
    """The Association for one request of a service: its first SOP Class, in its first Transfer Syntax."""
    first = next(negotiable_of(service), None)
    contexts = () if first is None else (context(first),)
    name = service.application_entity
    if first is not None and first.initiator is Initiator.SELF:
        return Association(contexts=contexts, calling=title_of(sides.old, name))
    return Entity(sides, name, name).association(contexts)


def _let_in(capability: Capability, name: str) -> tuple[str, ...] | None:
    """The AE Titles that an Application Entity lets in; None for any."""
    entity = capability.application_entities.get(name)
    accepted = entity.association.accepted_calling_ae_titles if entity is not None else None
    if accepted is AcceptedTitles.CONFIGURED:
        return configured(capability, name)
    return accepted if isinstance(accepted, tuple) else None


def _uses(uses: Mapping[str, Any], name: str) -> list[Any]:
    """What of security is for the peers of an Application Entity."""
    return [use for use in uses.values() if not use.application_entities or name in use.application_entities]


def both(change: Change, sides: Sides) -> tuple[Any, Any]:
    """The record in which a change is on either side; None where there is none.

    What is there on one side alone has no path on the other one, but the record around it has its name.
    """
    return sides.before(change) or _record(sides.old, change), sides.after(change) or _record(sides.new, change)


def _record(capability: Capability, change: Change) -> Any:
    path = change.path
    records = getattr(capability, str(path[0]), None)
    return records.get(str(path[1])) if isinstance(records, dict) and len(path) > 1 else None


def element(path: str, value: str = "", *, creator: str = "", vr: str = "") -> Element:
    """A data element with the standard's Tag and VR; a private one is named by its Tag."""
    found = elements.by_keyword(path.rpartition(".")[2])
    if found is None:
        return Element(path=path, tag=path if path.startswith("(") else "", vr=vr, value=value, creator=creator)
    return Element(path=path, tag=found.tag, vr=vr or vr_of(found.vr), value=value)


def tag_of(path: str) -> str:
    """The Tag of the Attribute at the end of a dotted path; empty if the standard has none of that keyword."""
    found = elements.by_keyword(path.rpartition(".")[2])
    return found.tag if found else ""


def vr_of(vr: str) -> str:
    """The first of several Value Representations (`US or SS`)."""
    return vr.partition(" or ")[0]


_SAMPLES = {
    "AE": "PEER",
    "AS": "042Y",
    "CS": "A",
    "DA": "20250131",
    "DS": "1.5",
    "DT": "20250131120000",
    "FD": "1.5",
    "FL": "1.5",
    "IS": "1",
    "PN": "DOE^JANE",
    "TM": "120000",
    "UI": "2.25.1",
    "UR": "https://example.org/",
}


def sample_of(path: str, vr: str, length: int | None = None) -> str:
    """A value for an Attribute; with a `length`, one of so many characters, or the longest that its VR has."""
    keyword = path.rpartition(".")[2]
    if length is None and keyword in _KNOWN:
        return _KNOWN[keyword]
    return sample(vr, length)


def sample(vr: str, length: int | None = None) -> str:
    """A value of a Value Representation, as for `sample_of`; empty for what is no text."""
    one = vr_of(vr)
    kind = by_code(one)
    if kind is None or one in _BINARY:
        return ""
    if length is None or one in _FIXED or kind.longest is None:
        return _SAMPLES.get(one, "1" if kind.number else "A")
    # Zeros in front make a number longer, and no other one.
    return ("1" if kind.number else "A").rjust(min(length, kind.longest), "0" if kind.number else "A")


_KNOWN = {"Modality": "CT", "PatientID": "WITNESS", "PatientSex": "O", "ModalitiesInStudy": "CT"}
_BINARY = ("SQ", "OB", "OW", "OD", "OF", "OL", "OV", "UN", "AT")
_FIXED = ("AS", "DA", "DT", "TM", "UI", "FD", "FL")
