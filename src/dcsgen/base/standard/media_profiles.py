"""The Media Storage Application Profiles of PS3.11: their medium, roles, SOP Classes and Transfer Syntaxes.

The facts are in `data/media_profiles.json`, one profile a line. What they lack, `origin` tells.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from dcsgen.base.standard import origins
from dcsgen.base.standard.origins import Origin
from dcsgen.base.text import closest

ANY_STORAGE = "*"
"""Stands for all Storage SOP Classes that PS3.4 I.4 allows on media; the Conformance Statement lists which."""

# An earlier way to write the prefix, equivalent but deprecated (PS3.11 C.1).
_OLD_PREFIX = "APL-"
_ULTRASOUND = "STD-US"


class Content(NamedTuple):
    """A SOP Class that may be in the File-set, or `ANY_STORAGE`, and the Transfer Syntaxes that it may have there.

    Without Transfer Syntaxes where the facts do not have them.
    """

    sop_class: str
    transfer_syntaxes: tuple[str, ...]


class MediaProfile(NamedTuple):
    """A Media Storage Application Profile.

    `roles` are those of FSC, FSR, FSU (PS3.10 8) that the profile defines. `secure` ones demand the Basic DICOM Media
    Security Profile (PS3.15 D.1), those by e-mail the Secure Use of Email Transport instead (PS3.15 B.8).
    `last_edition` is the last edition that defines a retired one. `unverified` names the fields that no text of the
    standard was seen for.
    """

    id: str
    class_prefix: str
    class_name: str
    medium: str
    roles: tuple[str, ...]
    contents: tuple[Content, ...]
    secure: bool
    retired: bool
    last_edition: str
    clause: str
    unverified: tuple[str, ...]


class _Row(msgspec.Struct, frozen=True):
    id: str
    annex: str
    medium: str
    roles: str
    contents: tuple[str, ...]
    retired: bool
    last_edition: str
    unverified: str


class _Class(msgspec.Struct, frozen=True):
    prefix: str
    name: str


class _UltrasoundMedium(msgspec.Struct, frozen=True):
    suffix: str
    medium: str
    roles: str
    retired: bool


class _Facts(Origin, frozen=True):
    classes: dict[str, _Class]
    ultrasound_media: tuple[_UltrasoundMedium, ...]
    profiles: tuple[_Row, ...]


def origin() -> Origin:
    """Where the facts are from, and what they lack."""
    return _facts()


def all_profiles() -> tuple[MediaProfile, ...]:
    """All profiles by identifier, retired ones too; those for ultrasound without the suffix for the medium."""
    return tuple(_profiles().values())


def by_id(identifier: str) -> MediaProfile | None:
    """The profile with an identifier: `STD-GEN-CD`, or one for ultrasound with its medium, `STD-US-ID-SF-CDR`.

    Case does not count, and the prefix APL, which PS3.11 once had, stands for STD. Augmented and private profiles
    (`AUG-`, `PRI-`) are not the standard's and give None.
    """
    name = identifier.strip().upper()
    if name.startswith(_OLD_PREFIX):
        name = "STD-" + name.removeprefix(_OLD_PREFIX)
    return _profiles().get(name) or _ultrasound(name)


def suggest(identifier: str, limit: int = 3) -> tuple[str, ...]:
    """Identifiers that a misspelt one may have meant, best first; none if nothing comes near."""
    return tuple(closest(identifier.strip().upper(), _profiles(), limit))


def profiles_for(sop_class_uid: str) -> tuple[MediaProfile, ...]:
    """The profiles in force that name a SOP Class themselves; those for all Storage SOP Classes are not among them."""
    return tuple(p for p in all_profiles() if not p.retired and any(c.sop_class == sop_class_uid for c in p.contents))


@cache
def _facts() -> _Facts:
    return origins.read("media_profiles", _Facts)


@cache
def _profiles() -> dict[str, MediaProfile]:
    return {row.id: _profile(row, _facts().classes[row.annex]) for row in _facts().profiles}


def _profile(row: _Row, profile_class: _Class) -> MediaProfile:
    return MediaProfile(
        id=row.id,
        class_prefix=profile_class.prefix,
        class_name=profile_class.name,
        medium=row.medium,
        roles=tuple(row.roles.split()),
        contents=tuple(Content(sop_class, tuple(rest)) for sop_class, *rest in map(str.split, row.contents)),
        secure="-SEC-" in row.id,
        retired=row.retired,
        last_edition=row.last_edition,
        clause=f"PS3.11 {row.annex}.1",
        unverified=tuple(row.unverified.split()),
    )


def _ultrasound(name: str) -> MediaProfile | None:
    """The profile for ultrasound that a name with the suffix of a medium (PS3.11 Table C.3-3) means."""
    for medium in _facts().ultrasound_media:
        profile = _profiles().get(name.removesuffix(f"-{medium.suffix}"))
        if profile is not None and profile.class_prefix == _ULTRASOUND and name.endswith(f"-{medium.suffix}"):
            return profile._replace(
                id=name,
                medium=medium.medium,
                roles=tuple(medium.roles.split()),
                retired=medium.retired,
                last_edition="2004" if medium.retired else "",
                unverified=("medium", "roles", "contents") if medium.retired else (),
            )
    return None
