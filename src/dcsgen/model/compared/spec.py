"""In what words the tables of this package say how a field is compared."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field, structs

from dcsgen.base.change import Area, Subject
from dcsgen.base.words import Stance

OFFERS, DEMANDS = Stance.OFFERS, Stance.DEMANDS

Stances = Stance | Mapping[str, Stance] | None
"""Whether more of a field is more offered or more demanded: always, by the role of the product, or neither."""

USER_DEMANDS: Mapping[str, Stance] = {"SCU": DEMANDS, "SCP": OFFERS}
"""What an SCU uses, its provider has to have; what an SCP supports, its users may use."""

PROVIDER_DEMANDS: Mapping[str, Stance] = {"SCU": OFFERS, "SCP": DEMANDS}
"""What an SCP sends, its users have to understand; what an SCU understands, its providers may send."""


class Form(StrEnum):
    """How two values of a field are held against each other."""

    WORDS = "words"
    VALUE = "value"
    SIZE = "size"
    SCALE = "scale"
    EXTENT = "extent"
    RANGE = "range"
    LINK = "link"
    ONE = "one"
    MAP = "map"
    SET = "set"
    LIST = "list"


class Empty(StrEnum):
    """What it means that a list or map is empty."""

    UNSTATED = "unstated"
    """Nothing is said about it."""
    NONE = "none"
    """There are none."""
    ANY = "any"
    """There is no limit."""


class Everything:
    """The extent of a word that means all there can be."""


EVERYTHING = Everything()
Extent = frozenset[str] | Everything


class Field(Struct, frozen=True, kw_only=True):
    """How one field is compared. Which of these matter depends on the form; the functions below make them."""

    form: Form
    stance: Stances = None
    empty: Empty = Empty.UNSTATED
    subject: Subject | None = None
    record: Record | None = None
    group: Record | None = None
    key: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    named: bool = False
    owner: bool = False
    parts: bool = False
    movable: bool = False
    role: str = ""
    unlimited: tuple[Any, ...] = ()
    scale: tuple[Any, ...] = ()
    extents: Mapping[Any, Extent] = field(default_factory=dict)
    standard: bool = False
    prose: bool = False


class Record(Struct, frozen=True, kw_only=True):
    """How a record is compared. `fields` has every field of the class `of`, by its name in Python.

    `role` and `stance` are fields that say the role and the stance of everything in the record. `identity` are those
    that tell which thing it is in whatever product; the parts of a record do so too.
    """

    of: type[Struct]
    subject: Subject
    area: Area
    fields: Mapping[str, Field]
    role: str = ""
    stance: str = ""
    identity: tuple[str, ...] = ()


def words() -> Field:
    """Text for people. Where it is empty, nothing is said."""
    return Field(form=Form.WORDS)


def value(stance: Stances = None) -> Field:
    """A value of which one cannot be more than another."""
    return Field(form=Form.VALUE, stance=stance)


def standard() -> Field:
    """What the standard knows about the thing; it differs only between editions."""
    return Field(form=Form.VALUE, standard=True)


def size(stance: Stances = None, *, unlimited: tuple[Any, ...] = ()) -> Field:
    """A number; some values may mean that there is no limit."""
    return Field(form=Form.SIZE, stance=stance, unlimited=unlimited)


def scale(*steps: Any, stance: Stances = None) -> Field:
    """A word or a boolean, of which each means more than those before it."""
    return Field(form=Form.SCALE, stance=stance, scale=steps)


def yes_or_no(stance: Stances = None) -> Field:
    """A boolean of which true is more."""
    return scale(False, True, stance=stance)


def extent(extents: Mapping[Any, Extent], stance: Stances = None) -> Field:
    """A word that stands for several others; a list stands for its items, a word without an entry for itself."""
    return Field(form=Form.EXTENT, extents=extents, stance=stance)


def range_of(stance: Stances = None) -> Field:
    """A pair of a lowest and a highest value; None is no limit."""
    return Field(form=Form.RANGE, stance=stance)


def link(*collections: str, owner: bool = False) -> Field:
    """The name of a record. One that has an owner moves with its owner, and goes with it."""
    return Field(form=Form.LINK, link=collections, owner=owner)


def one(record: Record, key: str = "", stance: Stances = None, *, role: str = "") -> Field:
    """A record or None, which is not stated. With a natural key, another key is another thing.

    `role` is the one in which the product is in this record, where the record does not say it itself.
    """
    return Field(form=Form.ONE, record=record, key=(key,) if key else (), stance=stance, role=role)


def records(
    record: Record,
    stance: Stances = None,
    *,
    named: bool = False,
    link: str = "",
    empty: Empty = Empty.UNSTATED,
    parts: bool = False,
    movable: bool = False,
) -> Field:
    """A map of records by natural key. The keys of `named` ones are of the author's choice, so they can be renamed.

    With `link`, keys are names of records of that collection. With `parts`, what is in a record that came or went is
    told one by one, too. What is `movable` can go from one such map to another one inside the same top record.
    """
    return Field(
        form=Form.MAP,
        record=record,
        stance=stance,
        named=named,
        link=(link,) if link else (),
        empty=empty,
        parts=parts,
        movable=movable,
    )


def texts(subject: Subject, *, link: str = "", stance: Stances = None, prose: bool = False) -> Field:
    """A map of texts by natural key; `prose` if they are for people to read."""
    return Field(form=Form.MAP, subject=subject, link=(link,) if link else (), stance=stance, prose=prose)


def groups(record: Record) -> Field:
    """A map of maps of records, both by natural keys."""
    return Field(form=Form.MAP, subject=record.subject, group=record)


def plain() -> Field:
    """Data of which nothing is known: mappings are compared by key, everything else as a whole."""
    return Field(form=Form.MAP, subject=Subject.EXTENSION, empty=Empty.NONE)


def each(
    item: Record | Subject,
    key: str | tuple[str, ...] = (),
    stance: Stances = None,
    *,
    empty: Empty = Empty.UNSTATED,
    link: str = "",
    parts: bool = False,
    movable: bool = False,
) -> Field:
    """A list whose order says nothing, of records with a natural key or of values, which may be names of records."""
    made = _items(Form.SET, item, key, stance, empty)
    return structs.replace(made, link=(link,) if link else (), parts=parts, movable=movable)


def ranked(
    item: Record | Subject,
    key: str | tuple[str, ...] = (),
    stance: Stances = None,
    *,
    empty: Empty = Empty.UNSTATED,
) -> Field:
    """A list in an order that matters."""
    return _items(Form.LIST, item, key, stance, empty)


def _items(form: Form, item: Record | Subject, key: str | tuple[str, ...], stance: Stances, empty: Empty) -> Field:
    record, subject = (item, item.subject) if isinstance(item, Record) else (None, item)
    keys = (key,) if isinstance(key, str) else key
    return Field(form=form, record=record, subject=subject, key=keys, stance=stance, empty=empty)
