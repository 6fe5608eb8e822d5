"""The Statement: a rendered document, before it becomes a file."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.model import Capability


class Section(Struct, frozen=True, kw_only=True):
    """One section. `html` is its own content, without heading and sub-sections; `level` counts from 1.

    `label` is its number as headings show it, such as "Annex A" or "3.1"; empty if it has none. `landscape` says
    whether it is printed on pages on their side, `new_page` whether it begins one, `applicable` is false for a section
    that only says N/A.
    In a document with change marks, `change` is "added", "removed" or "changed" for a section that was, and `heading`
    the title as HTML with its marks, empty if it has none. A removed section has no number: its heading has the old
    one.
    """

    id: str
    number: str
    title: str
    level: int
    html: str
    landscape: bool = False
    new_page: bool = False
    children: tuple[Section, ...] = ()
    label: str = ""
    applicable: bool = True
    change: str = ""
    heading: str = ""

    @property
    def is_annex(self) -> bool:
        """Whether it is an annex: a section of the first level that is counted in letters."""
        return self.level == 1 and self.number[:1].isalpha()

    @property
    def is_hollow(self) -> bool:
        """Whether neither it nor any section below it says more than N/A: it is not worth a page of its own."""
        if not self.applicable:
            return True
        return not self.html.strip() and bool(self.children) and all(child.is_hollow for child in self.children)


class Caption(Struct, frozen=True, kw_only=True):
    """A numbered table or figure: `label` is "Table A.3-1", `id` is its anchor."""

    id: str
    label: str
    title: str


class SectionDifference(Struct, frozen=True):
    """Something that was "added", "removed" or "changed" (`mark`): a row, a table, a text (`what`), with its name if
    it has one."""

    mark: str
    what: str
    name: str = ""


class SectionChanges(Struct, frozen=True, kw_only=True):
    """What differs in a section; `words` say the same in short: "row CT Image Storage added"."""

    id: str
    number: str
    title: str
    differences: tuple[SectionDifference, ...]
    words: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".lstrip()


class Changes(Struct, frozen=True, kw_only=True):
    """What differs from the document of which the older revision is given, in the order of the document.

    `version` is the version of the product in the older document.
    """

    revision: str
    date: str
    version: str
    sections: tuple[SectionChanges, ...]

    @property
    def following(self) -> dict[str, SectionChanges | None]:
        """The next section with changes behind each of them; None behind the last."""
        ids = [section.id for section in self.sections]
        return dict(zip(ids, [*self.sections[1:], None], strict=False))


def no_file(name: str) -> bytes | None:
    """What `Statement.file` gives where there are no template folders."""
    return None


def in_english(message: str) -> str:
    """What `Statement.word` gives in English: the message itself."""
    return message


class Statement(Struct, frozen=True, kw_only=True):
    """A document that formats write.

    `data` is the resolved description as JSON, which formats embed. `page` renders a template of
    `templates/pages/` with this statement as `statement` and gives the text. `file` gives a file of the template
    folders by its name, such as `brand.css`; None if there is none. Without
    `front_matter` it has no cover and no list of contents. `language` is that of the document, as BCP 47 writes it;
    `word` gives the words of the layout in it, by the English ones, for what a format says itself. `changes` is
    there if the sections have change marks: `<ins>` and `<del>`, and `data-change` ("added", "removed", "changed")
    on blocks, rows and cells.
    """

    title: str
    layout: str
    capability: Capability
    sections: tuple[Section, ...]
    tables: tuple[Caption, ...]
    figures: tuple[Caption, ...]
    data: bytes
    page: Callable[[str, Statement], str]
    file: Callable[[str], bytes | None] = no_file
    front_matter: bool = True
    language: str = "en"
    word: Callable[[str], str] = in_english
    changes: Changes | None = None
