"""Says whether changes affect the peers of a site: values in, values out, and unknown is an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from dcsgen.base.change import Action, Change, Subject, Verdict
from dcsgen.base.site import Answer, Effect, Peer, Site, Use
from dcsgen.base.text import in_words, listed
from dcsgen.base.words import Role, Stance
from dcsgen.model import Capability, Service
from dcsgen.plugin.change_rule import Judged, Sides

UNCOMPRESSED = ("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2")
"""Implicit and Explicit VR Little Endian, Explicit VR Big Endian: one can be turned into another (PS3.5 10)."""

OF_KEYS = (Subject.QUERY_KEY, Subject.MATCHING, Subject.QUERY_LEVEL)

WHOLE = (Subject.SERVICE, Subject.SOP_CLASS)
"""Subjects that a peer cannot do without, if it uses the SOP Class at all."""


class _Said(NamedTuple):
    answer: Answer
    reason: str


def at_site(changes: Sequence[Judged], site: Site, sides: Sides) -> tuple[Judged, ...]:
    """The changes with what each of them, and what follows from it, means for each peer."""
    return tuple(_judged(judged, site, sides) for judged in changes)


def _judged(judged: Judged, site: Site, sides: Sides) -> Judged:
    inner = sides.about(judged.change)
    echoes = tuple(_judged(echo, site, inner) for echo in judged.echoes)
    own = [one.verdict for one in judged.judgements]
    hurts = any(verdict in (Verdict.BREAKING, Verdict.RISKY) for verdict in own)
    effects = tuple(_effect(judged.change, peer, sides) for peer in site.peers) if hurts else ()
    return structs.replace(judged, effects=effects, echoes=echoes)


def _effect(change: Change, peer: Peer, sides: Sides) -> Effect:
    said = min(_answers(change, peer, sides), key=lambda one: one.answer.rank)
    return Effect(peer=peer.name, answer=said.answer, reason=said.reason, workflows=peer.workflows)


def _answers(change: Change, peer: Peer, sides: Sides) -> Iterator[_Said]:
    """What holds for each use that a peer makes of what has changed; at least one answer."""
    services = list(_services(change, sides))
    if not services:
        part = in_words(str(change.path[0])) if change.path else "it"
        yield _Said(Answer.CANNOT_TELL, f"whether {peer.name} depends on the {part} is not stated")
        return
    met = False
    for service, after in services:
        for use in peer.uses:
            shared = _shared(change, service, use)
            if shared:
                met = True
                yield _answer(change, after, use, peer.name, listed(list(shared.values())[:3], "and"))
    if not met:
        roles = listed(sorted({_counterpart(service.role) for service, _ in services}), "or")
        names = listed([one.name for service, _ in services for one in service.sop_classes][:3], "and")
        yield _Said(Answer.DOES_NOT_AFFECT, f"{peer.name} does not use {names} as {roles}")


def _answer(change: Change, after: Service | None, use: Use, peer: str, names: str) -> _Said:
    """What a change means for one use of the SOP Classes `names`."""
    role = use.role if use.role is not Role.BOTH else "SCU and SCP"
    if change.subject is Subject.TRANSFER_SYNTAX and change.field in ("", "transfer_syntaxes"):
        return _of_transfer_syntax(change, after, use, peer, names)
    if change.subject in OF_KEYS and "keys" in change.path:
        key = str(change.path[change.path.index("keys") + 1])
        return _of_key(change, key, use, peer, names)
    if change.path[0] == "attribute_mappings":
        steps = [str(step) for step in change.path]
        attribute = next((steps[at + 1] for at, step in enumerate(steps[:-1]) if step == "attributes"), "")
        return _of_attribute(change, attribute, use, peer, names)
    gone = change.subject in WHOLE and change.action is Action.REMOVED
    if gone or (change.subject is Subject.SERVICE and change.field == "role"):
        return _Said(Answer.AFFECTS, f"{peer} uses {names} as {role}")
    what = in_words(change.field or change.subject)
    return _Said(Answer.CANNOT_TELL, f"{peer} uses {names} as {role}, and how it depends on the {what} is not stated")


def _of_key(change: Change, key: str, use: Use, peer: str, names: str) -> _Said:
    """A key that the product offers hurts who sends it; one that it demands hurts who does not support it."""
    whole = change.subject is Subject.QUERY_KEY and not change.field
    if use.keys is None:
        return _Said(Answer.CANNOT_TELL, f"the keys of {peer} for {names} are not stated")
    if (key in use.keys) == (change.stance is Stance.DEMANDS) and (whole or key not in use.keys):
        said = "supports" if key in use.keys else "does not use"
        return _Said(Answer.DOES_NOT_AFFECT, f"{peer} {said} the key {key}")
    if whole or key not in use.keys:
        said = "uses" if key in use.keys else "does not support"
        return _Said(Answer.AFFECTS, f"{peer} {said} the key {key}")
    return _Said(Answer.CANNOT_TELL, f"in which way {peer} has the key {key} is not stated")


def _of_attribute(change: Change, attribute: str, use: Use, peer: str, names: str) -> _Said:
    if change.stance is Stance.DEMANDS:
        # That a peer relies on an Attribute does not mean that all of its objects have it.
        return _Said(Answer.CANNOT_TELL, f"whether {peer} always sends {attribute} for {names} is not stated")
    if use.attributes is None or not attribute:
        return _Said(Answer.CANNOT_TELL, f"on which Attributes {peer} relies for {names} is not stated")
    if any(one == attribute or one.startswith(f"{attribute}.") for one in use.attributes):
        return _Said(Answer.AFFECTS, f"{peer} relies on {attribute}")
    return _Said(Answer.DOES_NOT_AFFECT, f"{peer} does not rely on {attribute}")


def _of_transfer_syntax(change: Change, after: Service | None, use: Use, peer: str, names: str) -> _Said:
    if use.transfer_syntaxes is None:
        return _Said(Answer.CANNOT_TELL, f"the Transfer Syntaxes of {peer} for {names} are not stated")
    left = [one for one in after.transfer_syntaxes if one.uid in use.transfer_syntaxes] if after else []
    if change.action is not Action.REMOVED:
        if len(left) < 2:
            return _Said(Answer.DOES_NOT_AFFECT, f"{peer} has no choice of Transfer Syntaxes for {names}")
        return _Said(Answer.CANNOT_TELL, f"whether {peer} does as well with the other choice for {names} is not stated")
    if change.key not in use.transfer_syntaxes:
        return _Said(Answer.DOES_NOT_AFFECT, f"{peer} does not use this Transfer Syntax for {names}")
    if not left:
        return _Said(Answer.AFFECTS, f"{peer} and the product have no Transfer Syntax in common for {names} any more")
    other = next((one for one in left if one.uid in UNCOMPRESSED), None)
    if other is not None and change.key in UNCOMPRESSED:
        return _Said(Answer.DOES_NOT_AFFECT, f"{peer} can use {other.name} for {names}")
    again = listed([one.name for one in left][:3], "and")
    # Who sends an object is the one to convert it.
    sender = "the product" if use.role is Role.SCP else peer
    return _Said(Answer.CANNOT_TELL, f"whether {sender} can convert its objects to {again} is not stated")


def _shared(change: Change, service: Service, use: Use) -> dict[str, str]:
    """The SOP Classes of a service that a peer uses in the other role; only that of a change about one."""
    counterparts = {Role.SCU: (Role.SCP, Role.BOTH), Role.SCP: (Role.SCU, Role.BOTH), Role.BOTH: tuple(Role)}
    if use.role not in counterparts[service.role]:
        return {}
    only = change.key if change.subject is Subject.SOP_CLASS and not change.field else ""
    uids = {one.uid for one in service.sop_classes if not only or one.uid == only}
    return {uid: name for uid, name in use.sop_classes.items() if uid in uids}


def _services(change: Change, sides: Sides) -> Iterator[tuple[Service, Service | None]]:
    """The services that a change is about, as they were, or are if they are new; and as they are now."""
    old, new = change.old_path, change.new_path
    path = old or new
    side = sides.old if old else sides.new
    if len(path) < 2:
        return
    collection, name = path[0], str(path[1])
    if collection == "services":
        service = side.services.get(name)
        if service is not None:
            yield service, sides.new.services.get(str(new[1]) if new else sides.partner("services", name))
        return
    field = {
        "attribute_mappings": "attribute_mapping",
        "ae_mappings": "ae_mapping",
        "status_tables": "status_table",
        "application_entities": "application_entity",
        "iods": "iod",
    }.get(str(collection))
    found = list(_of(side, field, name)) or list(_with_object(side, str(collection), name))
    for key, service in found:
        yield service, sides.new.services.get(sides.partner("services", key) if old else key)


def _of(side: Capability, field: str | None, name: str) -> Iterator[tuple[str, Service]]:
    for key, service in side.services.items() if field else ():
        if getattr(service, str(field)) == name:
            yield key, service


def _with_object(side: Capability, collection: str, name: str) -> Iterator[tuple[str, Service]]:
    """The services that have the SOP Class of an applied IOD or of a mapping, as if they had no other."""
    mapping = side.attribute_mappings.get(name) if collection == "attribute_mappings" else None
    iod = side.iods.get(mapping.iod if mapping else name) if mapping or collection == "iods" else None
    for key, service in side.services.items() if iod else ():
        only = tuple(one for one in service.sop_classes if iod and one.uid == iod.sop_class.uid)
        if only:
            yield key, structs.replace(service, sop_classes=only)


def _counterpart(role: Role) -> str:
    return {Role.SCU: "SCP", Role.SCP: "SCU", Role.BOTH: "SCU or SCP"}[role]
