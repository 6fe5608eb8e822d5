"""Makes one record of several that are about the same thing, by the tables of the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import NODEFAULT, Struct, structs

from dcsgen.base.place import Path
from dcsgen.base.words import Stance
from dcsgen.compare.combined.forms import NOTHING, Nothing, Way, agreed, default_of, demanded, single, states
from dcsgen.compare.items import keyed
from dcsgen.model.compared import Empty, Field, Form, Record


class Note(NamedTuple):
    """What is worth telling of a path: some say nothing about it, say something else, or only some have it.

    `products` are the numbers of those that do not state it, or of those that have it.
    """

    path: Path
    what: str
    products: tuple[int, ...]


NOT_STATED, DIFFERS, ONLY = "not stated", "differs", "only"

Numbered = tuple[int, Any]
"""The number of a product, and what it says."""


class Algebra:
    """One way to combine; `notes` grow as it goes."""

    def __init__(self, way: Way) -> None:
        self.way = way
        self.notes: list[Note] = []

    def record(self, said: Sequence[Numbered], record: Record, path: Path) -> Any:
        """One record for those of several products; `NOTHING` if what it must say cannot be said of all."""
        made: dict[str, Any] = {}
        for name in record.fields:
            made[name] = self.field([(number, getattr(one, name)) for number, one in said], record, name, path)
            if isinstance(made[name], Nothing):
                return NOTHING
        return _in_one_unit(record.of(**made), said)

    def field(self, said: Sequence[Numbered], record: Record, name: str, path: Path) -> Any:
        """One value of a field, its default if nothing can be said; `NOTHING` if it has none."""
        field, at = record.fields[name], (*path, name)
        if name == "implied":
            return (any if self.way is Way.INTERSECTION else all)(one for _, one in said)
        default = default_of(record.of, name)
        stated = [(number, value) for number, value in said if states(field, value)]
        if not stated:
            return said[0][1]
        silent = len(stated) < len(said)
        if silent and not field.standard:
            if self.way is Way.UNION:
                self._only(stated, said, at)
            else:
                self._note(at, NOT_STATED, (number for number, one in said if not states(field, one)))
                if default is not NODEFAULT and not _counts_alone(field):
                    return default
        value = self._together(stated, field, at, silent=silent)
        if not isinstance(value, Nothing):
            return value
        if default is NODEFAULT and (field.form is Form.WORDS or self.way is Way.UNION):
            return agreed([one for _, one in stated])
        # Without the list of those that it is for, a thing would be for all.
        return NOTHING if default is NODEFAULT or (field.empty is Empty.ANY and default == ()) else default

    def _together(self, said: Sequence[Numbered], field: Field, path: Path, *, silent: bool) -> Any:
        values = [value for _, value in said]
        if field.form is Form.ONE and field.record is not None:
            keys = {tuple(getattr(value, key) for key in field.key) for value in values}
            value = self.record(said, field.record, path) if len(keys) == 1 else NOTHING
            if isinstance(value, Struct) and value != values[0] and not _says_something(value, field.record):
                return NOTHING
        elif field.form is Form.MAP:
            return self._map(said, field, path, silent=silent)
        elif field.form in (Form.SET, Form.LIST):
            return self._items(said, field, path)
        else:
            value = single(values, field, self.way)
        if isinstance(value, Nothing) and field.form not in (Form.WORDS, Form.LINK):
            self._note(path, DIFFERS, (number for number, _ in said))
        return value

    def _map(self, said: Sequence[Numbered], field: Field, path: Path, *, silent: bool) -> Any:
        keys = _keys([value for _, value in said], every=False)
        found: dict[str, Any] = {}
        for key in keys:
            having = [(number, value[key]) for number, value in said if key in value]
            if self._every(field) and len(having) < len(said) and not _insists(having, field.record):
                continue
            entry = self._entry(having, field, (*path, key))
            if not isinstance(entry, Nothing):
                found[key] = entry
                self._only(having, said, (*path, key))
        if silent and not found:
            # One says that there are none, the other says nothing: there may be some.
            return NOTHING
        return self._or_nothing(found, any(value for _, value in said), field, path, said)

    def _entry(self, said: Sequence[Numbered], field: Field, path: Path) -> Any:
        if field.record is not None:
            return self.record(said, field.record, path)
        if field.group is not None:
            inner = structs.replace(field, record=field.group, group=None)
            return self._map(said, inner, path, silent=False)
        same = all(value == said[0][1] for _, value in said)
        if not same:
            self._note(path, DIFFERS, (number for number, _ in said))
        return said[0][1] if same else NOTHING

    def _items(self, said: Sequence[Numbered], field: Field, path: Path) -> Any:
        lists = [(number, keyed(value, field)) for number, value in said]
        limited = [one for one in lists if one[1]]
        every = self._every(field)
        if field.empty is Empty.ANY and len(limited) < len(lists):
            # Without a list there is no limit.
            if not every or not limited:
                return ()
            lists = limited
        found = []
        for key in _keys([items for _, items in lists], every=every):
            having = [(number, items[key]) for number, items in lists if key in items]
            item = having[0][1] if field.record is None else self.record(having, field.record, (*path, key))
            if not isinstance(item, Nothing):
                found.append(item)
                self._only(having, said, (*path, key))
        return self._or_nothing(tuple(found), bool(limited), field, path, said)

    def _every(self, field: Field) -> bool:
        """Whether only what all have is in a list or map; what peers have to meet counts if one asks for it."""
        return self.way is Way.INTERSECTION and not demanded(field)

    def _or_nothing(self, found: Any, some: bool, field: Field, path: Path, said: Sequence[Numbered]) -> Any:
        """What was found; nothing at all in common where an empty list would say something else."""
        none = field.empty is Empty.NONE and not all(value for _, value in said)
        if found or not some or none or len(path) == 1:
            return found
        self._note(path, DIFFERS, (number for number, _ in said))
        return NOTHING

    def _only(self, having: Sequence[Numbered], said: Sequence[Numbered], path: Path) -> None:
        """Note who has something. Of several records of one product, one that has it is enough."""
        numbers = {number for number, _ in having}
        if numbers != {number for number, _ in said}:
            self._note(path, ONLY, numbers)

    def _note(self, path: Path, what: str, products: Iterable[int]) -> None:
        self.notes.append(Note(path, what, tuple(sorted(set(products)))))


def joined(first: Struct, second: Struct, record: Record) -> Any:
    """One record for two of the same product that are about the same thing: what at least one of them says."""
    made = Algebra(Way.UNION).record([(0, first), (1, second)], record, ())
    return first if isinstance(made, Nothing) else made


def _counts_alone(field: Field) -> bool:
    """Whether something counts for all as soon as one says it: a limit, or something that peers have to meet."""
    return demanded(field) and field.form in (Form.MAP, Form.SET, Form.LIST) and field.empty is not Empty.ANY


def _insists(having: Sequence[Numbered], record: Record | None) -> bool:
    """Whether one of several records says that peers have to meet it."""
    return bool(record and record.stance) and any(
        getattr(value, record.stance) == Stance.DEMANDS for _, value in having if record
    )


def _says_something(value: Struct, record: Record) -> bool:
    return any(states(field, getattr(value, name)) for name, field in record.fields.items())


def _keys(maps: Sequence[Mapping[str, Any]], *, every: bool) -> list[str]:
    """Keys of all or any maps, in an order that does not depend on which map comes first."""
    places: dict[str, list[int]] = {}
    for one in maps:
        for place, key in enumerate(one):
            places.setdefault(key, []).append(place)
    known = [key for key, found in places.items() if not every or len(found) == len(maps)]
    return sorted(known, key=lambda key: (sum(places[key]) / len(places[key]), key))


def _in_one_unit(made: Struct, said: Sequence[Numbered]) -> Any:
    """A record without its range where the units differ; `NOTHING` for a number with a unit that is all it is about."""
    if len({getattr(one, "unit", "") for _, one in said}) < 2:
        return made
    if hasattr(made, "value"):
        return NOTHING
    return structs.replace(made, range=None) if hasattr(made, "range") else made
