"""How alike two records are: the features that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from zlib import crc32

from dcsgen.compare.items import keyed
from dcsgen.compare.values import unstated
from dcsgen.model.compared import Field, Form, Record

Features = frozenset[tuple[Any, ...]]
Translate = Callable[[tuple[str, ...], str], str | None]
"""From collections and a name in one of them to the name on the new side; None if there is none, or none yet."""

MOST_FEATURES = 2000
"""A record with more is known well enough by these."""

FREQUENT = 40
"""A feature that more records have does not lead from one to the other, where there are very many."""

MANY_PAIRS = 40_000


class Likeness(NamedTuple):
    """How records are compared as wholes: by all that they say, or by what tells which thing they are.

    `least` is the similarity below which two records are not the same thing. `nested` counts it for half that all of
    the smaller one is in the larger one.
    """

    by_identity: bool
    least: float
    nested: bool


OF_VERSIONS = Likeness(by_identity=False, least=0.5, nested=False)
OF_PRODUCTS = Likeness(by_identity=True, least=0.2, nested=True)

OWNER = "owner"
"""The place of the feature that says whose a record is: it decides between alike ones, and makes none alike."""

SAME_NAME = 0.2
"""What the same name adds to the similarity of things of different products."""


def features(value: Any, record: Record, likeness: Likeness, translate: Translate) -> Features:
    """What a record says, as pairs of places in it and values; names of records in the terms of the new side."""
    found: set[tuple[Any, ...]] = set()
    _gather(value, record, (), translate, found, record.identity if likeness.by_identity else tuple(record.fields))
    if likeness.by_identity:
        for name, field in record.fields.items():
            if field.owner:
                found.update((OWNER, key) for key in _names([getattr(value, name)], field, translate))
    return frozenset(found)


def _gather(
    value: Any,
    record: Record,
    at: tuple[Any, ...],
    translate: Translate,
    found: set[tuple[Any, ...]],
    names: Iterable[str],
) -> None:
    for name in names:
        field = record.fields[name]
        inner = getattr(value, name)
        if field.standard or unstated(inner) or inner == {} or len(found) > MOST_FEATURES:
            continue
        place = (*at, name)
        if field.form is Form.ONE and field.record is not None:
            if field.key:
                found.add((*place, getattr(inner, field.key[0])))
            else:
                _gather(inner, field.record, place, translate, found, field.record.fields)
        elif field.form in (Form.SET, Form.LIST):
            found.update((*place, key) for key in _names(keyed(inner, field), field, translate))
        elif field.form is Form.MAP:
            found.update((*place, key) for key in _names(inner, field, translate))
            found.update((*place, "", each) for each in inner.values() if isinstance(each, str))
            if field.record is not None and not field.named:
                for key, entry in inner.items():
                    _gather(entry, field.record, (*place, key), translate, found, field.record.fields)
        elif field.form is Form.LINK:
            found.update((*place, key) for key in _names([inner], field, translate))
        else:
            found.add((*place, str(inner)))


def _names(keys: Iterable[str], field: Field, translate: Translate) -> list[str]:
    if not field.link:
        return list(keys)
    return [name for key in keys if (name := translate(field.link, key)) is not None]


def similarity(old: Features, new: Features, likeness: Likeness) -> float:
    """From 0 to 1: which part of all features is common."""
    common = old & new
    if all(feature[0] == OWNER for feature in common):
        return 0.0
    whole = len(common) / len(old | new)
    return (whole + len(common) / min(len(old), len(new))) / 2 if likeness.nested else whole


def scores(old: dict[str, Features], new: dict[str, Features], likeness: Likeness) -> dict[tuple[str, str], float]:
    """The similarity of each pair that is alike enough. Pairs that share nothing are never looked at."""
    having: dict[tuple[Any, ...], list[str]] = {}
    for key, found in new.items():
        for feature in found:
            having.setdefault(feature, []).append(key)
    most = FREQUENT if len(old) * len(new) > MANY_PAIRS else len(new)
    result = {}
    for key, found in old.items():
        partners = {other for feature in found if len(keys := having.get(feature, ())) <= most for other in keys}
        for other in sorted(partners | ({key} & new.keys() if likeness.nested else set())):
            score = similarity(found, new[other], likeness)
            if likeness.nested and key == other:
                score += SAME_NAME
            if score >= likeness.least:
                result[key, other] = score + _tie(key, other)
    return result


def _tie(old: str, new: str) -> float:
    """A tiny part that decides between equals, the same whichever side is the old one."""
    return crc32("\0".join(sorted((old, new))).encode("utf-8", "surrogatepass")) * 1e-19
