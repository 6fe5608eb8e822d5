"""Pictures: drawings as SVG, which Word has shown since 2016, with a PNG for all other programs."""

from __future__ import annotations

import re
from hashlib import sha256

from dcsgen.base.errors import DcsgenError
from dcsgen.builtin.format._blocks import Picture
from dcsgen.builtin.format._docx.package import Package
from dcsgen.builtin.format._docx.words import attribute

_SVG = "image/svg+xml"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SUFFIXES = {_SVG: "svg", "image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}

_PER_PIXEL = 9525
"""English metric units (914,400 an inch) of a CSS pixel (96 an inch)."""
_PER_TWIP = 635
_FIRST_ID = 10_000
"""Ids of pictures come behind those that a vendor's header may have."""
_ZOOM = 3
"""PNG pixels of a CSS pixel: 288 an inch."""
_HIGHEST = 150 * 36_000

# What a drawing would load. Nothing is fetched, so that it would be missing.
_LOADED = re.compile(r"<(?:image|use|feImage)\b[^>]*?href\s*=\s*[\"'](?!data:|#)([^\"']*)")


def picture_xml(picture: Picture, number: int, width: int, package: Package) -> str:
    """A run with a picture, not wider than `width` (twentieths of a point), or "" for a kind that Word does not know.

    Raises `DcsgenError` if a drawing asks for another file.
    """
    if picture.media_type not in _SUFFIXES:
        return ""
    name = f"word/media/{sha256(picture.data).hexdigest()[:16]}"
    extension = ""
    data, media_type = picture.data, picture.media_type
    if media_type == _SVG:
        data, media_type = _png(picture.data.decode("utf-8", "replace")), "image/png"
        package.add(f"{name}.svg", picture.data, _SVG)
        svg_id = package.relate("word/document.xml", "image", f"{name}.svg")
        extension = (
            f'<a:extLst><a:ext uri="{_SVG_EXTENSION}">'
            '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="{svg_id}"/></a:ext></a:extLst>'
        )
    size = _size_of(data)
    if size is None:
        return ""
    package.add(f"{name}.{_SUFFIXES[media_type]}", data, media_type)
    id = package.relate("word/document.xml", "image", f"{name}.{_SUFFIXES[media_type]}")
    return _drawing(picture, number, id, extension, _fitted(size, _ZOOM if extension else 1, width))


def _drawing(picture: Picture, number: int, id: str, extension: str, size: tuple[int, int]) -> str:
    alternative = ". ".join(filter(None, (picture.title.rstrip("."), picture.description)))
    named = f'id="{_FIRST_ID + number}" name="Picture {number}" descr={attribute(alternative)}'
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {named}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{id}">{extension}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _png(svg: str) -> bytes:
    """A drawing as a PNG, its text in the fonts of this machine."""
    from resvg_py import svg_to_bytes

    if found := _LOADED.search(svg):
        raise DcsgenError(f"A drawing asks for {found[1]}, which is not fetched: embed it as a data: URI.")
    try:
        return bytes(
            svg_to_bytes(svg_string=svg, zoom=_ZOOM, font_family="Liberation Sans", sans_serif_family="Liberation Sans")
        )
    except ValueError as trouble:
        raise DcsgenError(f"A drawing cannot be shown in DOCX: {trouble}") from trouble


def _fitted(pixels: tuple[int, int], per_pixel: int, width: int) -> tuple[int, int]:
    """The size in English metric units: somewhat smaller than it was drawn, as in the PDF, and not over the edge."""
    wide, high = (max(1, side * _PER_PIXEL // per_pixel) for side in pixels)
    scale = min(0.9, width * _PER_TWIP * 0.95 / wide, _HIGHEST / high)
    return round(wide * scale), round(high * scale)


def _size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF or JPEG; None for what is none of them."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) > 24:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data[:4] == b"GIF8" and len(data) > 10:
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walks from marker to marker until the start of a frame (ITU-T T.81, B.2.2)."""
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return None
