"""Styles of pages: a page that shares a style sheet with others has all that its own sheet refers to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[1] / "templates"

_GROUP = re.compile(r"(?:\{\{ source\(\"assets/[\w-]+\.css\"\) \}\}\s*)+")
_SHEET = re.compile(r"assets/[\w-]+\.css")


def _pages() -> list[tuple[str, tuple[str, ...]]]:
    """Each page with the sheets that it puts together: those that stand side by side."""
    return [
        (page.relative_to(TEMPLATES).as_posix(), tuple(_SHEET.findall(group.group())))
        for page in sorted(TEMPLATES.rglob("*.html"))
        for group in _GROUP.finditer(page.read_text("utf-8"))
        # These come after the sheets of the page, in a style of their own.
        if "changes.css" not in group.group()
    ]


@pytest.mark.parametrize(("page", "sheets"), _pages(), ids=str)
def test_colours_and_fonts_of_a_page_are_defined_in_its_sheets(page: str, sheets: tuple[str, ...]) -> None:
    styles = "\n".join((TEMPLATES / sheet).read_text("utf-8") for sheet in sheets)
    used = set(re.findall(r"var\((--[\w-]+)\)", styles))
    defined = set(re.findall(r"(--[\w-]+)\s*:", styles))
    assert not used - defined, f"{page} does not define {sorted(used - defined)}"
    assert re.search(r"^html \{", styles, re.MULTILINE), f"{page} has no font"
