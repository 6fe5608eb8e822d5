"""Pictures of places of a PDF, for people who check what was read there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

from dcsgen.builtin.importer._needed import needed
from dcsgen.plugin import Picture, Strip

SCALE = 1.5
"""Pixels for each point: small letters can be read, and a row takes some kilobytes."""

SHADES = 8
"""Shades of grey, which are enough for letters and lines."""


def pictures(file: Path, strips: Sequence[Strip]) -> Iterator[Picture]:
    """The pictures of strips, in their order by page; each page is drawn once."""
    pdfium = needed("pypdfium2")
    document = pdfium.PdfDocument(file)
    try:
        for number, wanted in groupby(sorted(strips), key=lambda strip: strip.page):
            page = document[number - 1]
            drawn = page.render(scale=SCALE, grayscale=True).to_pil()
            width = page.get_width()
            for strip in wanted:
                top, bottom = (round(edge * SCALE) for edge in (strip.top, strip.bottom))
                part = drawn.crop((0, max(top, 0), drawn.width, min(max(bottom, top + 1), drawn.height)))
                target = BytesIO()
                part.quantize(SHADES).save(target, "PNG", optimize=True)
                yield Picture(strip=strip, width=width, media_type="image/png", data=target.getvalue())
            page.close()
    finally:
        document.close()
