"""A DICOM object as plain data: Elements with their values as text, and Sequences with their Items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

NONE: Mapping[str, str] = MappingProxyType({})


class DataElement(Struct, frozen=True, kw_only=True):
    """A Data Element of a Data Set (PS3.5 7.1).

    `tag` is written `(0010,0020)`. The keyword is empty for what the dictionary does not have; a private one has
    the name of its creator instead (PS3.5 7.8.1). Values are texts as they are encoded, without padding; what is
    `bulk`, such as pixels, has only its `length` in bytes. `items` are the Items of a Sequence.
    """

    tag: str
    vr: str
    keyword: str = ""
    name: str = ""
    creator: str = ""
    values: tuple[str, ...] = ()
    items: tuple[DataSet, ...] = ()
    bulk: bool = False
    length: int = 0

    @property
    def key(self) -> str:
        """What paths call it: its keyword; its Tag, if it has none."""
        return self.keyword or self.tag

    @property
    def is_private(self) -> bool:
        """Whether the number of its group is odd (PS3.5 7.8)."""
        return int(self.tag[1:5], 16) % 2 == 1

    @property
    def is_sequence(self) -> bool:
        """Whether it has Items instead of values."""
        return self.vr == "SQ"

    @property
    def has_value(self) -> bool:
        """Whether it is more than an empty Data Element."""
        if self.is_sequence:
            return bool(self.items)
        return self.length > 0 if self.bulk else any(self.values)


class DataSet(Struct, frozen=True):
    """Data Elements of an object or of an Item, in the order of their Tags, each once."""

    elements: tuple[DataElement, ...]

    def find(self, step: str, creator: str = "") -> DataElement | None:
        """The Data Element that a step of a path names: a keyword, `(0010,0020)`, or `(3009,xx01)` for a private one.

        The two digits `xx` are those of the block that the creator has reserved (PS3.5 7.8.1).
        """
        if not step.startswith("("):
            return next((one for one in self.elements if one.keyword == step), None)
        wanted = step.casefold()
        for one in self.elements:
            tag = f"{one.tag[:6]}xx{one.tag[8:]}" if "xx" in wanted and one.is_private else one.tag
            if tag.casefold() == wanted and creator in ("", one.creator):
                return one
        return None


class DicomObject(Struct, frozen=True, kw_only=True):
    """An object as it stands in a file.

    `assumed` says that the file does not name its Transfer Syntax, which was told from its bytes. `file` is as the
    user would type it.
    """

    file: str
    data_set: DataSet
    transfer_syntax: str
    assumed: bool = False
    meta_sop_class: str = ""

    @property
    def sop_class(self) -> str:
        """The UID of its SOP Class; empty if it says none."""
        return self._text("SOPClassUID") or self.meta_sop_class

    @property
    def character_sets(self) -> tuple[str, ...]:
        """The values of Specific Character Set (0008,0005)."""
        found = self.data_set.find("SpecificCharacterSet")
        return found.values if found is not None else ()

    def _text(self, keyword: str) -> str:
        found = self.data_set.find(keyword)
        return found.values[0] if found is not None and found.values else ""


class Step(NamedTuple):
    """A Sequence on the way to an Attribute, its Tag, and the number of the Item in it, from 1."""

    key: str
    tag: str
    item: int


class Spot(NamedTuple):
    """A place where an Attribute is or could be: the Items around it, its own key, and what is there."""

    above: tuple[Step, ...]
    key: str
    element: DataElement | None

    @property
    def path(self) -> str:
        """The path with the numbers of the Items, `BeamSequence[2].BeamName`."""
        return "".join(f"{step.key}[{step.item}]." for step in self.above) + self.key

    @property
    def plain(self) -> str:
        """The path without the numbers."""
        return "".join(f"{step.key}." for step in self.above) + self.key


def spots(
    data_set: DataSet, path: str, creators: Mapping[str, str] = NONE, above: tuple[Step, ...] = ()
) -> Iterator[Spot]:
    """Every place of an Attribute by its dotted path: one for each Item of the Sequences around it that is there.

    Where the Sequence is absent, or has no Items, nothing inside it is looked for. `creators` are those of private
    Attributes, by their steps.
    """
    step, dot, rest = path.partition(".")
    found = data_set.find(step, creators.get(step, ""))
    if not dot:
        yield Spot(above, found.key if found is not None else step, found)
    elif found is not None:
        for number, item in enumerate(found.items, 1):
            yield from spots(item, rest, creators, (*above, Step(found.key, found.tag, number)))


def every_spot(data_set: DataSet, above: tuple[Step, ...] = ()) -> Iterator[Spot]:
    """All Data Elements of an object with their paths, those of Items behind their Sequence."""
    for one in data_set.elements:
        yield Spot(above, one.key, one)
        for number, item in enumerate(one.items, 1):
            yield from every_spot(item, (*above, Step(one.key, one.tag, number)))
