"""Words of a page with their places, by pdfium, which reads a page some ten times faster than Python can."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import byref, c_int, create_string_buffer
from typing import Any, NamedTuple

from dcsgen.plugin.document import Box

GAP = 0.28
"""What part of its height lies between two letters of a word at most."""

HYPHENS = {0x02: "-", 0xAD: "\u00ad", 0xFFFE: "-"}
"""What pdfium gives for a hyphen at the end of a line."""

_UPRIGHT = 0.3
"""Radians by which text may be aslant."""


class Word(NamedTuple):
    """A word: its box in points from the upper left, the size of its letters, where each of them begins and ends."""

    text: str
    box: Box
    size: float
    bold: bool
    edges: tuple[float, ...]
    aslant: bool = False

    @property
    def middle(self) -> float:
        """Half of its height, from above."""
        return (self.box[1] + self.box[3]) / 2


Place = Callable[[float, float, float, float], Box]
"""From left, bottom, right and top as the file has them to a box as it is seen."""


def placing(page: Any) -> Place:
    """How boxes of a page are turned to how it is seen: cropped and rotated."""
    left, bottom, right, top = page.get_cropbox()
    rotation = page.get_rotation() % 360

    def straight(x0: float, y0: float, x1: float, y1: float) -> Box:
        return x0 - left, top - y1, x1 - left, top - y0

    def quarter(x0: float, y0: float, x1: float, y1: float) -> Box:
        return y0 - bottom, x0 - left, y1 - bottom, x1 - left

    def half(x0: float, y0: float, x1: float, y1: float) -> Box:
        return right - x1, y0 - bottom, right - x0, y1 - bottom

    def three(x0: float, y0: float, x1: float, y1: float) -> Box:
        return top - y1, right - x1, top - y0, right - x0

    return {90: quarter, 180: half, 270: three}.get(rotation, straight)


def words_of(page: Any) -> list[Word]:
    """The words of a page of pypdfium2, in the order in which the file has them."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    text_page = page.get_textpage()
    handle, place = text_page.raw, placing(page)
    turned = page.get_rotation() % 360
    found: list[Word] = []
    letters: list[tuple[str, Box]] = []
    first = 0
    rect = raw.FS_RECTF()

    def close() -> None:
        if letters:
            found.append(_word(raw, handle, first, letters, turned))
            letters.clear()

    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in HYPHENS:
            letter = HYPHENS[code]
        elif code <= 0x20 or code == 0xA0 or 0xD800 <= code < 0xE000:
            close()
            continue
        else:
            letter = chr(code)
        raw.FPDFText_GetLooseCharBox(handle, index, byref(rect))
        box = place(rect.left, rect.bottom, rect.right, rect.top)
        if letters and not _adjoin(letters[-1][1], box):
            close()
        if not letters:
            first = index
        letters.append((letter, box))
    close()
    text_page.close()
    return found


def _adjoin(last: Box, box: Box) -> bool:
    """Whether a letter goes on with the word of the last one, in whichever direction the text runs."""
    high = max(box[3] - box[1], last[3] - last[1], 1.0)
    if abs(last[1] + last[3] - box[1] - box[3]) < high * 0.8:
        return -high * 0.5 < box[0] - last[2] < high * GAP
    # Text that stands on its side.
    return (
        abs(last[0] - box[0]) < 1
        and abs(last[2] - box[2]) < 1
        and min(abs(box[1] - last[3]), abs(last[1] - box[3])) < 2
    )


def _word(raw: Any, handle: Any, first: int, letters: list[tuple[str, Box]], turned: int) -> Word:
    boxes = [box for _, box in letters]
    size = float(raw.FPDFText_GetFontSize(handle, first))
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    # Some files scale a font of size 1, so that only the box tells.
    size = size if size > 2 else boxes[0][3] - boxes[0][1]
    angle = (raw.FPDFText_GetCharAngle(handle, first) * 57.29578 + turned) % 360
    edges = (boxes[0][0], *(box[2] for box in boxes))
    return Word(
        text="".join(letter for letter, _ in letters),
        box=(min(box[0] for box in boxes), top, max(box[2] for box in boxes), bottom),
        size=round(size, 1),
        bold=_bold(raw, handle, first),
        edges=edges,
        aslant=min(angle, 360 - angle) > _UPRIGHT * 57.29578,
    )


def _bold(raw: Any, handle: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(handle, index) >= 600:
        return True
    name, flags = create_string_buffer(128), c_int()
    raw.FPDFText_GetFontInfo(handle, index, name, 128, byref(flags))
    return b"bold" in name.value.lower() or b"black" in name.value.lower()
