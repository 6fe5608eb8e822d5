"""Security, System Management and Confidentiality profiles of PS3.15, and their options."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import UNVERIFIED, Fact, Section
from dcsgen.base.standard import security_profiles


class SecurityProfile(Entry, frozen=True, kw_only=True, tag_field="kind", tag="security-profile"):
    """A profile of PS3.15, or an option of one.

    A retired one was last in `last_edition`, and is known to be retired in `retired_by`; `replaced_by` are ids. Of TLS
    profiles: the versions and cipher suites. `code` is that of DCM (PS3.16 CID 7050), `user_identity_types` are those
    of PS3.7 D.3.3.7.1.
    """

    group: str
    option_of: str
    options: tuple[str, ...]
    code: str
    last_edition: str
    retired_by: str
    replaced_by: tuple[str, ...]
    tls_versions: tuple[str, ...]
    required_suites: tuple[str, ...]
    optional_suites: tuple[str, ...]
    only_these_suites: bool
    user_identity_types: tuple[int, ...]


def _hits() -> Iterator[Hit]:
    for profile in security_profiles.all_profiles():
        words = (profile.clause, *((profile.code,) if profile.code else ()))
        facets = {"group": (profile.group,)}
        unseen = bool(profile.unverified)
        yield Hit("security-profile", profile.id, profile.name, words, profile.group, profile.retired, unseen, facets)


def _find(text: str) -> Iterator[tuple[str, bool]]:
    profile = security_profiles.find(text.removeprefix(security_profiles.PART))
    if profile is not None:
        yield profile.id, text in (profile.id, profile.code, profile.name)


def _suggest(text: str) -> Iterator[str]:
    yield from security_profiles.suggest(text)


def _show(key: str) -> SecurityProfile:
    profile = security_profiles.by_id(key)
    assert profile is not None
    edition = profile.edition or profile.last_edition or security_profiles.origin().edition
    return SecurityProfile(
        id=profile.id,
        name=profile.name,
        retired=profile.retired,
        group=profile.group,
        option_of=profile.option_of,
        options=tuple(option.id for option in security_profiles.options_of(profile.id)),
        code=profile.code,
        last_edition=profile.last_edition,
        retired_by=profile.retired_by,
        replaced_by=profile.replaced_by,
        tls_versions=profile.tls_versions,
        required_suites=profile.required_suites,
        optional_suites=profile.optional_suites,
        only_these_suites=profile.only_these_suites,
        user_identity_types=profile.user_identity_types,
        sources=(source("Profile", profile.clause, edition),),
        unverified=profile.unverified,
        known_holes=security_profiles.origin().known_holes,
    )


def _sections(entry: SecurityProfile) -> Iterator[Section]:
    def fact(label: str, field: str, text: str) -> Fact:
        return Fact(label, f"{text} {UNVERIFIED}" if text and field in entry.unverified else text)

    facts = (
        fact("Group", "group", entry.group.replace("-", " ")),
        fact("Option of", "option_of", entry.option_of),
        fact("Options", "options", ", ".join(entry.options)),
        fact("DCM code", "code", entry.code),
        fact("Last in edition", "last_edition", entry.last_edition),
        fact("Known as retired in", "retired_by", entry.retired_by),
        fact("Replaced by", "replaced_by", ", ".join(entry.replaced_by)),
        fact("TLS versions", "tls_versions", ", ".join(entry.tls_versions)),
        fact("Cipher suites, required", "required_suites", ", ".join(entry.required_suites)),
        fact("Cipher suites, others", "optional_suites", ", ".join(entry.optional_suites)),
        fact("Other cipher suites", "only_these_suites", "not allowed" if entry.only_these_suites else ""),
        fact("User identity types", "user_identity_types", ", ".join(map(str, entry.user_identity_types))),
    )
    yield Section("Profile", facts=tuple(each for each in facts if each.text))


KIND = Kind(
    key="security-profile",
    noun="Security Profile",
    plural="Security Profiles",
    entry=SecurityProfile,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
    suggest=_suggest,
)
