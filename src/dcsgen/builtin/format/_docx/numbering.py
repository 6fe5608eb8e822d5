"""The numbers of headings and lists.

Headings have true multilevel numbering, so that whoever goes on writing in Word gets the next number, and Word's
own cross-references and contents show it. But dcsgen has computed the numbers, and references in the text are
made of them: each one is compared with what Word will count, and stands as text where the two differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from dcsgen.builtin.format._docx.words import attribute
from dcsgen.plugin.statement import Section

DEEPEST = 9
"""Levels of headings and of lists in Word."""

_LETTERS = 26


class Definition(Struct):
    """Chapters that are counted together: how each level is written, from which number, and how far it is.

    `before` stands before the number of a chapter, such as "Annex ".
    """

    before: str = ""
    kinds: dict[int, str] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """The number that a heading of a level (from 1) gets, and from then on has."""
        return ".".join(_written(self._count(each, level), self.kinds.get(each, "1")) for each in range(1, level + 1))

    def take(self, level: int) -> None:
        """A heading of that level is there: deeper levels begin anew."""
        self.counts[level] = self._count(level, level)
        for deeper in [each for each in self.counts if each > level]:
            del self.counts[deeper]

    def _count(self, level: int, counted: int) -> int:
        if level in self.counts:
            return self.counts[level] + (level == counted)
        return self.starts.get(level, 1)


class Numbering(Struct):
    """Which heading has which definition (from 0); a heading that is missing has its number as text, or none."""

    definitions: list[Definition]
    of: dict[str, int]


def plan(sections: Sequence[Section]) -> Numbering:
    """Numbering for all headings of a document."""
    by_kind: dict[str, Definition] = {}
    of: dict[str, int] = {}
    for chapter in sections:
        own = chapter.number
        if not own:
            continue
        kind = "A" if own.isalpha() else "1"
        definition = by_kind.setdefault(kind, Definition(before=chapter.label.removesuffix(own)))
        for section, parent in _walk(chapter, ""):
            level = section.level
            last = section.number.removeprefix(f"{parent}." if parent else "")
            value = _value(last)
            if level > DEEPEST or value is None:
                continue
            definition.kinds.setdefault(level, "A" if last.isalpha() else "1")
            definition.starts.setdefault(level, value)
            if definition.next(level) == section.number:
                definition.take(level)
                of[section.id] = list(by_kind).index(kind)
    return Numbering(list(by_kind.values()), of)


def _walk(section: Section, parent: str) -> Iterator[tuple[Section, str]]:
    yield section, parent
    for child in section.children:
        yield from _walk(child, section.number)


def _value(own: str) -> int | None:
    """The number that a word stands for; None for what Word does not count as dcsgen does, such as AA."""
    if own.isascii() and own.isdigit() and len(own) < 6:
        return int(own)
    return ord(own) - ord("A") + 1 if len(own) == 1 and "A" <= own <= "Z" else None


def _written(count: int, kind: str) -> str:
    return chr(ord("A") + count - 1) if kind == "A" and 0 < count <= _LETTERS else str(count)


class Lists:
    """Numbering of lists, from an id on; each numbered list begins on its own."""

    def __init__(self, first: int) -> None:
        self.bullets = first
        self.ordered: list[tuple[int, int, int]] = []

    def number(self, level: int, start: int) -> int:
        """The id of the numbering of a new list at a level (from 0)."""
        id = self.bullets + 1 + len(self.ordered)
        self.ordered.append((id, level, start))
        return id


def numbering_xml(numbering: Numbering, lists: Lists, first: int, linked: bool) -> tuple[str, str]:
    """What the part `numbering.xml` holds: kinds of numbering, from the id `first` on, and the uses of them.

    The headings come first, then bullets, then numbered lists; uses of the headings have the ids before those of
    the lists. `linked`: the styles of headings number by the first definition.
    """
    headings = [
        heading_levels(definition, linked and index == 0) for index, definition in enumerate(numbering.definitions)
    ]
    kinds = [*headings, bullet_levels(), ordered_levels()]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{first + index}"><w:nsid w:val="{0x0DC50000 + index:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for index, levels in enumerate(kinds)
    )
    begin = lists.bullets - len(headings)
    uses = "".join(_use(begin + index, first + index) for index in range(len(headings) + 1))
    for id, level, start in lists.ordered:
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        uses += _use(id, first + len(headings) + 1, override)
    return abstract, uses


def _use(id: int, kind: int, override: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'


def heading_levels(definition: Definition, linked: bool) -> str:
    """The levels of the numbering of headings as XML; `linked` to the styles of headings."""
    levels = []
    for level in range(1, DEEPEST + 1):
        letters = definition.kinds.get(level) == "A"
        shown = ".".join(f"%{each}" for each in range(1, level + 1))
        shown = f"{definition.before}{shown}" if level == 1 else shown
        levels.append(
            f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="{definition.starts.get(level, 1)}"/>'
            f'<w:numFmt w:val="{"upperLetter" if letters else "decimal"}"/>'
            + (f'<w:pStyle w:val="Heading{level}"/>' if linked else "")
            + '<w:suff w:val="space"/>'
            f'<w:lvlText w:val={attribute(shown)}/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        )
    return "".join(levels)


def bullet_levels() -> str:
    """The levels of bullets as XML."""
    return "".join(_list_level(level, "bullet", "•–"[level % 2]) for level in range(DEEPEST))


def ordered_levels() -> str:
    """The levels of numbered lists as XML."""
    return "".join(_list_level(level, "decimal", f"%{level + 1}.") for level in range(DEEPEST))


def _list_level(level: int, kind: str, shown: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{340 * (level + 1)}" w:hanging="340"/></w:pPr></w:lvl>'
    )
