"""What IHE asks of DICOM, as several kinds of entries have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dcsgen.api.standard.kind import source
from dcsgen.api.standard.kinds import _registry
from dcsgen.api.standard.records import Source
from dcsgen.base.page import Table, marked, table
from dcsgen.base.standard import ihe_profiles


class Need(Struct, frozen=True):
    """What a transaction takes: a SOP Class by UID, `any-image-storage`, or a web transaction after `web:`."""

    what: str
    name: str
    role: str
    required: bool


class Duty(Struct, frozen=True):
    """A transaction of an actor in a profile; `unverified` names the fields that no text of IHE was seen for."""

    profile: str
    actor: str
    transaction: str
    name: str
    required: bool
    needs: tuple[Need, ...]
    unverified: tuple[str, ...]


def duties(profiles: Iterable[ihe_profiles.Profile]) -> Iterator[Duty]:
    """All duties in profiles."""
    for profile in profiles:
        for actor in profile.actors:
            unseen = tuple(f"actor {field}" for field in actor.unverified)
            unseen += ("actors",) if "actors" in profile.unverified else ()
            for one in actor.transactions:
                needs = tuple(Need(n.what, _name(n.what), n.role, n.required) for n in one.needs)
                unverified = (*one.unverified, *unseen)
                yield Duty(profile.id, actor.name, one.id, one.name, one.required, needs, unverified)


def as_table(of: Iterable[Duty], *, profile: bool = True, actor: bool = True) -> Table:
    """A table of duties, a line for each thing needed."""
    headings = ("profile",) * profile + ("actor",) * actor + ("transaction", "", "needs", "role", "not verified")
    rows = []
    for duty in of:
        name = f"{duty.transaction} {duty.name}".strip()
        first = (duty.profile,) * profile + (duty.actor,) * actor + (name, "R" if duty.required else "O")
        for need in duty.needs or (None,):
            thing = (f"{need.name} ({'R' if need.required else 'O'})", need.role) if need is not None else ("", "")
            unseen = marked(", ".join(duty.unverified), unverified=bool(duty.unverified)) if first[-1] else ""
            rows.append((*first, *thing, unseen))
            first = ("",) * len(first)
    return table(headings, rows, "rows")


def sources(profiles: Iterable[ihe_profiles.Profile]) -> tuple[Source, ...]:
    """Where profiles are from."""
    return tuple(source(p.id, p.document, p.version or "not known") for p in profiles)


def known_holes(profiles: Iterable[ihe_profiles.Profile]) -> tuple[str, ...]:
    """What is known to be missing in profiles."""
    return tuple(f"{p.id}: {hole}" for p in profiles for hole in p.known_holes)


def _name(what: str) -> str:
    if what == ihe_profiles.ANY_IMAGE_STORAGE:
        return "any Storage SOP Class for images"
    if what.startswith(ihe_profiles.WEB):
        return f"web transaction {what.removeprefix(ihe_profiles.WEB)}"
    return _registry.named(what).name or what
