"""What a review page shows of a draft: its facts by how doubtful they are, with the places that they were read from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct

from dcsgen.base.draft import Doubt, Draft, Evidence, Fact, Ruling
from dcsgen.base.finding import Severity, dotted
from dcsgen.base.standard import uids
from dcsgen.base.yaml_text import flow
from dcsgen.ingest import kinds
from dcsgen.ingest.doubting import name_of
from dcsgen.plugin.importer import Strip

SURE = 0.9
"""The confidence of facts that hardly need to be looked at."""

MOST_PICTURES = 500
TALLEST = 200.0
"""Points of a picture; of what is taller, the upper part is shown."""

AROUND = 3.0
"""Points above and below a place that its picture shows."""

MARGIN = 8.0
"""Points beside a row that its picture shows."""

LEAST = 300.0
"""Points that a picture is wide at least, so that letters do not become huge."""

PLACES = 8
"""Places that are shown of one doubt, or named for one fact."""


class Spotted(Struct, frozen=True):
    """A place in the document, with the strip of its page if there is a picture of it."""

    evidence: Evidence
    strip: Strip | None = None

    def left(self, width: float) -> float:
        """Where its picture begins on a page of some width: at a row, otherwise at the margin."""
        box = self.evidence.box
        return max(box[0] - MARGIN, 0.0) if box and self.evidence.column is None else min(MARGIN * 4, width / 4)

    def across(self, width: float) -> float:
        """How wide its picture is."""
        box = self.evidence.box
        left = self.left(width)
        right = box[2] + MARGIN if box and self.evidence.column is None else width - left
        return max(min(right, width) - left, LEAST)


class Item(Struct, frozen=True, kw_only=True):
    """A fact as it is decided about; a Transfer Syntax for all SOP Classes of a service for which it stands there."""

    fact: Fact
    label: str
    value: str
    detail: str = ""
    others: tuple[Evidence, ...] = ()


class Card(Struct, frozen=True, kw_only=True):
    """What was read from one place."""

    spotted: Spotted
    items: tuple[Item, ...]


class Group(Struct, frozen=True, kw_only=True):
    """A record of the description with its cards."""

    title: str
    cards: tuple[Card, ...]

    @property
    def count(self) -> int:
        """How many facts it has to decide about."""
        return sum(len(card.items) for card in self.cards)


class Part(Struct, frozen=True, kw_only=True):
    """Facts of one sort of confidence."""

    anchor: str
    title: str
    note: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many facts it has to decide about."""
        return sum(group.count for group in self.groups)


class Open(Struct, frozen=True, kw_only=True):
    """A doubt with its places. `more` is how many are not shown."""

    doubt: Doubt
    severity: str
    places: tuple[Spotted, ...]
    more: int = 0


class Review(Struct, frozen=True, kw_only=True):
    """All that the page shows."""

    draft: Draft
    doubts: tuple[Open, ...]
    parts: tuple[Part, ...]
    strips: tuple[Strip, ...]


def review(draft: Draft) -> Review:
    """What the page of a draft shows; pictures are for doubts first, then for the most doubtful facts."""
    strips = _Strips()
    severities = {kind.code: kind.severity for kind in kinds.ALL}
    ordered = sorted(
        draft.doubts, key=lambda one: (one.settled, severities.get(one.code, Severity.WARNING).rank, one.code)
    )
    doubts = tuple(
        Open(
            doubt=one,
            severity=_severity(one).value,
            places=tuple(strips.spotted(place) for place in one.evidence[:PLACES]),
            more=max(len(one.evidence) - PLACES, 0),
        )
        for one in ordered
    )
    sorts = (
        ("doubtful", "Doubtful facts", f"Below {draft.threshold:g}: they are comments in the description."),
        ("likely", "Likely facts", "In the description, but worth a look."),
        ("sure", "Sure facts", f"With a confidence of {SURE:g} or more, or decided."),
    )
    items = list(_items(draft.facts))
    parts = [
        Part(
            anchor=anchor,
            title=title,
            note=note,
            groups=_groups([item for item in items if _sort(item.fact, draft.threshold) == anchor], strips),
        )
        for anchor, title, note in sorts
    ]
    shown = tuple(part for part in parts if part.groups)
    return Review(draft=draft, doubts=doubts, parts=shown, strips=tuple(sorted(strips.wanted)))


def _severity(doubt: Doubt) -> Severity:
    """How much a doubt weighs; those of a plug-in are warnings."""
    return next((kind.severity for kind in kinds.ALL if kind.code == doubt.code), Severity.WARNING)


