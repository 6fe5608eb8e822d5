"""IHE profiles: their actors, the DICOM transactions of these, and what each needs."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind
from dcsgen.api.standard.kinds import _ihe
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import UNVERIFIED, Fact, Section
from dcsgen.base.standard import ihe_profiles


class IheProfile(Entry, frozen=True, kw_only=True, tag_field="kind", tag="ihe-profile"):
    """An IHE profile. `domain` is RAD or RO; `seen_in` are the texts that the facts were taken from."""

    domain: str
    document: str
    version: str
    seen_in: tuple[str, ...]
    duties: tuple[_ihe.Duty, ...]


def _hits() -> Iterator[Hit]:
    for profile in ihe_profiles.all_profiles():
        note = f"IHE {profile.domain}"
        facets = {"group": (profile.domain,)}
        yield Hit("ihe-profile", profile.id, profile.name, (), note, False, bool(profile.unverified), facets)


def _find(text: str) -> Iterator[tuple[str, bool]]:
    profile = ihe_profiles.find(text)
    if profile is not None:
        yield profile.id, text in (profile.id, profile.name)


def _show(key: str) -> IheProfile:
    profile = ihe_profiles.find(key)
    assert profile is not None
    return IheProfile(
        id=profile.id,
        name=f"{profile.name} ({profile.id})",
        domain=profile.domain,
        document=profile.document,
        version=profile.version,
        seen_in=profile.sources,
        duties=tuple(_ihe.duties((profile,))),
        sources=_ihe.sources((profile,)),
        unverified=profile.unverified,
        known_holes=_ihe.known_holes((profile,)),
    )


def _sections(entry: IheProfile) -> Iterator[Section]:
    def mark(field: str) -> str:
        return f" {UNVERIFIED}" if field in entry.unverified else ""

    facts = (
        Fact("Domain", f"IHE {entry.domain}"),
        Fact("Document", entry.document + mark("document")),
        Fact("Version", (entry.version or "not known") + mark("version")),
    )
    yield Section("Profile", facts=facts)
    yield Section("Seen in", remarks=entry.seen_in or ("No text of IHE was seen.",))
    title = f"Actors and DICOM transactions (R required, O optional){mark('actors')}"
    yield Section(title, table=_ihe.as_table(entry.duties, profile=False))


KIND = Kind(
    key="ihe-profile",
    noun="IHE Profile",
    plural="IHE Profiles",
    entry=IheProfile,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
)
