"""IHE actors: the profiles that they are in, and what they need there."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind
from dcsgen.api.standard.kinds import _ihe
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Section
from dcsgen.base.standard import ihe_profiles


class IheActor(Entry, frozen=True, kw_only=True, tag_field="kind", tag="ihe-actor"):
    """An actor by its name, with its DICOM transactions in every profile of this data that has it."""

    duties: tuple[_ihe.Duty, ...]


def _hits() -> Iterator[Hit]:
    for name in sorted({actor.name for profile in ihe_profiles.all_profiles() for actor in profile.actors}):
        profiles = _with(name)
        unseen = any(actor.name == name and actor.unverified for p in profiles for actor in p.actors)
        yield Hit("ihe-actor", name, name, (), f"IHE actor in {', '.join(p.id for p in profiles)}", False, unseen)


def _with(name: str) -> tuple[ihe_profiles.Profile, ...]:
    return tuple(p for p in ihe_profiles.all_profiles() if any(actor.name == name for actor in p.actors))


def _show(key: str) -> IheActor:
    profiles = _with(key)
    return IheActor(
        id=key,
        name=key,
        duties=tuple(duty for duty in _ihe.duties(profiles) if duty.actor == key),
        sources=_ihe.sources(profiles),
        known_holes=_ihe.known_holes(profiles),
    )


def _sections(entry: IheActor) -> Iterator[Section]:
    yield Section("DICOM transactions (R required, O optional)", table=_ihe.as_table(entry.duties, actor=False))


KIND = Kind(
    key="ihe-actor",
    noun="IHE Actor",
    plural="IHE Actors",
    entry=IheActor,
    hits=_hits,
    show=_show,
    sections=_sections,
)
