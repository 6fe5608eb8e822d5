"""Walks two Capabilities at once, by the tables of the model, and notes where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.change import Action
from dcsgen.compare.alignment import Alignment, roles_in
from dcsgen.compare.items import keyed
from dcsgen.compare.noting import At, Cause, Noted, Respelling, Spot, causes, changed, respelling
from dcsgen.compare.values import action, is_single
from dcsgen.model.compared import Empty, Field, Form, Record


class Walk:
    """One walk; what it found is in `noted`. `partial` tells of which sides nothing can be said to be missing."""

    def __init__(self, alignment: Alignment, *, partial: tuple[bool, bool], versions: bool) -> None:
        self.noted: list[Noted] = []
        self._alignment = alignment
        self._gone = Action.UNSTATED if partial[1] else Action.REMOVED
        self._come = Action.STATED if partial[0] else Action.ADDED
        self._crossed = alignment.crossed
        self._respelling: Respelling | None = respelling(alignment) if versions else None

    def records(
        self, old: Struct, new: Struct, record: Record, at: At, *, leave_out: frozenset[str] = frozenset()
    ) -> None:
        """Both sides have the record: each of its fields is compared by what its table says."""
        if record.role:
            at = at.among(roles_in(old, record), roles_in(new, record))
        for name, field in record.fields.items():
            before, after = getattr(old, name), getattr(new, name)
            if name in leave_out or self._same(before, after):
                continue
            self._field(before, after, Spot(record, field, name.rstrip("_"), at))

    def _same(self, before: Any, after: Any) -> bool:
        """Whether two values are equal; where a name means different things on both sides, that says nothing."""
        return not self._crossed and (before is after or before == after)

    def _field(self, before: Any, after: Any, spot: Spot) -> None:
        form = spot.field.form
        if is_single(spot.field):
            self._single(before, after, spot)
        elif form is Form.LINK:
            self._link(before, after, spot)
        elif form is Form.ONE:
            self._one(before, after, spot)
        elif not self._as_whole(before, after, spot):
            if form is Form.MAP:
                self._map(before, after, spot, spot.here)
            else:
                self._items(before, after, spot)

    def _single(self, before: Any, after: Any, spot: Spot) -> None:
        happened = action(spot.field, before, after)
        if happened is not None:
            # An AE Title that is spelt like the name of its Application Entity is no text about it.
            found = self._spelling(before, after) if spot.field.form is Form.WORDS else ()
            self._whole(happened, before, after, spot, found)

    def _link(self, before: str, after: str, spot: Spot) -> None:
        """The name of a record. If only the name differs, the record was renamed, and that is the cause."""
        link = spot.field.link
        same = bool(before) and self._alignment.translated(link, before) == after
        if before == after and (same or not before):
            return
        if not before or not after:
            happened = Action.UNSTATED if before else Action.STATED
        else:
            happened = Action.MOVED if spot.field.owner and not same else Action.CHANGED
        found = (*causes(link, before, old=True), *causes(link, after, old=False))
        self._whole(happened, before, after, spot, found)

    def _one(self, before: Any, after: Any, spot: Spot) -> None:
        inner = spot.field.record
        assert inner is not None
        if before is None or after is None:
            if before is not after:
                self._whole(Action.STATED if before is None else Action.UNSTATED, before, after, spot)
        elif any(getattr(before, key) != getattr(after, key) for key in spot.field.key):
            self._whole(Action.CHANGED, before, after, spot)
        else:
            role = (spot.field.role,)
            here = spot.here.among(role, role) if spot.field.role else spot.here
            self.records(before, after, inner, here)

    def _as_whole(self, before: Any, after: Any, spot: Spot) -> bool:
        """Whether one side has nothing at all, and that means something else than that there are none."""
        if before is None and after is None:
            return True
        if before is not None and after is not None:
            if bool(before) == bool(after):
                return not before
            if spot.field.empty is Empty.NONE:
                return False
        come = before is None or (not before and after is not None)
        happened = Action.STATED if come else Action.UNSTATED
        # A draft without a limit may have one that it does not say.
        silent = self._come if come else self._gone
        if spot.field.empty is Empty.ANY and silent is not happened:
            happened = Action.NARROWED if come else Action.WIDENED
        self._whole(happened, before, after, spot)
        return True

    def _map(self, before: Mapping[str, Any], after: Mapping[str, Any], spot: Spot, at: At) -> None:
        pairs = self._pairs(before, after, spot.field, at)
        met = set()
        for key, value in before.items():
            name = key if pairs is None else pairs.get(key)
            if name is None or name not in after:
                self._one_sided(key, value, spot, at, old=True)
                continue
            met.add(name)
            other = after[name]
            if name != key:
                self._renamed(key, name, (value, other), spot, at)
            if not self._same(value, other):
                self._entry(value, other, spot, at.below(key, name))
        if len(met) < len(after):
            for key, value in after.items():
                if key not in met:
                    self._one_sided(key, value, spot, at, old=False)

    def _pairs(
        self, before: Mapping[str, Any], after: Mapping[str, Any], field: Field, at: At
    ) -> Mapping[str, str] | None:
        """The new key for each old one; None if keys are the same on both sides."""
        if field.link:
            known = {key: self._alignment.translated(field.link, key) for key in before}
            return {key: name for key, name in known.items() if name is not None}
        if not field.named:
            return None
        if len(at.new) == 1:
            return self._alignment.pairs[str(at.new[0])]
        return self._alignment.of(before, after, field, at.new)

    def _entry(self, before: Any, after: Any, spot: Spot, at: At) -> None:
        if spot.field.record is not None:
            self.records(before, after, spot.field.record, at)
        elif isinstance(before, dict) and isinstance(after, dict):
            group = spot.field.group
            inner = structs.replace(spot.field, record=group, group=None) if group is not None else spot.field
            self._map(before, after, spot._replace(field=inner), at)
        elif before != after:
            found = changed(Action.CHANGED, spot, at, before=before, after=after)
            self._note(found, self._spelling(before, after))

    def _renamed(self, key: str, name: str, records: tuple[Any, Any], spot: Spot, at: At) -> None:
        inner, link = spot.field.record, spot.field.link
        if inner is not None and inner.role:
            at = at.among(*(roles_in(one, inner) for one in records))
        likeness = None if link else self._alignment.similarity(at.new, key)
        found = changed(Action.RENAMED, spot, at.below(key, name), before=key, after=name, similarity=likeness)
        self._note(found, (*causes(link, key, old=True), *causes(link, name, old=False)))

    def _one_sided(self, key: str, value: Any, spot: Spot, at: At, *, old: bool, position: int | None = None) -> None:
        """A thing that one side has and the other has not."""
        here = at.only(key, old=old)
        found = list(causes(spot.field.link, key, old=old))
        inner = spot.field.record
        stated = None
        if inner is not None and isinstance(value, inner.of):
            own = roles_in(value, inner)
            here = here.among(own if old else (), () if old else own) if own else here
            stated = getattr(value, inner.stance) if inner.stance else None
            for name, field in inner.fields.items():
                found += causes(field.link, getattr(value, name), old=old) if field.owner else ()
        if here.derived:
            found.append((old, (here.old or here.new)[:-2]))
        happened = self._gone if old else self._come
        before, after = (value, None) if old else (None, value)
        made = changed(happened, spot, here, before=before, after=after, position=position, stated=stated)
        self._note(made, tuple(found), movable=spot.field.movable)
        if inner is not None and spot.field.parts and spot.field.form is Form.MAP:
            self._parts(value, inner, here._replace(derived=True), old=old)

    def _parts(self, value: Any, record: Record, at: At, *, old: bool) -> None:
        """What is in a record that one side has not."""
        for name, field in record.fields.items():
            if field.parts:
                inside = getattr(value, name)
                entries = inside if field.form is Form.MAP else keyed(inside, field)
                for key, entry in entries.items():
                    self._one_sided(key, entry, Spot(record, field, name, at), at.only(name, old=old), old=old)

    def _items(self, before: Any, after: Any, spot: Spot) -> None:
        field, here = spot.field, spot.here
        ordered = field.form is Form.LIST
        old, new = keyed(before, field), keyed(after, field)
        names = {key: self._item_name(key, item, field) for key, item in old.items()}
        for index, (key, item) in enumerate(old.items()):
            name = names[key]
            if name is None or name not in new:
                self._one_sided(key, item, spot, here, old=True, position=index if ordered else None)
            elif field.record is not None:
                if not self._same(item, new[name]):
                    self.records(item, new[name], field.record, here.below(key, name))
            elif name != key:
                found = changed(Action.CHANGED, spot, here.below(key, name), before=item, after=new[name])
                self._note(found, (*causes(field.link, key, old=True), *causes(field.link, name, old=False)))
        met = set(names.values())
        for index, (key, item) in enumerate(new.items()):
            if key not in met:
                self._one_sided(key, item, spot, here, old=False, position=index if ordered else None)
        if ordered:
            self._order([name for name in names.values() if name in new], [key for key in new if key in met], spot)

    def _order(self, before: list[Any], after: list[str], spot: Spot) -> None:
        """What both sides have, in another order."""
        if before != after:
            self._whole(Action.MOVED, tuple(before), tuple(after), spot)

    def _item_name(self, key: str, item: Any, field: Field) -> str | None:
        """The natural key that an item of the old side has on the new one, where keys are made of names of records."""
        if field.link:
            return self._alignment.translated(field.link, key)
        inner = field.record.fields if field.record else {}
        if not any(inner[name].link for name in field.key if name):
            return key
        was = [str(getattr(item, name)) for name in field.key]
        is_now = [
            (self._alignment.translated(inner[name].link, text) or text) if inner[name].link else text
            for name, text in zip(field.key, was, strict=True)
        ]
        return " ".join(is_now) + key.removeprefix(" ".join(was))

    def _whole(self, happened: Action, before: Any, after: Any, spot: Spot, found: tuple[Cause, ...] = ()) -> None:
        self._note(changed(happened, spot, spot.here, before=before, after=after, as_whole=True), found)

    def _note(self, change: Any, found: tuple[Cause, ...] = (), *, movable: bool = False) -> None:
        self.noted.append(Noted(change, found, movable))

    def _spelling(self, before: object, after: object) -> tuple[Cause, ...]:
        return self._respelling.causes(before, after) if self._respelling else ()
