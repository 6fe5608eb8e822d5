"""SOP Classes and Meta SOP Classes: service, roles, IOD, status codes, keys, what else they need."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.kinds import _registry, _service_attributes, _statuses
from dcsgen.api.standard.kinds._modules import ModuleUse, module_table, modules_of
from dcsgen.api.standard.records import Entry, Hit, Source
from dcsgen.base.page import UNVERIFIED, Fact, Section, marked, table
from dcsgen.base.standard import iods, media_profiles, service_attributes, service_classes, transfer_syntaxes, uids
from dcsgen.base.standard.spelling import spelled

# What people call them, beside their names.
_ALSO = {
    "ModalityWorklistInformationModelFind": ("MWL",),
    "ModalityPerformedProcedureStep": ("MPPS",),
    "InstanceAvailabilityNotification": ("IAN",),
    "GrayscaleSoftcopyPresentationStateStorage": ("GSPS",),
    "StorageCommitmentPushModel": ("Storage Commitment",),
}


class Member(Struct, frozen=True):
    """A SOP Class of a Meta SOP Class."""

    uid: str
    name: str
    mandatory: bool
    unverified: bool


class SopClass(Entry, frozen=True, kw_only=True, tag_field="kind", tag="sop-class"):
    """A SOP Class or Meta SOP Class. `without_service` says why it has none, if so.

    `also_needed` says in sentences, with their clauses, what goes with it: Storage for a retrieval, an Association in
    the other direction. `pixel_data` tells whether its IOD has Pixel Data, so that compressed Transfer Syntaxes can
    carry it; null is not known. `media_profiles` are those in force that name it.
    """

    uid: str
    keyword: str
    meta: bool
    service_class: str
    without_service: str
    category: str
    dimse: tuple[str, ...]
    roles: tuple[str, ...]
    model: str
    levels: tuple[str, ...]
    iod: str
    modules: tuple[ModuleUse, ...]
    statuses: tuple[_statuses.Status, ...]
    attributes: tuple[_service_attributes.ServiceAttribute, ...]
    members: tuple[Member, ...]
    member_of: tuple[_registry.Named, ...]
    also_needed: tuple[str, ...]
    transfer_syntax_rules: tuple[str, ...]
    pixel_data: bool | None
    media_profiles: tuple[str, ...]


def _hits() -> Iterator[Hit]:
    for sop_class in uids.all_of(uids.SOP_CLASSES):
        use = service_classes.service_of(sop_class.uid)
        model = service_classes.query_model(sop_class.uid)
        facets = {"service-class": (use.service_class,), "dimse": use.dimse} if use is not None else {}
        yield Hit(
            "sop-class",
            sop_class.keyword or sop_class.uid,
            sop_class.name or sop_class.uid,
            (sop_class.uid, *_ALSO.get(sop_class.keyword, ()), *((model.model,) if model is not None else ())),
            " ".join((use.service_class, *use.dimse)) if use is not None else "",
            sop_class.retired,
            sop_class.unverified,
            facets,
        )


def _find(text: str) -> Iterator[tuple[str, bool]]:
    sop_class = uids.find(text, uids.SOP_CLASSES)
    if sop_class is not None:
        yield sop_class.keyword or sop_class.uid, text.strip() in (sop_class.keyword, sop_class.uid, sop_class.name)
        return
    form = spelled(text)
    for other in uids.all_of(uids.SOP_CLASSES):
        model = service_classes.query_model(other.uid) if not other.retired else None
        words = (*_ALSO.get(other.keyword, ()), *((model.model,) if model is not None else ()))
        if form in map(spelled, words):
            yield other.keyword, False


def _suggest(text: str) -> Iterator[str]:
    yield from uids.suggest(text, uids.SOP_CLASSES)


def _show(key: str) -> SopClass:
    sop_class = uids.find(key, uids.SOP_CLASSES)
    assert sop_class is not None
    uid = sop_class.uid
    use = service_classes.service_of(uid)
    model = service_classes.query_model(uid)
    members = tuple(Member(m.uid, _name(m.uid), m.mandatory, m.unverified) for m in service_classes.members_of(uid))
    iod = iods.iod_of(uid) or ""
    service = service_attributes.service_of(uid)
    keywords = (sop_class.keyword, *(keyword for member in members if (keyword := _keyword(member.uid))))
    unverified = (*_registry.unverified_registration(sop_class), *(use.unverified if use is not None else ()))
    return SopClass(
        id=key,
        name=sop_class.name or uid,
        retired=sop_class.retired,
        uid=uid,
        keyword=sop_class.keyword,
        meta=sop_class.kind == "Meta SOP Class",
        service_class=use.service_class if use is not None else "",
        without_service=service_classes.why_without_service(uid),
        category=use.category if use is not None else "",
        dimse=use.dimse if use is not None else (),
        roles=tuple(role.value for role in use.roles) if use is not None else (),
        model=model.model if model is not None else "",
        levels=model.levels if model is not None else (),
        iod=iod,
        modules=modules_of(iod) if iod else (),
        statuses=_statuses.of_service(use.dimse, use.service_class, keywords) if use is not None else (),
        attributes=_service_attributes.of_service(service) if service else (),
        members=members,
        member_of=tuple(_registry.named(meta) for meta in _metas_of(uid)),
        also_needed=tuple(_also_needed(sop_class, model)),
        transfer_syntax_rules=tuple(_transfer_syntax_rules(uid)),
        pixel_data=transfer_syntaxes.carries_pixels(uid),
        media_profiles=tuple(profile.id for profile in media_profiles.profiles_for(uid)),
        sources=tuple(_sources(uid, use, iod, service)),
        unverified=tuple(dict.fromkeys((*unverified, *(model.unverified if model is not None else ())))),
        known_holes=(
            *(iods.origin().known_holes if iod else ()),
            *(service_attributes.origin().known_holes if service else ()),
        ),
    )


def _metas_of(uid: str) -> Iterator[str]:
    for meta in uids.all_of(frozenset({"Meta SOP Class"})):
        if any(member.uid == uid for member in service_classes.members_of(meta.uid)):
            yield meta.uid


def _also_needed(sop_class: uids.Uid, model: service_classes.QueryModel | None) -> Iterator[str]:
    if model is not None and model.kind == "MOVE":
        yield "The provider is SCU of Storage SOP Classes on an Association of its own (PS3.4 C.4.2)."
    elif model is not None and model.kind == "GET":
        yield (
            "The user is SCP of Storage SOP Classes on the same Association, said with SCP/SCU Role Selection "
            "(PS3.4 C.4.3, C.5.3)."
        )
    if clause := service_classes.reported_later(sop_class.uid):
        yield (
            "The provider may send N-EVENT-REPORT on an Association that it opens itself, with SCP/SCU Role "
            f"Selection for its own role ({clause})."
        )
    expected = service_classes.expected_of_provider(sop_class.uid)
    if expected:
        yield f"A provider of it is expected to provide {', '.join(map(_name, expected))} too."


def _transfer_syntax_rules(uid: str) -> Iterator[str]:
    use = service_classes.service_of(uid)
    if use is None:
        return
    yield "Implicit VR Little Endian shall be among those offered and accepted, with the waivers of PS3.5 10.1."
    pixels = transfer_syntaxes.carries_pixels(uid)
    if pixels:
        yield "Compressed images and video are possible: the IOD has Pixel Data (7FE0,0010) (PS3.5 A.4)."
    elif "C-STORE" not in use.dimse:
        return
    elif pixels is False:
        yield "Compressed images and video are not possible: the IOD has no Pixel Data (7FE0,0010) (PS3.5 A.4)."
    else:
        yield "Whether there is Pixel Data to compress is not known."


def _sources(uid: str, use: service_classes.ServiceUse | None, iod: str, service: str | None) -> Iterator[Source]:
    yield _registry.registered_in(uid)
    if use is not None:
        yield source("Service", use.clause, service_classes.edition_of(use.clause))
        yield from _statuses.sources()
        yield source("Transfer Syntaxes", "PS3.5", transfer_syntaxes.EDITION)
    if iod:
        yield source("IOD and Modules", "PS3.3 Annex A", iods.origin().edition)
    if service:
        yield source("Attributes of the service", "PS3.4", service_attributes.origin().edition)


def _sections(entry: SopClass) -> Iterator[Section]:
    unseen = f" {UNVERIFIED}"
    facts = [
        Fact("UID", entry.uid),
        Fact("Keyword", entry.keyword),
        Fact("Service Class", entry.service_class + unseen * ("service_class" in entry.unverified)),
        Fact("No service", entry.without_service),
        Fact("Category", entry.category),
        Fact("DIMSE services", (", ".join(entry.dimse) or "not known") + unseen * ("dimse" in entry.unverified)),
        Fact("Roles", ", ".join(entry.roles)),
        Fact("Information Model", entry.model),
        Fact("Levels", ", ".join(entry.levels) + unseen * ("levels" in entry.unverified)),
        Fact("IOD", entry.iod),
        Fact("Part of", ", ".join(_registry.names(entry.member_of))),
        Fact("Media profiles", ", ".join(entry.media_profiles)),
    ]
    if not entry.service_class:
        facts = [fact for fact in facts if fact.label not in ("DIMSE services", "Roles")]
    yield Section("Identity", facts=tuple(fact for fact in facts if fact.text.strip()))
    rules = (*entry.also_needed, *entry.transfer_syntax_rules)
    if rules:
        yield Section("What goes with it", remarks=rules)
    if entry.members:
        rows = [
            (marked(m.name, unverified=m.unverified), m.uid, "mandatory" if m.mandatory else "optional")
            for m in entry.members
        ]
        yield Section("SOP Classes in it", table=table(("SOP Class", "UID", ""), rows))
    if entry.modules:
        yield Section("Modules", table=module_table(entry.modules))
    if entry.attributes:
        yield Section("Attributes of the service", table=_service_attributes.as_table(entry.attributes))
    own = [status for status in entry.statuses if status.service_class]
    general = [status for status in entry.statuses if not status.service_class]
    if own:
        yield Section(f"Status codes of {entry.service_class}", table=_statuses.as_table(own))
    if general:
        yield Section("Status codes of every Service Class", table=_statuses.as_table(general))


def _name(uid: str) -> str:
    return _registry.named(uid).name


def _keyword(uid: str) -> str:
    registered = uids.by_uid(uid)
    return registered.keyword if registered is not None else ""


KIND = Kind(
    key="sop-class",
    noun="SOP Class",
    plural="SOP Classes",
    entry=SopClass,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
    suggest=_suggest,
)
