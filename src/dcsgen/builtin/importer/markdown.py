"""Statements in Markdown, with the tables of GitHub; HTML inside is read, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dcsgen.plugin import Document, Importer, Paragraph, Reading, Row, Spot, Table
from dcsgen.plugin.document import Block, grid

_SUFFIXES = (".md", ".markdown", ".mkd")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)


def recognises(head: bytes, name: str) -> bool:
    """Whether a file is Markdown: by its name, as there is no other way to tell."""
    return name.casefold().endswith(_SUFFIXES)


def read(file: Path, reading: Reading) -> Document:
    """The document in a file."""
    return document(file.read_text(encoding="utf-8", errors="replace"))


def document(text: str) -> Document:
    """The document in a text."""
    from markdown_it import MarkdownIt

    from dcsgen.builtin.importer._blocks import numbered

    metadata, body = _front_matter(text)
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(body)
    blocks = tuple(numbered(list(_blocks(tokens))))
    return Document(format="markdown", blocks=blocks, texts=(text,), metadata=metadata)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the lines between `---` at the beginning say, and the text with empty lines in their place."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, text
    said: dict[str, str] = {}
    key = ""
    for line in found[1].splitlines():
        if pair := re.match(r"([A-Za-z][\w \-]*):\s*(.*)$", line):
            key = pair[1].strip().casefold()
            said[key] = pair[2].strip().strip("\"'")
        elif key and (item := re.match(r"\s*-\s+(.*)$", line)):
            said[key] = ", ".join(filter(None, (said[key], item[1].strip().strip("\"'"))))
    return {key: value for key, value in said.items() if value}, "\n" * found[0].count("\n") + text[found.end() :]


def _blocks(tokens: Sequence[Any]) -> Iterator[Block]:
    from dcsgen.builtin.importer._blocks import heading, is_caption, tidy
    from dcsgen.builtin.importer._plain import blocks_in

    depth, index = 0, 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open":
            yield heading(tidy(_plain(tokens[index + 1])).replace("\n", " "), int(token.tag[1:]), _spot(token))
            index += 3
            continue
        if token.type == "table_open":
            end = next(at for at in range(index, len(tokens)) if tokens[at].type == "table_close")
            yield _table(tokens[index : end + 1], _spot(token))
            index = end + 1
            continue
        depth += token.type == "list_item_open"
        depth -= token.type == "list_item_close"
        if token.type == "inline" and (text := tidy(_plain(token))):
            yield Paragraph(text=text, item=depth > 0, caption=is_caption(text), spot=_spot(token))
        elif token.type in ("fence", "code_block"):
            yield from blocks_in(token.content, (token.map[0] if token.map else 0) + 1 + (token.type == "fence"))
        elif token.type == "html_block":
            yield from _html(token)
        index += 1


def _html(token: Any) -> Iterator[Block]:
    from lxml import etree, html  # type: ignore[import-untyped]

    from dcsgen.builtin.importer._blocks import blocks_of

    try:
        root = html.fragment_fromstring(token.content, create_parent="div")
    except etree.ParserError:
        return
    yield from blocks_of(root, lines=False)


def _table(tokens: Sequence[Any], spot: Spot) -> Table:
    from msgspec import structs

    rows: list[list[tuple[str, int, int]]] = []
    spots: list[Spot] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
            spots.append(_spot(token))
        elif token.type == "inline":
            rows[-1].append((_plain(token), 1, 1))
    made = tuple(structs.replace(row, spot=place) for row, place in zip(grid(rows), spots, strict=True))
    return Table(rows=_without_empty(made), head=1, spot=spot)


def _without_empty(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in rows if any(row.texts))


def _plain(token: Any) -> str:
    """The text of a token without marks of emphasis, links and code."""
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "html_inline":
            parts.append("\n" if child.content.lower().startswith("<br") else "")
        else:
            parts.append(child.content)
    return "".join(parts).strip()


def _spot(token: Any) -> Spot:
    return Spot(line=token.map[0] + 1 if token.map else None)


IMPORTER = Importer(name="markdown", suffixes=_SUFFIXES, recognises=recognises, read=read)
