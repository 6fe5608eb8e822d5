"""Transfer Syntaxes: what they do to a Data Set, which others go with them, where they are allowed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.kinds import _registry
from dcsgen.api.standard.records import Entry, Hit, Source
from dcsgen.base.page import Fact, Section
from dcsgen.base.standard import media_profiles, transfer_syntaxes, uids


class Companions(Struct, frozen=True):
    """Transfer Syntaxes of which one shall be offered for an Abstract Syntax that is offered with this one."""

    any_of: tuple[_registry.Named, ...]
    clause: str


class TransferSyntax(Entry, frozen=True, kw_only=True, tag_field="kind", tag="transfer-syntax"):
    """A Transfer Syntax. `family` is empty where its clause is not part of the data.

    `compression` says whether pixels come out as they went in: none, lossless, lossy, either. `explicit_vr` is null
    and `byte_order` empty for what encodes no Data Set. `frames` and `objects` say in sentences how frames are stored
    and which objects it can carry; `default_may_be_missing` when the default of PS3.5 10.1 need not be offered.
    `media_profiles` are those in force that allow it. `retired_since` is the year, empty where it is not known.
    """

    uid: str
    keyword: str
    family: str
    compression: str
    codec: str
    byte_order: str
    explicit_vr: bool | None
    encapsulated: bool
    deflated: bool
    negotiable: bool
    frames: str
    objects: str
    companions: tuple[Companions, ...]
    default_may_be_missing: str
    media_profiles: tuple[str, ...]
    retired_since: str


def _hits() -> Iterator[Hit]:
    for uid in uids.all_of(uids.TRANSFER_SYNTAXES):
        facts = transfer_syntaxes.syntax(uid.uid)
        family = facts.family.value if facts is not None else ""
        yield Hit(
            "transfer-syntax",
            uid.keyword or uid.uid,
            uid.name or uid.uid,
            (uid.uid,),
            f"{family}, {facts.compression.value}" if facts is not None else "",
            uid.retired,
            uid.unverified,
            {"family": (family,), "compression": (facts.compression.value,)} if facts is not None else {},
        )


def _find(text: str) -> Iterator[tuple[str, bool]]:
    uid = uids.find(text, uids.TRANSFER_SYNTAXES)
    if uid is not None:
        yield uid.keyword or uid.uid, text in (uid.keyword, uid.uid, uid.name)


def _suggest(text: str) -> Iterator[str]:
    yield from uids.suggest(text, uids.TRANSFER_SYNTAXES)


def _show(key: str) -> TransferSyntax:
    uid = uids.find(key, uids.TRANSFER_SYNTAXES)
    assert uid is not None
    facts = transfer_syntaxes.syntax(uid.uid)
    companions = transfer_syntaxes.companions(uid.uid)
    return TransferSyntax(
        id=key,
        name=uid.name or uid.uid,
        retired=uid.retired,
        uid=uid.uid,
        keyword=uid.keyword,
        family=facts.family.value if facts is not None else "",
        compression=facts.compression.value if facts is not None else "",
        codec=facts.codec if facts is not None else "",
        byte_order=facts.byte_order if facts is not None else "",
        explicit_vr=facts.explicit_vr if facts is not None else None,
        encapsulated=facts is not None and facts.encapsulated,
        deflated=facts is not None and facts.deflated,
        negotiable=facts is not None and facts.negotiable,
        frames=_frames(facts),
        objects=_objects(facts),
        companions=tuple(Companions(tuple(map(_registry.named, c.any_of)), c.clause) for c in companions),
        default_may_be_missing=transfer_syntaxes.default_may_be_missing(uid.uid),
        media_profiles=tuple(
            profile.id
            for profile in media_profiles.all_profiles()
            if not profile.retired and any(uid.uid in content.transfer_syntaxes for content in profile.contents)
        ),
        retired_since=transfer_syntaxes.retired_since(uid.uid),
        sources=tuple(_sources(uid.uid, facts)),
        unverified=_registry.unverified_registration(uid),
        known_holes=media_profiles.origin().known_holes,
    )


def _sources(uid: str, facts: transfer_syntaxes.TransferSyntaxFacts | None) -> Iterator[Source]:
    yield _registry.registered_in(uid)
    if facts is not None:
        yield source("Encoding", facts.clause, transfer_syntaxes.EDITION)
    yield source("Media profiles", "PS3.11", media_profiles.origin().edition)


def _frames(facts: transfer_syntaxes.TransferSyntaxFacts | None) -> str:
    if facts is None or not facts.encapsulated:
        return ""
    if facts.family is transfer_syntaxes.Family.VIDEO:
        return "the whole video in one or more fragments" if facts.fragmentable else "the whole video in one fragment"
    return "each frame in fragments of its own"


def _objects(facts: transfer_syntaxes.TransferSyntaxFacts | None) -> str:
    if facts is None:
        return ""
    if facts.family is transfer_syntaxes.Family.REAL_TIME:
        return "the real-time SOP Classes of PS3.22 only"
    if facts.pixel_data_only:
        return "only objects with Pixel Data (7FE0,0010), or a reference to it, at the top level"
    return "objects of every SOP Class" if facts.negotiable else ""


def _sections(entry: TransferSyntax) -> Iterator[Section]:
    explicit = {True: "explicit", False: "implicit", None: ""}[entry.explicit_vr]
    facts = (
        Fact("UID", entry.uid),
        Fact("Keyword", entry.keyword),
        Fact("Family", entry.family),
        Fact("Compression", f"{entry.compression}{f', {entry.codec}' if entry.codec else ''}"),
        Fact("Byte order", f"{entry.byte_order} endian" if entry.byte_order else ""),
        Fact("VR", explicit),
        Fact("Pixel Data", "encapsulated" if entry.encapsulated else ""),
        Fact("Frames", entry.frames),
        Fact("Carries", entry.objects),
        Fact("Negotiation", "" if entry.negotiable else "not for Associations, or not described in PS3.5"),
        Fact("Retired since", entry.retired_since),
        Fact("Media profiles", ", ".join(entry.media_profiles)),
    )
    yield Section("Identity", facts=tuple(fact for fact in facts if fact.text))
    rules = [
        f"Whoever offers it for an Abstract Syntax also offers {' or '.join(_registry.names(c.any_of))} ({c.clause})."
        for c in entry.companions
    ]
    if entry.default_may_be_missing:
        rules.append(f"Waiver of the default (PS3.5 10.1): {entry.default_may_be_missing}.")
    if rules:
        yield Section("What goes with it", remarks=tuple(rules))


KIND = Kind(
    key="transfer-syntax",
    noun="Transfer Syntax",
    plural="Transfer Syntaxes",
    entry=TransferSyntax,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
    suggest=_suggest,
)
