"""The Statement: a rendered document, before it becomes a file."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.model import Capability


class Section(Struct, frozen=True, kw_only=True):
    """One section. `html` is its own content, without heading and sub-sections; `level` counts from 1."""

    id: str
    number: str
    title: str
    level: int
    html: str
    landscape: bool = False
    children: tuple[Section, ...] = ()

    @property
    def is_annex(self) -> bool:
        """Whether it is an annex: a section of the first level that is counted in letters."""
        return self.level == 1 and self.number[:1].isalpha()


class Caption(Struct, frozen=True, kw_only=True):
    """A numbered table or figure: `label` is "Table A.3-1", `id` is its anchor."""

    id: str
    label: str
    title: str


def no_file(name: str) -> bytes | None:
    """What `Statement.file` gives where there are no template folders."""
    return None


class Statement(Struct, frozen=True, kw_only=True):
    """A document that formats write.

    `data` is the resolved description as JSON, which formats embed. `page` renders a template of
    `templates/pages/` with this statement as `statement` and gives the text. `file` gives a file of the template
    folders by its name, such as `brand.css`; None if there is none. Without
    `front_matter` it has no cover and no list of contents.
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
