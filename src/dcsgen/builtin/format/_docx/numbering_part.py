"""The part `word/numbering.xml`: dcsgen's numbering beside that of a vendor's template."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def used(vendors: Any) -> tuple[int, int]:
    """The first ids of kinds and of uses of numbering that the vendor's part (an element, or None) leaves free."""
    if vendors is None:
        return 1, 1
    kinds = [each.get(f"{_W}abstractNumId", "") for each in vendors.iterfind(f"{_W}abstractNum")]
    uses = [each.get(f"{_W}numId", "") for each in vendors.iterfind(f"{_W}num")]
    return _behind(kinds), _behind(uses)


def _behind(ids: list[str]) -> int:
    return max((int(id) for id in ids if id.isascii() and id.isdigit() and len(id) < 9), default=0) + 1


def merged(vendors: Any, kinds: str, uses: str) -> bytes | str:
    """The part. All kinds come before all uses, as the schema wants it; pictures as bullets are left out."""
    own = f'<w:numbering xmlns:w="{_W[1:-1]}">{kinds}{uses}</w:numbering>'
    if vendors is None:
        return own
    from lxml.etree import fromstring, tostring  # type: ignore[import-untyped]

    for picture in [*vendors.iter(f"{_W}numPicBullet"), *vendors.iter(f"{_W}lvlPicBulletId")]:
        picture.getparent().remove(picture)
    first_use = vendors.find(f"{_W}num")
    for each in fromstring(own):
        if each.tag == f"{_W}abstractNum" and first_use is not None:
            first_use.addprevious(each)
        else:
            vendors.append(each)
    data: bytes = tostring(vendors, encoding="UTF-8", standalone=True)
    return data
