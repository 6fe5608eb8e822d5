"""The document as one HTML file that needs nothing else: style, script, diagrams and description are inside."""

from __future__ import annotations

from dcsgen.base.embedding import embed_in_html
from dcsgen.builtin.format._page import page_text
from dcsgen.plugin.format import Format
from dcsgen.plugin.statement import Statement


def write_html(statement: Statement) -> bytes:
    """The page `screen.html` in UTF-8 with the resolved description in a script element of type JSON."""
    return embed_in_html(page_text(statement, "screen.html"), statement.data).encode()


FORMAT = Format("html", ".html", write_html)
