"""Where a walk is, and what it notes there: changes, each with what may explain it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.place import Path
from dcsgen.base.words import Stance
from dcsgen.compare.alignment import Alignment
from dcsgen.compare.values import stance
from dcsgen.model.compared import Field, Form, Record

Cause = tuple[bool, Path]
"""The side, true for the old one, and the path there of a record whose coming, going or new name may be the reason."""


class At(NamedTuple):
    """Where the walk is on both sides; an empty path is a side that does not have the thing.

    The product has `old_roles` there on the old side and `new_roles` on the new one.
    """

    old: Path
    new: Path
    old_roles: tuple[str, ...] = ()
    new_roles: tuple[str, ...] = ()
    derived: bool = False

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of both sides; of a thing that one side has, those of that side."""
        return tuple(sorted({*self.old_roles, *self.new_roles}))

    def among(self, old: tuple[str, ...], new: tuple[str, ...]) -> At:
        """The same place, with the roles that a record says on both sides."""
        return self._replace(old_roles=old, new_roles=new)

    def below(self, key: str, new_key: str | None = None) -> At:
        """One step further on both sides."""
        return self._replace(old=(*self.old, key), new=(*self.new, key if new_key is None else new_key))

    def only(self, key: str, *, old: bool) -> At:
        """One step further on one side."""
        if old:
            return self._replace(old=(*self.old, key), new=(), new_roles=())
        return self._replace(old=(), new=(*self.new, key), old_roles=())


class Spot(NamedTuple):
    """A field of a record, by its key in a description, and where the record is."""

    record: Record
    field: Field
    name: str
    at: At

    @property
    def here(self) -> At:
        """Where the field is."""
        return self.at.below(self.name)

    @property
    def subject(self) -> Subject:
        """What the field is about: the things in it, or the record itself."""
        inner = self.field.record.subject if self.field.record else self.field.subject
        return inner or self.record.subject


class Noted(NamedTuple):
    """A change, what may explain it, and whether it may be one half of a move inside the record."""

    change: Change
    causes: tuple[Cause, ...] = ()
    movable: bool = False


def changed(
    happened: Action,
    spot: Spot,
    at: At,
    *,
    before: Any = None,
    after: Any = None,
    as_whole: bool = False,
    position: int | None = None,
    similarity: float | None = None,
    stated: Stance | None = None,
) -> Change:
    """The change at a place. `as_whole` is for the field itself, otherwise it is about a thing in it.

    `stated` is the stance that the thing itself states.
    """
    field = spot.field
    of_its_own = field.record is not None and field.form in (Form.MAP, Form.ONE) and not field.key
    return Change(
        subject=spot.subject,
        action=happened,
        area=field.record.area if field.record is not None and of_its_own else spot.record.area,
        old_path=at.old,
        new_path=at.new,
        field=spot.name if as_whole else "",
        before=before,
        after=after,
        roles=at.roles,
        stance=stated or stance(field.stance, at.roles),
        words=field.form is Form.WORDS or field.prose,
        standard=field.standard,
        position=position,
        similarity=similarity,
        derived=at.derived,
    )


def causes(collections: tuple[str, ...], name: object, *, old: bool) -> tuple[Cause, ...]:
    """The records of these collections that a name may mean."""
    if not isinstance(name, str) or not name:
        return ()
    return tuple((old, (collection, name)) for collection in collections)


class Respelling(NamedTuple):
    """New names in the place of old ones, in running text."""

    pattern: re.Pattern[str]
    names: Mapping[str, tuple[str, str]]

    def causes(self, before: object, after: object) -> tuple[Cause, ...]:
        """The renamed records because of which a text was edited, if that explains the whole edit."""
        if not isinstance(before, str) or not isinstance(after, str):
            return ()
        found = [name for name in self.pattern.findall(before) if name in self.names]
        if not found or self.pattern.sub(lambda match: self.names[match[0]][1], before) != after:
            return ()
        return tuple((True, (self.names[name][0], name)) for name in dict.fromkeys(found))


def respelling(alignment: Alignment) -> Respelling | None:
    """What the new names of records make of texts; None if nothing was renamed."""
    names = {old: (collection, new) for collection, pairs in alignment.renamed().items() for old, new in pairs.items()}
    if not names:
        return None
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return Respelling(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"), names)
