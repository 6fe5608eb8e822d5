"""What several kinds share: UIDs with their names, sources, things in one line."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.api.standard.kind import source
from dcsgen.api.standard.records import Source
from dcsgen.base.standard import uids


class Named(Struct, frozen=True):
    """A registered UID with its name; the name is empty for a UID that is not registered."""

    uid: str
    name: str
    retired: bool = False


def named(uid: str) -> Named:
    """A UID with the name that the registry gives it."""
    registered = uids.by_uid(uid)
    return Named(uid, registered.name, registered.retired) if registered is not None else Named(uid, "")


def registered_in(uid: str) -> Source:
    """Where a UID was found."""
    return source("Registry of UIDs", "PS3.6 Annex A", uids.edition_of(uid))


def unverified_registration(uid: uids.Uid) -> tuple[str, ...]:
    """The fields of a registered UID that only one source has."""
    return ("name", "keyword") if uid.unverified else ()


def names(of: Iterable[Named]) -> tuple[str, ...]:
    """The names of UIDs, or the UIDs that have none."""
    return tuple(one.name or one.uid for one in of)
