"""IHE transactions: the actors that take part, and what they need for it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind
from dcsgen.api.standard.kinds import _ihe
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Section
from dcsgen.base.standard import ihe_profiles


class IheTransaction(Entry, frozen=True, kw_only=True, tag_field="kind", tag="ihe-transaction"):
    """A DICOM transaction by its number, or by its name where no number is known, with all actors that take part."""

    duties: tuple[_ihe.Duty, ...]


def _hits() -> Iterator[Hit]:
    duties: dict[str, list[_ihe.Duty]] = {}
    for duty in _ihe.duties(ihe_profiles.all_profiles()):
        duties.setdefault(duty.transaction or duty.name, []).append(duty)
    for key, uses in duties.items():
        profiles = ", ".join(dict.fromkeys(duty.profile for duty in uses))
        unseen = any({"id", "name"} & set(duty.unverified) for duty in uses)
        yield Hit("ihe-transaction", key, uses[0].name, (), f"IHE transaction in {profiles}", False, unseen)


def _show(key: str) -> IheTransaction:
    uses = [duty for duty in _ihe.duties(ihe_profiles.all_profiles()) if key == (duty.transaction or duty.name)]
    profiles = [p for p in ihe_profiles.all_profiles() if any(duty.profile == p.id for duty in uses)]
    return IheTransaction(
        id=key,
        name=f"{uses[0].transaction} {uses[0].name}".strip(),
        duties=tuple(uses),
        sources=_ihe.sources(profiles),
        known_holes=_ihe.known_holes(profiles),
    )


def _sections(entry: IheTransaction) -> Iterator[Section]:
    yield Section("Actors and their needs (R required, O optional)", table=_ihe.as_table(entry.duties))


KIND = Kind(
    key="ihe-transaction",
    noun="IHE Transaction",
    plural="IHE Transactions",
    entry=IheTransaction,
    hits=_hits,
    show=_show,
    sections=_sections,
)
