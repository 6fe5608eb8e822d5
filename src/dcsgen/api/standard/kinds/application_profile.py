"""Media Storage Application Profiles: medium, roles, SOP Classes with their Transfer Syntaxes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.api.standard.kind import Kind, matching, source
from dcsgen.api.standard.kinds import _registry
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import UNVERIFIED, Fact, Section, table
from dcsgen.base.standard import media_profiles

_ANY = "any Storage SOP Class for media (PS3.4 I.4)"


class Content(Struct, frozen=True):
    """A SOP Class that may be in the File-set, with its Transfer Syntaxes; `*` stands for all that PS3.4 I.4 allows."""

    sop_class: _registry.Named
    transfer_syntaxes: tuple[_registry.Named, ...]


class ApplicationProfile(Entry, frozen=True, kw_only=True, tag_field="kind", tag="application-profile"):
    """A Media Storage Application Profile. `last_edition` is the last one that defines a retired profile."""

    profile_class: str
    medium: str
    roles: tuple[str, ...]
    secure: bool
    last_edition: str
    contents: tuple[Content, ...]


def _hits() -> Iterator[Hit]:
    for profile in media_profiles.all_profiles():
        note = f"{profile.class_name}, {profile.medium}" if profile.medium else profile.class_name
        facets = {"medium": (profile.medium,), "group": (profile.class_prefix,)}
        unseen = bool(profile.unverified)
        yield Hit("application-profile", profile.id, profile.id, (), note, profile.retired, unseen, facets)


def _find(text: str) -> Iterator[tuple[str, bool]]:
    profile = media_profiles.by_id(text)
    if profile is not None:
        yield profile.id, True
    else:
        yield from matching(_hits(), text)


def _suggest(text: str) -> Iterator[str]:
    yield from media_profiles.suggest(text)


def _show(key: str) -> ApplicationProfile:
    profile = media_profiles.by_id(key)
    assert profile is not None
    return ApplicationProfile(
        id=profile.id,
        name=profile.id,
        retired=profile.retired,
        profile_class=profile.class_name,
        medium=profile.medium,
        roles=profile.roles,
        secure=profile.secure,
        last_edition=profile.last_edition,
        contents=tuple(
            Content(_registry.named(c.sop_class), tuple(map(_registry.named, c.transfer_syntaxes)))
            for c in profile.contents
        ),
        sources=(source("Profile", profile.clause, profile.last_edition or media_profiles.origin().edition),),
        unverified=profile.unverified,
        known_holes=media_profiles.origin().known_holes,
    )


def _sections(entry: ApplicationProfile) -> Iterator[Section]:
    secure = "needed: Basic DICOM Media Security Profile (PS3.15 D.1)" if entry.secure else ""
    facts = (
        Fact("Class", entry.profile_class),
        Fact("Medium", entry.medium or "not known"),
        Fact("Roles", ", ".join(entry.roles)),
        Fact("Security", secure),
        Fact("Last defined in", entry.last_edition),
    )
    yield Section("Identity", facts=tuple(fact for fact in facts if fact.text))
    mark = f" {UNVERIFIED}" if "contents" in entry.unverified else ""
    rows = [
        (
            _ANY if c.sop_class.uid == media_profiles.ANY_STORAGE else c.sop_class.name or c.sop_class.uid,
            "; ".join(_registry.names(c.transfer_syntaxes)) or "not known",
        )
        for c in entry.contents
    ]
    if rows:
        yield Section(f"File-set{mark}", table=table(("SOP Class", "Transfer Syntaxes"), rows, "SOP Classes"))


KIND = Kind(
    key="application-profile",
    noun="Media Storage Application Profile",
    plural="Media Storage Application Profiles",
    entry=ApplicationProfile,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
    suggest=_suggest,
)
