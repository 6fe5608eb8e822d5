"""Which tables the layout of PS3.2 Annex N has, section by section, and which of them a statement fills."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, nodes

from dcsgen.base.resources import folder
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin import Section
from dcsgen.plugin.layout import Layout, OutlineSection
from dcsgen.render.templates import environment

NAME = "ps3.2-annex-n"
_NOTHING = {"", "N/A", "not stated", "none"}


class Site(NamedTuple):
    """A place in a template that makes tables: their anchor, with `*` for what differs from one to the other."""

    template: str
    anchor: str

    def made(self, id: str) -> bool:
        """Whether a table with this anchor can be from here; a repeated one has a number behind it."""
        varying = ".+".join(re.escape(piece) for piece in self.anchor.split("*"))
        return re.fullmatch(rf"{varying}(-\d+)?", id) is not None


class Table(NamedTuple):
    """A table of the layout: the ids of the outline down to its section, and the place that makes it."""

    section: str
    site: Site


def layout() -> Layout:
    """The layout of Annex N."""
    (found,) = (one for one in LAYOUTS if one.name == NAME)
    return found


def outline(sections: Sequence[OutlineSection], above: str = "") -> Iterator[tuple[str, OutlineSection]]:
    """All sections of an outline with the path of their ids, in reading order."""
    for section in sections:
        path = f"{above}/{section.id}" if above else section.id
        yield path, section
        yield from outline(section.sections, path)


@cache
def sites(part: str) -> tuple[Site, ...]:
    """The places that a part template and what it includes make tables at."""
    found: dict[Site, None] = {}
    if part:
        _collect(f"parts/{part}.html", found, set())
    return tuple(found)


@cache
def _environment() -> Environment:
    return environment([Path(layout().own_templates), folder("templates")])


def _collect(template: str, found: dict[Site, None], seen: set[str]) -> None:
    if template in seen:
        return
    seen.add(template)
    env = _environment()
    assert env.loader is not None
    tree = env.parse(env.loader.get_source(env, template)[0])
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "add_caption":
            word, anchor = call.args[:2]
            if isinstance(word, nodes.Const) and word.value == "Table":
                found[Site(template.removeprefix("parts/"), re.sub(r"\*+", "*", _anchor(anchor)))] = None
    for node in (nodes.Include, nodes.Import, nodes.FromImport):
        for other in tree.find_all(node):
            assert isinstance(other.template, nodes.Const), f"{template} takes in a template by a computed name"
            _collect(other.template.value, found, seen)


def _anchor(expression: nodes.Node) -> str:
    if isinstance(expression, nodes.Const):
        return str(expression.value)
    if isinstance(expression, nodes.Concat):
        return "".join(_anchor(each) for each in expression.nodes)
    return "*"


def filled(sections: Iterable[Section]) -> Iterator[Table]:
    """The tables of a rendered statement that have a row with content beyond "N/A"."""
    yield from _filled(sections, layout().sections, "")


def _filled(sections: Iterable[Section], specs: Sequence[OutlineSection], above: str) -> Iterator[Table]:
    for section in sections:
        # One of several occurrences has more behind its id.
        spec = max((s for s in specs if f"{section.id}-".startswith(f"{s.id}-")), key=lambda s: len(s.id))
        path = f"{above}/{spec.id}" if above else spec.id
        for id in _tables_with_content(section.html):
            makers = [site for site in sites(spec.part) if site.made(id)]
            assert makers, f"no template of {path} makes the table {id}"
            yield Table(path, max(makers, key=lambda site: len(site.anchor)))
        yield from _filled(section.children, spec.sections, path)


def _tables_with_content(page: str) -> Iterator[str]:
    for table in re.findall("(?s)<table.*?</table>", page):
        caption = re.search('<caption id="([^"]+)"', table)
        if caption and any(_says_something(row) for row in re.findall("(?s)<tr.*?</tr>", table)):
            yield html.unescape(caption.group(1))


def _says_something(row: str) -> bool:
    """Whether a row has a cell with content; one that names something and leaves the rest open has, too."""
    texts = {html.unescape(re.sub("<[^>]+>", "", cell)).strip() for cell in re.findall("(?s)<td[^>]*>(.*?)</td>", row)}
    return bool(texts - _NOTHING) or (texts == {""} and '<th scope="row"' in row)