class _Strips:
    """The strips of pages of which there are pictures, each once, and not too many."""

    def __init__(self) -> None:
        self.wanted: set[Strip] = set()

    def spotted(self, place: Evidence) -> Spotted:
        if place.page is None or place.box is None:
            return Spotted(place)
        top, bottom = math.floor(place.box[1] - AROUND), math.ceil(place.box[3] + AROUND)
        strip = Strip(place.page, float(max(top, 0)), float(min(bottom, top + TALLEST)))
        if strip not in self.wanted and len(self.wanted) >= MOST_PICTURES:
            return Spotted(place)
        self.wanted.add(strip)
        return Spotted(place, strip)


def _sort(fact: Fact, threshold: float) -> str:
    if fact.ruling is not None or fact.confidence >= SURE:
        return "sure"
    return "likely" if fact.confidence >= threshold else "doubtful"


def _items(facts: Iterable[Fact]) -> Iterator[Item]:
    """One for each key, the least sure fact of it."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.key, []).append(fact)
    for same in found.values():
        fact = min(same, key=lambda each: each.confidence)
        label, value, detail = _words(fact, len(same))
        yield Item(fact=fact, label=label, value=value, detail=detail, others=fact.evidence[1 : PLACES + 1])


def _words(fact: Fact, count: int) -> tuple[str, str, str]:
    """What the fact is called, its value, and more about it."""
    value: Any = fact.value
    if isinstance(value, Mapping) and set(value) == {"application_entity", "role", "sop_class"}:
        role = "SCU and SCP" if value["role"] == "BOTH" else str(value["role"])
        return "SOP Class", _name(str(value["sop_class"])), f"{role} of {value['application_entity']}"
    if fact.path[-2:-1] == ("transfer_syntaxes",):
        return (
            "Transfer Syntax",
            _name(str(value)),
            f"for {count} SOP Classes" if count > 1 else f"for {name_of(str(fact.path[3]))}",
        )
    path = fact.path[2:] or fact.path[1:]
    if value == {}:
        # That it is there is all that is said.
        return dotted(path[:-1]), str(path[-1]), ""
    if isinstance(value, Mapping) and not any(isinstance(each, Mapping | list) for each in value.values()):
        return dotted(path), "; ".join(f"{key.replace('_', ' ')}: {each}" for key, each in value.items()), ""
    return dotted(path), value if isinstance(value, str) else flow(value), ""


def _name(keyword: str) -> str:
    found = uids.find(keyword, uids.all_kinds())
    return found.name if found is not None else keyword


def _groups(items: Sequence[Item], strips: _Strips) -> tuple[Group, ...]:
    """Items by the record that they are about, the most doubtful records first, and by the place they stand in."""

    def title(item: Item) -> str:
        path = item.fact.path
        return dotted(path[:1] if path[0] in ("product", "document") else path[:2])

    records: dict[str, list[Item]] = {}
    for item in items:
        records.setdefault(title(item), []).append(item)
    ordered = sorted(records.items(), key=lambda pair: min(item.fact.confidence for item in pair[1]))
    return tuple(Group(title=name, cards=_cards(members, strips)) for name, members in ordered)


def _cards(items: Sequence[Item], strips: _Strips) -> tuple[Card, ...]:
    """Cards in the order of the document, decided ones and facts of the same place together."""
    spotted = [(strips.spotted(item.fact.evidence[0]), item) for item in items]

    def place(pair: tuple[Spotted, Item]) -> tuple[object, ...]:
        at = pair[0].evidence
        return (pair[0].strip, at.page, at.table, at.row) if pair[0].strip else (at,)

    return tuple(
        Card(spotted=same[0][0], items=tuple(item for _, item in same))
        for same in (list(members) for _, members in groupby(spotted, key=place))
    )


def saved(draft: Draft) -> dict[str, Any]:
    """What the script of the page needs to save decisions: each fact and doubt by its key."""
    facts = {
        fact.key: {
            "path": dotted(fact.subject),
            "found": fact.found if fact.ruling is Ruling.CORRECTED else fact.value,
            "texts": [place.text for place in fact.evidence[:3]],
            **({"ruling": fact.ruling.value} if fact.ruling else {}),
            **({"value": fact.value} if fact.ruling is Ruling.CORRECTED else {}),
        }
        for fact in draft.facts
    }
    doubts = {
        one.key: {
            "path": one.code,
            "found": one.message,
            "texts": [],
            **({"ruling": Ruling.SETTLED.value} if one.settled else {}),
        }
        for one in draft.doubts
    }
    return {"document": draft.origin.file, "sha256": draft.origin.sha256, "known": {**facts, **doubts}}
