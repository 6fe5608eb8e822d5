"""Registered UIDs that are neither SOP Class nor Transfer Syntax: well-known instances, frames of reference."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind
from dcsgen.api.standard.kinds import _registry
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Fact, Section
from dcsgen.base.standard import uids


class RegisteredUid(Entry, frozen=True, kw_only=True, tag_field="kind", tag="uid"):
    """A UID of the registry; `uid_type` is its UID Type there."""

    uid: str
    keyword: str
    uid_type: str


def _others() -> frozenset[str]:
    return uids.all_kinds() - uids.SOP_CLASSES - uids.TRANSFER_SYNTAXES


def _hits() -> Iterator[Hit]:
    for one in uids.all_of(_others()):
        words = (one.keyword,) if one.keyword else ()
        facets = {"group": (one.kind,)}
        yield Hit("uid", one.uid, one.name or one.uid, words, one.kind, one.retired, one.unverified, facets)


def _show(key: str) -> RegisteredUid:
    found = uids.by_uid(key)
    assert found is not None
    return RegisteredUid(
        id=key,
        name=found.name or key,
        retired=found.retired,
        uid=key,
        keyword=found.keyword,
        uid_type=found.kind,
        sources=(_registry.registered_in(key),),
        unverified=_registry.unverified_registration(found),
    )


def _sections(entry: RegisteredUid) -> Iterator[Section]:
    facts = (Fact("UID", entry.uid), Fact("Keyword", entry.keyword), Fact("Type", entry.uid_type))
    yield Section("Identity", facts=tuple(fact for fact in facts if fact.text))


KIND = Kind(
    key="uid",
    noun="registered UID",
    plural="registered UIDs",
    entry=RegisteredUid,
    hits=_hits,
    show=_show,
    sections=_sections,
)
