"""What becomes of one object at a receiver: at each of its services that takes objects of this SOP Class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from dcsgen.base.data_set import DicomObject
from dcsgen.base.interaction import Outcome, worst
from dcsgen.base.object_fate import AttributeFate, Fate, ObjectFate, ObjectReason, StatusAnswer
from dcsgen.base.standard.service_classes import class_of
from dcsgen.base.standard.uids import by_uid
from dcsgen.base.words import Direction, StatusClass, Support
from dcsgen.match.object.attributes import Reader
from dcsgen.match.object.data_set import fates, home, kept
from dcsgen.match.object.peers import Peer
from dcsgen.match.object.sending import characters, encoding, sender, takers, transfer_syntax_name
from dcsgen.match.object.status import SUCCESS, Statuses
from dcsgen.match.object.words import sentence
from dcsgen.model import AttributeMapping, Capability, Service

MOST_CLASSES = 8
"""SOP Classes that are named of those which are taken instead."""

FULL = 2
"""The level of conformance at which everything is kept (PS3.4 B.4.1)."""


def received(
    sent: DicomObject, receiver: Capability, *, calling: str = "", reveal: bool = False, draft: bool = False
) -> tuple[ObjectFate, ...]:
    """What becomes of an object, for each service that takes it; one answer if none does.

    Without `reveal`, no value of the object is in the answer. A `draft` says only a part of what the receiver accepts.
    """
    services = takers(receiver, sent.sop_class)
    if not services:
        return (_not_taken(sent, receiver, draft=draft),)
    return tuple(
        _at_service(sent, receiver, key, service, calling=calling, reveal=reveal, draft=draft)
        for key, service in services.items()
    )


def _not_taken(sent: DicomObject, receiver: Capability, *, draft: bool) -> ObjectFate:
    name = sop_class_name(sent.sop_class, receiver)
    stored = {one.uid: one.name for service in receiver.services.values() for one in service.sop_classes}
    taken = [title for uid, title in stored.items() if class_of(uid) == "Storage" and takers(receiver, uid)]
    more = f" and {len(taken) - MOST_CLASSES} more" if len(taken) > MOST_CLASSES else ""
    takes = f"it takes {', '.join(taken[:MOST_CLASSES])}{more}" if taken else "it takes no objects at all"
    reason = ObjectReason(
        slug="sop-class-not-accepted",
        outcome=Outcome.FAILS,
        message=f"no service of {receiver.product.name} accepts {name}, so that no Presentation Context for it is "
        f"accepted and no C-STORE request can be sent; {takes}",
        path=("services",),
        remedy=f"the receiver would have to accept {name}",
        clause="PS3.8 9.3.3.2",
    )
    if draft:
        reason = ObjectReason(
            slug="sop-class-not-stated",
            outcome=Outcome.CANNOT_TELL,
            message=f"no service is stated to accept {name}; {takes}",
            path=("services",),
            missing=f"whether it accepts {name}",
        )
    return _fate(sent, receiver, reason.outcome, reasons=(reason,))


def _at_service(
    sent: DicomObject,
    receiver: Capability,
    key: str,
    service: Service,
    *,
    calling: str,
    reveal: bool,
    draft: bool,
) -> ObjectFate:
    name, mapping = _mapping_of(receiver, service, sent.sop_class)
    statuses = Statuses(receiver, key, service, name, mapping)
    ae_mapping = receiver.ae_mappings.get(service.ae_mapping)
    fitting = ae_mapping if ae_mapping is not None and ae_mapping.attribute_mapping == name else None
    peer = Peer(service.ae_mapping, fitting, calling)
    reasons = [*encoding(sent, key, service, draft=draft), *sender(receiver, key, service, peer)]
    found: tuple[AttributeFate, ...] = ()
    if mapping is None:
        reasons += [_without_mapping(key, service), *characters(sent, receiver, mapped=False)]
        if service.level_of_conformance == FULL:
            found = kept(sent.data_set, sent.sop_class, reveal=reveal)
    else:
        creators = {tag: one.creator for tag, one in (receiver.private_attributes or {}).items()}
        reader = Reader(sent.data_set, statuses, peer, creators, reveal=reveal)
        iod = receiver.iods.get(mapping.iod)
        found = fates(sent.data_set, name, mapping, iod, reader, reveal=reveal)
        rows = [module.attributes.get("SpecificCharacterSet") for module in mapping.modules.values()]
        reasons += characters(sent, receiver, mapped=any(row is not None and row.values for row in rows))
        reasons += _modules(found, receiver, mapping, sent.sop_class)
    sendable = all(reason.outcome is not Outcome.FAILS for reason in reasons)
    status = _status(found, statuses, complete=mapping is not None or service.level_of_conformance == FULL)
    lost = any(fate.fate in (Fate.IGNORED, Fate.NOT_LISTED) for fate in found)
    outcome = worst(
        [
            *(reason.outcome for reason in reasons),
            *(trouble.outcome for fate in found for trouble in fate.troubles),
            *([Outcome.LOSS] if lost else []),
        ]
    )
    return _fate(
        sent,
        receiver,
        outcome,
        key=key,
        service=service,
        mapping=name if mapping is not None else "",
        status=status if sendable else None,
        attributes=found,
        reasons=tuple(reasons),
    )


def _mapping_of(receiver: Capability, service: Service, sop_class: str) -> tuple[str, AttributeMapping | None]:
    """The mapping by which a service imports objects: its own, else the only one for the SOP Class."""
    own = receiver.attribute_mappings.get(service.attribute_mapping)
    if own is not None:
        return service.attribute_mapping, own if own.direction is Direction.IMPORT else None
    if service.level_of_conformance == FULL:
        return "", None
    fitting = [
        (name, mapping)
        for name, mapping in receiver.attribute_mappings.items()
        if mapping.direction is Direction.IMPORT
        and (iod := receiver.iods.get(mapping.iod)) is not None
        and iod.sop_class.uid == sop_class
        and all(other.attribute_mapping != name for other in receiver.services.values())
    ]
    return fitting[0] if len(fitting) == 1 else ("", None)


def _without_mapping(key: str, service: Service) -> ObjectReason:
    if service.level_of_conformance == FULL:
        return ObjectReason(
            slug="everything-kept",
            outcome=Outcome.WORKS,
            message="its level of conformance is 2 (full): all Attributes are kept, private ones too",
            path=("services", key, "level_of_conformance"),
            clause="PS3.4 B.4.1",
        )
    return ObjectReason(
        slug="mapping-not-stated",
        outcome=Outcome.CANNOT_TELL,
        message="what becomes of the Attributes is not stated",
        path=("services", key),
        missing="an attribute mapping, or level of conformance 2",
        clause="PS3.4 B.4.1",
    )


def _modules(
    found: Sequence[AttributeFate], receiver: Capability, mapping: AttributeMapping, sop_class: str
) -> Iterator[ObjectReason]:
    """Modules of the object that the receiver does not support: what it does then is in words only."""
    iod = receiver.iods.get(mapping.iod)
    there = {home(sop_class, _plain(fate.path), tuple(mapping.modules)) for fate in found if fate.read or fate.count}
    for name, module in iod.modules.items() if iod is not None else ():
        if module.support is Support.NOT_SUPPORTED and name in there:
            said = f"; it says: {module.remark}" if module.remark else ""
            yield ObjectReason(
                slug="module-not-supported",
                outcome=Outcome.CANNOT_TELL,
                message=f"the object has the {name} Module, which the receiver does not support{said}",
                path=("iods", mapping.iod, "modules", name),
                missing="" if module.remark else "what becomes of objects with this Module",
            )


def _status(found: Sequence[AttributeFate], statuses: Statuses, *, complete: bool) -> StatusAnswer:
    """The status that is returned: that of the first failure in the order of the mapping, else of the first warning."""
    troubles = [(fate, trouble) for fate in found for trouble in fate.troubles]
    for outcome, status_class in ((Outcome.FAILS, StatusClass.FAILURE), (Outcome.LOSS, StatusClass.WARNING)):
        fitting = [(fate, trouble) for fate, trouble in troubles if trouble.outcome is outcome]
        unclear = [(fate, trouble) for fate, trouble in troubles if trouble.outcome is Outcome.CANNOT_TELL]
        if outcome is Outcome.LOSS and unclear:
            fate, trouble = unclear[0]
            return StatusAnswer(because=f"{fate.name} {trouble.message}", missing=trouble.missing)
        if fitting:
            # The first of those that have a code: others may have the same one.
            codes = list(dict.fromkeys(trouble.status for _, trouble in fitting if trouble.status))
            fate, trouble = fitting[0]
            because = f"{fate.name or fate.path} {trouble.message}"
            if not trouble.status:
                sure = StatusClass.FAILURE if outcome is Outcome.FAILS else None
                return StatusAnswer(status_class=sure, others=tuple(codes), because=because, missing=trouble.missing)
            meaning = statuses.meaning(trouble.status)
            return StatusAnswer(
                code=trouble.status,
                status_class=status_class,
                meaning=meaning.meaning,
                others=tuple(code for code in codes if code != trouble.status),
                because=because,
                row=meaning.row,
            )
    if not complete:
        return StatusAnswer(missing="what becomes of the Attributes")
    unused = [fate for fate in found if fate.fate in (Fate.IGNORED, Fate.NOT_LISTED)]
    said = statuses.general("ignored") if unused else None
    if said is not None and not said.code:
        return StatusAnswer(
            because=f"{len(unused)} Attributes are not used",
            missing="whether Attributes that are not used cause a warning (B006, PS3.4 Table B.2-1)",
        )
    code = said.code.upper() if said is not None else SUCCESS
    meaning = statuses.meaning(code)
    return StatusAnswer(
        code=code,
        status_class=meaning.status_class,
        meaning=meaning.meaning,
        because=f"{len(unused)} Attributes are not used"
        if unused and code != SUCCESS
        else "nothing is refused or changed",
        row=meaning.row,
    )


def _fate(
    sent: DicomObject,
    receiver: Capability,
    outcome: Outcome,
    *,
    key: str = "",
    service: Service | None = None,
    mapping: str = "",
    status: StatusAnswer | None = None,
    attributes: tuple[AttributeFate, ...] = (),
    reasons: tuple[ObjectReason, ...] = (),
) -> ObjectFate:
    made = ObjectFate(
        file=sent.file,
        sop_class=sop_class_name(sent.sop_class, receiver),
        sop_class_uid=sent.sop_class,
        transfer_syntax=transfer_syntax_name(sent.transfer_syntax),
        transfer_syntax_uid=sent.transfer_syntax,
        outcome=outcome,
        sentence="",
        application_entity=service.application_entity if service is not None else "",
        service=("services", key) if key else (),
        service_title=service.title if service is not None else "",
        mapping=mapping,
        status=status,
        counts={fate.value: number for fate in Fate if (number := _count(attributes, fate))},
        conditions=len({fate.row for fate in attributes if fate.is_conditional}),
        attributes=attributes,
        reasons=reasons,
    )
    return structs.replace(made, sentence=sentence(made, receiver.product.name))


def _count(attributes: Sequence[AttributeFate], fate: Fate) -> int:
    """How many Attributes of the object fare so; Sequences count by what is in them."""
    return len({one.path for one in attributes if one.fate is fate and not one.items})


def sop_class_name(uid: str, receiver: Capability) -> str:
    """The name of a SOP Class, the standard's or the receiver's own; its UID if it has none."""
    own = next((one.name for each in receiver.services.values() for one in each.sop_classes if one.uid == uid), "")
    found = by_uid(uid)
    return own or (found.name if found is not None else uid or "no SOP Class")


def _plain(path: str) -> str:
    return ".".join(step.partition("[")[0] for step in path.split("."))
