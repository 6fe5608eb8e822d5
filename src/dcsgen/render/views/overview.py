"""Views of the whole product at a glance: SOP Classes, objects, media and web transactions (PS3.2 A.1, N.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from dcsgen.base.standard import media_profiles, service_classes, service_rows
from dcsgen.base.words import FileSetRole, ObjectRole, Role, WebRole
from dcsgen.model import Capability, SopClass
from dcsgen.render.language import N_, Words, _
from dcsgen.render.views import wording
from dcsgen.render.views.entities import FactRow
from dcsgen.render.views.summary import supports_all, transfer_syntaxes, web_limits

K = TypeVar("K")

_CATEGORIES = (
    service_rows.TRANSFER,
    service_rows.QUERY_RETRIEVE,
    service_rows.WORKFLOW_MANAGEMENT,
    service_rows.PRINT_MANAGEMENT,
)
_OTHER = "Other"
_TITLES = Words(
    {
        service_rows.TRANSFER: N_("Transfer"),
        service_rows.QUERY_RETRIEVE: N_("Query/Retrieve"),
        service_rows.WORKFLOW_MANAGEMENT: N_("Workflow Management"),
        service_rows.PRINT_MANAGEMENT: N_("Print Management"),
        _OTHER: N_("Other"),
    }
)
_FEW = 16
_SOME = 10
"""More names than these few make a summary long; then only some are named."""
_VERIFICATION = "1.2.840.10008.1.1"
_OTHER_MEDIA = N_("Other Media")
_MEDIA_CATEGORIES = {
    N_("Compact Disk - Recordable"): ("CD-R",),
    N_("Magneto-Optical Disk"): ("650 MB MOD", "1.2 GB MOD", "2.3 GB MOD", "4.1 GB MOD"),
    N_("DVD"): ("DVD", "DVD-RAM"),
    N_("BD"): ("BD",),
    N_("USB and Flash Memory"): ("USB", "CompactFlash", "MultiMediaCard", "Secure Digital Card"),
    N_("Email"): ("MIME", "ZIP over e-mail"),
    _OTHER_MEDIA: (),
}
"""The categories of PS3.2 Table A.1-3 with the mediums of PS3.11."""
_COMMITMENT = ("1.2.840.10008.1.20.1", "1.2.840.10008.1.20.2")


class NetworkRow(Struct, frozen=True):
    """A SOP Class on the network, and in which roles any Application Entity supports it.

    `scu_option` and `scp_option` are what must be bought or configured first, if that holds for all who support it.
    """

    name: str
    uid: str
    scu: bool
    scp: bool
    scu_option: str = ""
    scp_option: str = ""


class NetworkGroup(Struct, frozen=True):
    """The SOP Classes of one category of PS3.2 Table A.1-2; `as_scu` and `as_scp` name them in few words."""

    title: str
    rows: tuple[NetworkRow, ...]
    as_scu: str
    as_scp: str


class MediaRow(Struct, frozen=True):
    """An Application Profile, and in which roles any Application Entity supports it, with the option that it is."""

    profile: str
    medium: str
    fsc: bool
    fsr: bool
    fsu: bool
    write_option: str
    read_option: str
    category: str


class MediaGroup(Struct, frozen=True):
    """The Application Profiles of one category of PS3.2 Table A.1-3."""

    title: str
    rows: tuple[MediaRow, ...]


class WebRow(Struct, frozen=True):
    """A transaction of a web service, and in which roles any Application Entity supports it."""

    service: str
    transaction: str
    user_agent: bool
    origin_server: bool
    user_agent_option: str
    origin_server_option: str


class ContentRow(Struct, frozen=True, kw_only=True):
    """Objects of one Storage SOP Class: whether they are created, and by which services they are transferred.

    `created` is None where no applied IOD tells.
    """

    name: str
    uid: str
    created: bool | None
    scu: bool
    scp: bool
    user_agent: bool
    origin_server: bool
    written: bool
    read: bool


class OverviewView(Struct, frozen=True, kw_only=True):
    """Everything at a glance.

    Verification is in `verification` alone, because Table A.1-1 does not list it. `commitment` is in `network`, but not
    in `workflow`: N.1.2 has it beside storage, and `storage` is both. `levels` are the levels of conformance of
    those that provide storage, `web_limits` the limits of web services by what is counted. `all_support_all` says that
    no service lacks one of the Transfer Syntaxes.
    """

    verification: tuple[NetworkRow, ...]
    network: tuple[NetworkGroup, ...]
    transfer: tuple[NetworkRow, ...]
    query_retrieve: tuple[NetworkRow, ...]
    workflow: tuple[NetworkRow, ...]
    commitment: tuple[NetworkRow, ...]
    storage: tuple[NetworkRow, ...]
    printing: tuple[NetworkRow, ...]
    media: tuple[MediaRow, ...]
    media_groups: tuple[MediaGroup, ...]
    web: tuple[WebRow, ...]
    contents: tuple[ContentRow, ...]
    transfer_syntaxes: tuple[str, ...]
    all_support_all: bool
    levels: tuple[FactRow, ...]
    web_limits: tuple[FactRow, ...]


def overview(capability: Capability) -> OverviewView:
    """The overview of a Capability; rows in the order of the description."""
    by_category = _network(capability)
    verification = tuple(row for rows in by_category.values() for row in rows if row.uid == _VERIFICATION)
    groups = {
        category: tuple(row for row in by_category.get(category, ()) if row.uid != _VERIFICATION)
        for category in (*_CATEGORIES, _OTHER)
    }
    media = _media(capability)
    transfer, query, workflow, printing = (groups[category] for category in _CATEGORIES)
    commitment = tuple(row for row in workflow if row.uid in _COMMITMENT)
    return OverviewView(
        verification=verification,
        network=tuple(
            NetworkGroup(
                _TITLES[category],
                rows,
                _in_short([row.name for row in rows if row.scu]),
                _in_short([row.name for row in rows if row.scp]),
            )
            for category, rows in groups.items()
            if rows
        ),
        transfer=transfer,
        query_retrieve=query,
        workflow=tuple(row for row in workflow if row.uid not in _COMMITMENT),
        commitment=commitment,
        storage=(*transfer, *commitment),
        printing=printing,
        media=media,
        media_groups=tuple(
            MediaGroup(_(title), rows)
            for title in _MEDIA_CATEGORIES
            if (rows := tuple(row for row in media if row.category == title))
        ),
        web=_web(capability),
        contents=_contents(capability),
        transfer_syntaxes=transfer_syntaxes(capability),
        all_support_all=supports_all(capability),
        levels=tuple(
            FactRow(wording.service_title(key, service), str(service.level_of_conformance))
            for key, service in capability.services.items()
            if service.level_of_conformance is not None
        ),
        web_limits=web_limits(capability),
    )


def _in_short(names: Sequence[str]) -> str:
    """The names, or some of them with how many there are."""
    if len(names) <= _FEW:
        return ", ".join(names) or _("none")
    some = ", ".join(names[:_SOME])
    return _("%(count)s SOP Classes: %(some)s and %(more)s more", count=len(names), some=some, more=len(names) - _SOME)


def category_of(sop_class: SopClass, capability: Capability) -> str:
    """The category of PS3.2 Table A.1-2; a SOP Class of the vendor has that of the one it is made from."""
    own = next((own for own in capability.sop_classes.values() if own.uid == sop_class.uid), None)
    uid = own.base.uid if own is not None and own.base is not None else sop_class.uid
    use = service_classes.service_of(uid)
    return use.category if use is not None and use.category else _OTHER


def _network(capability: Capability) -> dict[str, list[NetworkRow]]:
    roles: dict[str, set[Role]] = {}
    classes: dict[str, SopClass] = {}
    for service in capability.services.values():
        for sop in service.sop_classes:
            classes.setdefault(sop.uid, sop)
            roles.setdefault(sop.uid, set()).update(_both(service.role))
    options = _options(
        ((sop.uid, role), service.option)
        for service in capability.services.values()
        for sop in service.sop_classes
        for role in _both(service.role)
    )
    found: dict[str, list[NetworkRow]] = {}
    for uid, sop in classes.items():
        row = NetworkRow(
            sop.name,
            uid,
            Role.SCU in roles[uid],
            Role.SCP in roles[uid],
            options.get((uid, Role.SCU), ""),
            options.get((uid, Role.SCP), ""),
        )
        found.setdefault(category_of(sop, capability), []).append(row)
    return found


def _both(role: Role) -> tuple[Role, ...]:
    return (Role.SCU, Role.SCP) if role is Role.BOTH else (role,)


def _options(held: Iterable[tuple[K, str]]) -> dict[K, str]:
    """What must be bought or configured first, where that holds for all who support the same; the first text."""
    found: dict[K, list[str]] = {}
    for key, option in held:
        found.setdefault(key, []).append(option)
    return {key: texts[0] for key, texts in found.items() if all(texts)}


def _media_category(medium: str) -> str:
    return next((title for title, words in _MEDIA_CATEGORIES.items() if medium in words), _OTHER_MEDIA)


def _media(capability: Capability) -> tuple[MediaRow, ...]:
    roles: dict[str, set[FileSetRole]] = {}
    mediums: dict[str, str] = {}
    for service in capability.media.values():
        profile = service.profile
        facts = media_profiles.by_id(profile.base or profile.id)
        mediums[profile.id] = facts.medium if facts else ""
        roles.setdefault(profile.id, set()).update(service.roles)
    options = _options(
        ((service.profile.id, "read" if role is FileSetRole.FSR else "write"), service.option)
        for service in capability.media.values()
        for role in service.roles
    )
    return tuple(
        MediaRow(
            key,
            mediums[key],
            FileSetRole.FSC in held,
            FileSetRole.FSR in held,
            FileSetRole.FSU in held,
            options.get((key, "write"), ""),
            options.get((key, "read"), ""),
            _media_category(mediums[key]),
        )
        for key, held in roles.items()
    )


def _web(capability: Capability) -> tuple[WebRow, ...]:
    """The transactions of web services, in the order of the description."""
    offered = [
        (wording.retired(service.service.name, service.service.retired), transaction.name or key, service)
        for service in capability.web_services.values()
        for key, transaction in service.transactions.items()
    ]
    roles: dict[tuple[str, str], set[WebRole]] = {}
    for name, transaction, service in offered:
        roles.setdefault((name, transaction), set()).add(service.role)
    options = _options(((name, transaction, service.role), service.option) for name, transaction, service in offered)
    return tuple(
        WebRow(
            *named,
            WebRole.USER_AGENT in held,
            WebRole.ORIGIN_SERVER in held,
            options.get((*named, WebRole.USER_AGENT), ""),
            options.get((*named, WebRole.ORIGIN_SERVER), ""),
        )
        for named, held in roles.items()
    )


def _contents(capability: Capability) -> tuple[ContentRow, ...]:
    created = {iod.sop_class.uid: iod.role is ObjectRole.CREATED for iod in capability.iods.values()}
    created |= {iod.sop_class.uid: True for iod in capability.iods.values() if iod.role is ObjectRole.CREATED}
    classes: dict[str, SopClass] = {}
    ways: dict[str, set[str]] = {}
    for sop, way in _transfers(capability):
        if category_of(sop, capability) == service_rows.TRANSFER:
            classes.setdefault(sop.uid, sop)
            ways.setdefault(sop.uid, set()).add(way)
    return tuple(
        ContentRow(
            name=sop.name,
            uid=uid,
            created=created.get(uid),
            scu=Role.SCU in ways[uid],
            scp=Role.SCP in ways[uid],
            user_agent=WebRole.USER_AGENT in ways[uid],
            origin_server=WebRole.ORIGIN_SERVER in ways[uid],
            written=bool(ways[uid] & {FileSetRole.FSC, FileSetRole.FSU}),
            read=FileSetRole.FSR in ways[uid],
        )
        for uid, sop in classes.items()
    )


def _transfers(capability: Capability) -> Iterator[tuple[SopClass, str]]:
    """Each SOP Class of objects with a role in which the objects are sent, received, written or read."""
    for service in capability.services.values():
        yield from ((sop, role) for sop in service.sop_classes for role in _both(service.role))
    for web in capability.web_services.values():
        for transaction in web.transactions.values():
            yield from ((sop, web.role) for sop in transaction.sop_classes)
    for media in capability.media.values():
        for content in media.contents.values():
            yield from ((sop, role) for sop in content.sop_classes for role in media.roles)
