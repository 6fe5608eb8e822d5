"""How wide text is and where it breaks, computed from a table of widths and so the same on every machine.

The widths are the advance widths of the Helvetica metrics (Arial and Liberation Sans share them), in
thousandths of the font size, for the characters from blank to tilde.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_REGULAR = """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278
584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944
667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500
278 556 500 722 500 500 500 334 260 334 584
"""
_BOLD = """
278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333
584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944
667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556
333 611 556 778 556 556 500 389 280 389 584
"""
_OTHER = {
    "\u00a0": 278,
    "–": 556,
    "‘": 278,
    "’": 278,
    "“": 500,
    "”": 500,
    "µ": 576,
    "·": 278,
    "°": 400,
    "ß": 611,
    "ø": 611,
    "ı": 278,
}
_TABLES = {
    bold: {chr(32 + index): int(width) for index, width in enumerate(table.split())} | _OTHER
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}

# After these a long word may go on in the next line, between a small letter and a capital, and after any
# character of the scripts that are written without blanks (kana, Chinese characters).
_JOINT = re.compile(r"(?<=[_\-/.:,;@\\+&\u3040-\u30ff\u3400-\u9fff])(?=.)|(?<=[a-z])(?=[A-Z])")


@cache
def _character(character: str, bold: bool) -> int:
    """Width of one character in thousandths; an estimate on the wide side where the table has none."""
    table = _TABLES[bold]
    if character in table:
        return table[character]
    # An accented letter is as wide as its base: é as e.
    base = unicodedata.normalize("NFD", character)[0]
    if base in table:
        return table[base]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in "WF" or category[0] == "S" or character in "—…":
        return 1000
    return 760 if category == "Lu" else 640


@lru_cache(maxsize=8192)
def _thousandths(text: str, bold: bool) -> int:
    """Width of a text in thousandths of its size; fitting asks for the same words again and again."""
    return sum(_character(character, bold) for character in text)


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line of text in the unit of `size`."""
    return _thousandths(text, bold) * size / 1000


def split(text: str) -> list[str]:
    """The words of a text; a no-break space does not part words."""
    return re.findall(r"[^ \t\r\n]+", text)


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines of text no wider than `width`, filled one after the other.

    A word that is too wide for a line is broken after a joint such as `_` or `-`, and anywhere only if one of
    its parts is still too wide. Each line holds at least one character, whatever the width.
    """
    lines: list[str] = []
    line = ""
    for word in split(text):
        joined = f"{line} {word}" if line else word
        if measure(joined, size, bold=bold) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, size, width, bold)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines)


def _broken(word: str, size: float, width: float, bold: bool) -> list[str]:
    """A word in as many lines as it needs."""
    lines = [""]
    for part in _JOINT.split(word):
        if measure(lines[-1] + part, size, bold=bold) <= width:
            lines[-1] += part
            continue
        if lines[-1]:
            lines.append("")
        for character in part:
            if lines[-1] and measure(lines[-1] + character, size, bold=bold) > width:
                lines.append("")
            lines[-1] += character
    return lines


def widest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Width of the widest word: the narrowest line that breaks none."""
    return max((measure(word, size, bold=bold) for word in split(text)), default=0.0)


def widest_part(text: str, size: float, *, bold: bool = False) -> float:
    """Width of the widest part between joints: the narrowest line that breaks words at joints only."""
    parts = (part for word in split(text) for part in _JOINT.split(word))
    return max((measure(part, size, bold=bold) for part in parts), default=0.0)


def balance(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of `wrap`, made about equally long: the same number of lines in the least width."""
    lines = wrap(text, size, width, bold=bold)
    if len(lines) < 2:
        return lines
    # What fits as a whole stays whole: the lines become no narrower than that.
    units = [
        measure(unit, size, bold=bold)
        for word in split(text)
        for unit in ([word] if measure(word, size, bold=bold) <= width else _JOINT.split(word))
    ]
    narrow, wide = max((unit for unit in units if unit <= width), default=0.0), width
    # Eight halvings bring the width within half a pixel of the least one, for any width that a label has.
    for _ in range(8):
        middle = (narrow + wide) / 2
        tried = wrap(text, size, middle, bold=bold)
        if len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def narrowest(text: str, size: float, lines: int) -> float:
    """The least width, to about a pixel, in which a text takes no more than `lines` lines and breaks no word."""
    narrow, wide = widest_word(text, size), measure(text, size)
    if len(wrap(text, size, narrow)) <= lines:
        return narrow
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(wrap(text, size, middle)) <= lines:
            wide = middle
        else:
            narrow = middle
    return wide
