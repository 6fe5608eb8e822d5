"""What IHE profiles of Radiology and Radiation Oncology ask of DICOM: actors, their transactions, SOP Classes, roles.

The facts are in `data/ihe/`, one file a profile, one transaction of an actor a line. IHE publishes them as prose only,
so they are hand-kept, cite their sources, and name what was not seen in those: a `Profile` says it for itself, an
`Actor` and a `Transaction` for their own fields. Whoever shows them to a user shows that reservation too.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import closest

FOLDER = Path(__file__).with_name("data") / "ihe"

ANY_IMAGE_STORAGE = "any-image-storage"
"""Stands for a SOP Class in a `Need`: at least one for the storage of images, as fits the product."""

WEB = "web:"
"""Comes before the id of a transaction of `web_services` in a `Need`."""


class Need(NamedTuple):
    """What a transaction takes: a SOP Class by UID, `ANY_IMAGE_STORAGE`, or a web transaction after `WEB`.

    `role` is SCU or SCP, for a web transaction `user-agent` or `origin-server`; `required` is false for what is one of
    several choices or an option.
    """

    what: str
    role: str
    required: bool


class Transaction(NamedTuple):
    """A transaction that an actor takes part in. `id` is IHE's number, e.g. `RAD-5`; empty where it is not known."""

    id: str
    name: str
    required: bool
    needs: tuple[Need, ...]
    unverified: tuple[str, ...]


class Actor(NamedTuple):
    """An actor of a profile with its DICOM transactions, in the order of the workflow."""

    name: str
    transactions: tuple[Transaction, ...]
    unverified: tuple[str, ...]


class Profile(NamedTuple):
    """A profile. `domain` is RAD or RO, `document` and `version` say which text it is from; empty is not known."""

    id: str
    name: str
    domain: str
    document: str
    version: str
    sources: tuple[str, ...]
    known_holes: tuple[str, ...]
    actors: tuple[Actor, ...]
    unverified: tuple[str, ...]


class _TransactionRow(msgspec.Struct, frozen=True):
    id: str
    name: str
    requirement: str
    needs: tuple[str, ...]
    unverified: tuple[str, ...]


class _ActorRow(msgspec.Struct, frozen=True):
    name: str
    unverified: tuple[str, ...]
    transactions: tuple[_TransactionRow, ...]


class _ProfileRow(msgspec.Struct, frozen=True):
    id: str
    name: str
    domain: str
    document: str
    version: str
    sources: tuple[str, ...]
    known_holes: tuple[str, ...]
    unverified: tuple[str, ...]
    actors: tuple[_ActorRow, ...]


def all_profiles() -> tuple[Profile, ...]:
    """All profiles, by id."""
    return tuple(_profiles()[key] for key in sorted(_profiles()))


def find(text: str) -> Profile | None:
    """The profile that a text names by abbreviation or name: `TDW-II`, `tdwii`, `Consistent Presentation of Images`."""
    form = spelled(text)
    return next((p for p in all_profiles() if form in (spelled(p.id), spelled(p.name))), None)


def suggest(text: str, limit: int = 3) -> tuple[str, ...]:
    """Ids of profiles that a misspelt name may have meant, best first; none if nothing comes near."""
    spellings = {spelled(words): p.id for p in all_profiles() for words in (p.id, p.name)}
    matches = closest(spelled(text), spellings, limit * 2)
    return tuple(dict.fromkeys(spellings[form] for form in matches))[:limit]


def actor_of(profile: Profile, name: str) -> Actor | None:
    """The actor of a profile that a name means; case, spaces and punctuation do not count."""
    return next((actor for actor in profile.actors if spelled(actor.name) == spelled(name)), None)


def needs_of(actor: Actor, required_only: bool = False) -> tuple[Need, ...]:
    """What an actor needs in all its transactions, each thing and role once; required if one of them requires it."""
    needs: dict[tuple[str, str], bool] = {}
    for transaction in actor.transactions:
        for need in transaction.needs:
            key = need.what, need.role
            needs[key] = needs.get(key, False) or (need.required and transaction.required)
    return tuple(Need(what, role, must) for (what, role), must in needs.items() if must or not required_only)


@cache
def _profiles() -> dict[str, Profile]:
    rows = (msgspec.json.decode(path.read_bytes(), type=_ProfileRow) for path in FOLDER.glob("*.json"))
    return {row.id: _profile(row) for row in rows}


def _profile(row: _ProfileRow) -> Profile:
    actors = tuple(Actor(a.name, tuple(map(_transaction, a.transactions)), a.unverified) for a in row.actors)
    return Profile(
        row.id,
        row.name,
        row.domain,
        row.document,
        row.version,
        row.sources,
        row.known_holes,
        actors,
        row.unverified,
    )


def _transaction(row: _TransactionRow) -> Transaction:
    needs = tuple(map(_need, row.needs))
    return Transaction(row.id, row.name, row.requirement == "R", needs, row.unverified)


def _need(text: str) -> Need:
    what, role, requirement = text.split(" ")
    return Need(what, role, requirement == "R")
