"""The security and system management profiles of PS3.15: what each is, where it stands, what a retired one gave way to.

The facts are in `data/security_profiles.json`, one profile a line. What they lack, `origin` tells.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dcsgen.base.standard import origins
from dcsgen.base.standard.origins import Origin
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import closest

PART = "PS3.15 "

SECURE_USE = "secure-use"
AUDIT_TRAIL = "audit-trail"
SECURE_TRANSPORT = "secure-transport"
USER_IDENTITY = "user-identity"
DIGITAL_SIGNATURE = "digital-signature"
MEDIA_STORAGE_SECURITY = "media-storage-security"
ATTRIBUTE_CONFIDENTIALITY = "attribute-confidentiality"
NETWORK_ADDRESS_MANAGEMENT = "network-address-management"
TIME_SYNCHRONIZATION = "time-synchronization"
APPLICATION_CONFIGURATION = "application-configuration"

# What the names of profiles end in and people leave out, longest first.
_TAIL = re.compile(
    "(?<=.)(?:(?:profile)?securetransportconnectionprofile|secureuseprofile|negotiationassociationprofile"
    "|associationprofile|digitalsignatureprofile|profile|option)$"
)


class SecurityProfile(msgspec.Struct, frozen=True):
    """A profile of PS3.15, or an option of one.

    `group` is one of the constants of this module. A retired one was last in
    `last_edition`, and is known to be retired in `retired_by`, which may be later than the edition that did it;
    `replaced_by` are ids. `edition` is that of the fact if it is newer than the others.

    Of TLS profiles: `tls_versions` that may be negotiated, cipher suites that shall all be supported, those that are
    recommended or allowed besides, and whether no other may be used. `user_identity_types` are those of PS3.7
    D.3.3.7.1. `code` is that of DCM which says that the profile or option was followed (PS3.16 CID 7050). `port` is
    the TCP port that PS3.15 recommends for DICOM over TLS, or the default one of syslog; 0 where it states none.

    `earlier_name` is what the clause was called when it referred to earlier RFCs, or the meaning of `code` where that
    is worded otherwise. `unverified` names the fields that no text of the standard was seen for.
    """

    id: str
    name: str
    group: str
    clause: str
    option_of: str = ""
    code: str = ""
    retired: bool = False
    last_edition: str = ""
    retired_by: str = ""
    replaced_by: tuple[str, ...] = ()
    tls_versions: tuple[str, ...] = ()
    required_suites: tuple[str, ...] = ()
    optional_suites: tuple[str, ...] = ()
    only_these_suites: bool = False
    user_identity_types: tuple[int, ...] = ()
    port: int = 0
    edition: str = ""
    earlier_name: str = ""
    unverified: tuple[str, ...] = ()


class AuditMessage(msgspec.Struct, frozen=True):
    """An audit message that PS3.15 A.5.3 defines: its event, a code of DCM (PS3.16 CID 400)."""

    code: str
    name: str


class _Facts(Origin, frozen=True):
    audit_messages: tuple[AuditMessage, ...]
    profiles: tuple[SecurityProfile, ...]


def origin() -> Origin:
    """Where the facts are from, and what they lack; a profile may say a newer edition."""
    return _facts()


def all_profiles() -> tuple[SecurityProfile, ...]:
    """All profiles and options, by id, retired ones too."""
    return _facts().profiles


def of_group(group: str) -> tuple[SecurityProfile, ...]:
    """The profiles and options of a group in the order of PS3.15; none if there is no such group."""
    return tuple(sorted((p for p in all_profiles() if p.group == group), key=_clause_order))


def by_id(profile_id: str) -> SecurityProfile | None:
    """The profile or option with exactly this id, e.g. `bcp-195-tls`."""
    return next((p for p in all_profiles() if p.id == profile_id), None)


def find(text: str) -> SecurityProfile | None:
    """The profile that a text names: by id, by clause (`B.9`), by DCM code or by name.

    Case, spaces and punctuation do not count, and what such names usually end in may be missing: `AES TLS`.
    """
    form = spelled(text)
    return _spellings().get(form) or _spellings().get(_TAIL.sub("", form))


def suggest(text: str, limit: int = 3) -> tuple[str, ...]:
    """Ids that a misspelt name may have meant, best first; none if nothing comes near."""
    spellings = _spellings()
    matches = closest(_TAIL.sub("", spelled(text)), spellings, limit * 3)
    return tuple(dict.fromkeys(spellings[form].id for form in matches))[:limit]


def options_of(profile_id: str) -> tuple[SecurityProfile, ...]:
    """The options of a profile in the order of PS3.15, e.g. Clean Pixel Data of the confidentiality profile."""
    return tuple(sorted((p for p in all_profiles() if p.option_of == profile_id), key=_clause_order))


def audit_messages() -> tuple[AuditMessage, ...]:
    """The audit messages of PS3.15 A.5.3, by code."""
    return _facts().audit_messages


@cache
def _facts() -> _Facts:
    return origins.read("security_profiles", _Facts)


@cache
def _spellings() -> dict[str, SecurityProfile]:
    spellings: dict[str, SecurityProfile] = {}
    for profile in all_profiles():
        name = spelled(profile.name)
        # Two options stand in one clause; a clause then means none of them.
        alone = sum(p.clause == profile.clause for p in all_profiles()) == 1
        clause = spelled(profile.clause.removeprefix(PART)) if alone else ""
        earlier = spelled(profile.earlier_name)
        forms = (_TAIL.sub("", name), name, _TAIL.sub("", earlier), earlier, spelled(profile.id), profile.code, clause)
        spellings.update((form, profile) for form in forms if form)
    return spellings


def _clause_order(profile: SecurityProfile) -> tuple[str, tuple[int, ...], str]:
    annex, *numbers = profile.clause.removeprefix(PART).split(".")
    return annex, tuple(map(int, numbers)), profile.code
