"""Pieces of Markdown that the generated pages share."""

from __future__ import annotations

import inspect
from collections.abc import Sequence


def head(title: str, source: str) -> str:
    """The title, under a comment for whoever wants to edit the page."""
    return f"<!-- Generated from {source} by scripts/generate_docs.py; changes belong there. -->\n\n# {title}\n"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table without the columns that are empty in every row."""
    kept = [i for i in range(len(headings)) if any(row[i] for row in rows)]
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(cell(line[i]) for i in kept) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    """Text as it can stand in a cell: on one line, with its bars escaped."""
    return one_line(text).replace("|", "\\|")


def one_line(text: str) -> str:
    """Text without line breaks."""
    return " ".join(text.split())


def docstring(thing: object) -> str:
    """The docstring of a class, function or module without its indentation."""
    return inspect.cleandoc(thing.__doc__ or "")
