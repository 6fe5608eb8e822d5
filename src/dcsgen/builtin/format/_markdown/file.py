"""The whole Markdown file.

Figures are told in words, because GitHub strips drawings and `data:` addresses. Tables with merged cells or lists in
them are HTML, which GitHub shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen.base.embedding_markdown import embed_in_markdown
from dcsgen.builtin.format._blocks import Block, Figure, Paragraph, text_of
from dcsgen.builtin.format._markdown.blocks import anchor, markdown
from dcsgen.builtin.format._markdown.inline import inline, target_of, words
from dcsgen.builtin.format._page import page_text
from dcsgen.builtin.format._reading import read
from dcsgen.plugin.statement import Section, Statement

_DEEPEST_IN_CONTENTS = 3
_DEEPEST_HEADING = 6


def markdown_file(statement: Statement) -> bytes:
    """The file in UTF-8, with the resolved description packed in a comment at its end."""
    changes = markdown(read(page_text(statement, "changes.html"))) if statement.changes else ""
    front = [
        markdown(_on_cover(read(page_text(statement, "cover.html")), statement)),
        f"## {words(statement.word('Contents'))}",
        "\n".join(_contents(statement.sections)),
    ]
    pieces = [
        f"# {words(statement.title)}",
        *(front[:1] if statement.front_matter else ()),
        changes,
        *(front[1:] if statement.front_matter else ()),
        *(piece for section in statement.sections for piece in _section(section)),
    ]
    return embed_in_markdown("\n\n".join(filter(None, pieces)), statement.data).encode()


def _on_cover(cover: Sequence[Block], statement: Statement) -> Iterator[Block]:
    """The cover without pictures, and without what the heading of the document says already."""
    said = {statement.capability.product.name, statement.capability.document.title}
    for block in cover:
        if isinstance(block, Figure) or (isinstance(block, Paragraph) and text_of(block.runs) in said):
            continue
        yield block


def _contents(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.change == "removed":
            continue
        indent = "  " * (section.level - 1)
        yield f"{indent}- [{words(_heading(section))}]({target_of('#' + section.id)})"
        if section.level < _DEEPEST_IN_CONTENTS:
            yield from _contents(section.children)


def _section(section: Section) -> Iterator[str]:
    yield anchor(section.id)
    yield f"{'#' * min(section.level + 1, _DEEPEST_HEADING)} {_marked_heading(section)}"
    yield markdown(read(section.html))
    for child in section.children:
        yield from _section(child)


def _heading(section: Section) -> str:
    """Number and title, as HTML and PDF show them."""
    return f"{section.label} {section.title}".lstrip()


def _marked_heading(section: Section) -> str:
    """The heading with its change marks; the number of a new section is not new by itself."""
    if not section.heading:
        return words(_heading(section))
    runs = [run for block in read(section.heading) if isinstance(block, Paragraph) for run in block.runs]
    number = _heading(section).removesuffix(section.title)
    return f"{words(number)}{inline(runs)}" if section.number else inline(runs)
