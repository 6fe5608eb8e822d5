"""Prose of a description as HTML: CommonMark without raw HTML, without pictures, without dangerous links."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_PLAIN = re.compile(r"[^\\`*_\[\]<>&!\n\"'~|#]*")
"""Text in which CommonMark finds nothing to do; most cells of a table are such."""


@cache
def _commonmark() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # `html` off shows tags as text; without `image` nothing is ever fetched; headings would break the outline.
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading"])


def block(text: str) -> Markup:
    """Paragraphs, lists and code of a longer text; empty text gives nothing."""
    return Markup(_commonmark().render(text)) if text else Markup("")


def inline(text: str) -> Markup:
    """A text on one line, as in a cell: emphasis, code and links, no paragraphs."""
    if _PLAIN.fullmatch(text):
        return Markup(escape(text))
    return Markup(_commonmark().renderInline(" ".join(text.split())))
