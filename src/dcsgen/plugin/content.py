"""Stored objects between two products: what the one writes into them, and what the other one makes of that."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from dcsgen.base.interaction import Means
from dcsgen.base.place import Path
from dcsgen.base.standard.statuses import class_of, parse_code
from dcsgen.base.words import ObjectRole, Role, StatusClass
from dcsgen.model import Capability, Status
from dcsgen.model.sent import Sent, SentObject, sent_object, unstated_object
from dcsgen.model.sop_class import SopClass
from dcsgen.model.taken import Taken, TakenObject, taken_object
from dcsgen.plugin.match_rule import Meeting, Party

STORAGE = "Storage"
"""The Service Class of the rules about content (PS3.4 B)."""


class Content(Struct, frozen=True, kw_only=True):
    """Objects of a SOP Class on their way from a sender to a receiver.

    `used` are the Attributes that the receiver does not ignore, each with how the sender writes what is read there.
    `forwarded` is where the sender says that it passes on what it has received: an applied IOD with that role, or the
    service that receives such objects if it does not say that it creates any; None if neither is so. `ae_title` is that
    of the sender, by which the receiver chooses its AE-specific mapping; empty if it is not stated.
    """

    sender: Party
    receiver: Party
    sop_class: SopClass
    sent: SentObject
    taken: TakenObject
    used: tuple[tuple[Taken, Sent], ...] = ()
    forwarded: Path | None = None
    ae_title: str = ""

    def status_for(self, trouble: str) -> str:
        """The status that the receiver's mapping names for a trouble: `absent`, `empty`, `too_long`; empty if none."""
        record = self.receiver.capability.attribute_mappings.get(self.taken.mapping)
        if record is None or record.statuses is None:
            return ""
        code: str = getattr(record.statuses, trouble)
        return code

    def status(self, code: str) -> tuple[str, Status | None]:
        """The entry of the receiver's status codes that a code is in, with its key; None if it lists no such code."""
        return entry_of(int(code, 16), statuses_of(self.receiver))

    def refuses(self, code: str) -> bool | None:
        """Whether the object is refused when the receiver returns this status; None if that cannot be known."""
        if not code:
            return None
        _, listed = self.status(code)
        kind = listed.class_ if listed is not None else class_of(int(code, 16))
        return None if kind is None else kind is StatusClass.FAILURE


def statuses_of(party: Party) -> dict[str, Status]:
    """The status codes that a service returns or handles: its table, and what it has itself."""
    table = party.capability.status_tables.get(party.service.status_table)
    return {**(table.statuses if table is not None else {}), **party.service.statuses}


def status_path(party: Party, code: str = "") -> Path:
    """Where the status codes of a service stand, or one of them by its key."""
    service = party.service
    own = code in service.statuses or not service.status_table
    where: Path = (*party.path, "statuses") if own else ("status_tables", service.status_table, "statuses")
    return (*where, code) if code else where


def entry_of(code: int, statuses: dict[str, Status]) -> tuple[str, Status | None]:
    """The narrowest entry that a code is in, with its key; `other` has what no entry has."""
    bounds = [(key, codes_of(key)) for key in statuses]
    fitting = [(each[1] - each[0], key) for key, each in bounds if each is not None and each[0] <= code <= each[1]]
    key = min(fitting)[1] if fitting else "other"
    return key, statuses.get(key)


@cache
def codes_of(key: str) -> tuple[int, int] | None:
    """The lowest and highest code that the key of a status means; None for `other`."""
    try:
        return parse_code(key)
    except ValueError:
        return None


def content_of(meeting: Meeting) -> Content | None:
    """The objects that are stored in a meeting of the Storage Service Class; None for other meetings.

    The SCU sends. Its objects are those of the applied IOD that its service names, else of the only one of the SOP
    Class that the product creates.
    """
    return _content(_Same(meeting))


class _Same:
    """A meeting as the key of a cache: each rule asks for the content of the same one."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    def __hash__(self) -> int:
        return id(self.meeting)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.meeting is self.meeting


@lru_cache(maxsize=1)
def _content(same: _Same) -> Content | None:
    meeting = same.meeting
    if meeting.means is not Means.NETWORK or meeting.sop_class is None or meeting.service_class != STORAGE:
        return None
    sender, receiver = meeting.user, meeting.provider
    key, forwarded = _written(sender, meeting.key)
    title = sender.address.ae_title if sender.address is not None else ""
    sent = (
        sent_object(sender.capability, key, partial=sender.draft) if key else unstated_object(meeting.key, sender.path)
    )
    taken = _taken(receiver, meeting.key, title)
    return Content(
        sender=sender,
        receiver=receiver,
        sop_class=meeting.sop_class,
        sent=sent,
        taken=taken,
        used=tuple((one, sent.sent(one.read, taken.module_of(one))) for one in taken.used()),
        forwarded=forwarded,
        ae_title=title,
    )


def _written(sender: Party, uid: str) -> tuple[str, Path | None]:
    """The key of the applied IOD that the sender creates, if there is one, and where it says that it forwards."""
    capability, service = sender.capability, sender.service
    if _is_of(capability, service.iod, uid):
        role = capability.iods[service.iod].role
        if role is ObjectRole.CREATED:
            return service.iod, None
        if role is ObjectRole.FORWARDED:
            return "", ("iods", service.iod)
    forwarded = _with_role(capability, uid, ObjectRole.FORWARDED)
    if forwarded:
        return "", ("iods", forwarded[0])
    created = _with_role(capability, uid, ObjectRole.CREATED)
    if len(created) == 1:
        return created[0], None
    return "", None if created else _receives(capability, uid)


def _receives(capability: Capability, uid: str) -> Path | None:
    """The path of a service that stores objects of a SOP Class in the product itself."""
    for name, service in capability.services.items():
        if service.role is not Role.SCU and any(one.uid == uid for one in service.sop_classes):
            return ("services", name)
    return None


def _taken(receiver: Party, uid: str, ae_title: str) -> TakenObject:
    capability, service = receiver.capability, receiver.service
    mapping = capability.attribute_mappings.get(service.attribute_mapping)
    mapped = service.attribute_mapping if mapping is not None and _is_of(capability, mapping.iod, uid) else ""
    received = _with_role(capability, uid, ObjectRole.RECEIVED)
    iod = service.iod if _is_of(capability, service.iod, uid) else received[0] if len(received) == 1 else ""
    return taken_object(capability, mapping=mapped, iod=iod, ae_mapping=service.ae_mapping, ae_title=ae_title)


def _is_of(capability: Capability, iod: str, uid: str) -> bool:
    found = capability.iods.get(iod)
    return found is not None and found.sop_class.uid == uid


def _with_role(capability: Capability, uid: str, role: ObjectRole) -> list[str]:
    return [key for key, iod in capability.iods.items() if iod.sop_class.uid == uid and iod.role is role]
