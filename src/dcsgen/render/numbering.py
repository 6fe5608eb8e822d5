"""Numbers of sections, tables and figures, and references to them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from dcsgen.plugin.statement import Caption
from dcsgen.render.language import N_, Words

_KINDS = Words({"Table": N_("Table"), "Figure": N_("Figure")})

_REFERENCE = re.compile("\ue000(.*?)\ue001")
_EMPTY_LINK = re.compile(r'<a href="#([^"]+)"></a>')


def child_number(parent: str, index: int, style: str) -> str:
    """The number of the child at `index` (from 0): below `A.3` comes `A.3.1`; style `A` counts in letters.

    Style `A.A` counts in letters behind a letter, as the annexes of PS3.2 Annex N: `A.A`, `A.B`.
    """
    if not style:
        return ""
    own = style[:-1] + _letters(index) if style.endswith("A") else str(index + int(style))
    return f"{parent}.{own}" if parent else own


def _letters(index: int) -> str:
    """A to Z, then AA, AB and so on."""
    above = _letters(index // 26 - 1) if index >= 26 else ""
    return above + chr(ord("A") + index % 26)


class Captions:
    """Tables and figures in the order in which they are printed; numbered within each top-level section."""

    def __init__(self) -> None:
        self.tables: list[Caption] = []
        self.figures: list[Caption] = []
        self._chapter = ""
        self._counts: dict[str, int] = {}
        self._ids: set[str] = set()

    def enter(self, number: str) -> None:
        """A top-level section begins: captions carry its number from here on."""
        self._chapter = number
        self._counts = {}

    def add(self, word: str, id: str, title: str) -> Caption:
        """The next caption: `word` is "Table" or "Figure". An id that is taken gets a number behind it."""
        number = self._counts[word] = self._counts.get(word, 0) + 1
        unique, again = id, 2
        while unique in self._ids:
            unique, again = f"{id}-{again}", again + 1
        self._ids.add(unique)
        counted = f"{self._chapter}-{number}" if self._chapter else str(number)
        # A title that was put together in a template has been escaped there.
        plain = title.unescape() if isinstance(title, Markup) else title
        caption = Caption(id=unique, label=f"{_KINDS[word]} {counted}", title=plain)
        (self.tables if word == "Table" else self.figures).append(caption)
        return caption


def reference(id: str) -> Markup:
    """A reference whose words are not known yet: `finish` puts them in when all numbers are."""
    return Markup("\ue000{}\ue001").format(id)


def finish(html: str, labels: Mapping[str, str], unknown: set[str]) -> str:
    """HTML with every reference filled in; ids that lead nowhere are added to `unknown` and shown as text.

    A link of the prose without words, `[](#status)`, gets the number of its target as its words.
    """

    def link(id: str) -> str:
        if id not in labels:
            unknown.add(id)
            return str(escape(id))
        return f'<a class="xref" href="#{escape(id)}">{escape(labels[id])}</a>'

    html = _REFERENCE.sub(lambda found: link(found[1]), html)
    html = _EMPTY_LINK.sub(lambda found: link(found[1]), html)
    for target in set(re.findall(r'<a href="#([^"]+)"', html)):
        if target not in labels:
            unknown.add(target)
    return html
