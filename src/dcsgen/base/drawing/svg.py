"""SVG as text: elements written with escaped values, rounded numbers and a stable order of attributes.

Everything drawn is styled twice: by presentation attributes, which a PDF renderer without CSS variables
understands, and by `dg-` class names, by which a web page may restyle it (style sheets win over attributes).
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FONT_FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif"
LINE_HEIGHT = 1.2
"""Distance of two baselines, as a multiple of the font size."""

HEAD_LENGTH = 8.0
HEAD_HALF = 3.2
"""An arrowhead is this long and twice this wide."""

# Half the height of a capital: what moves a baseline so that a line looks centred on a point.
_HALF_CAPITAL = 0.36

_DIRECTION_MARKS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")


def clean(text: str) -> str:
    """Text for one label: white space made single blanks, what XML forbids or what turns text around removed."""
    blank = re.sub(r"\s+", " ", text)
    return "".join(
        c for c in blank if unicodedata.category(c) not in ("Cc", "Cs") and c not in _DIRECTION_MARKS
    ).strip()


def number(value: float) -> str:
    """A coordinate with at most one decimal, without a needless `.0` or a negative zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(
    name: str, attributes: Mapping[str, str | float], children: Iterable[str] = (), *, newline: bool = False
) -> str:
    """One element. Values are escaped here; `children` are markup already and go in as they are."""
    written = _written(attributes)
    inner = ("\n" if newline else "").join(children)
    if not inner:
        return f"<{name}{written}/>"
    return f"<{name}{written}>\n{inner}\n</{name}>" if newline else f"<{name}{written}>{inner}</{name}>"


def words(name: str, text: str, attributes: Mapping[str, str | float]) -> str:
    """An element that holds text, such as `title`; it is cleaned and escaped here."""
    return f"<{name}{_written(attributes)}>{escape(clean(text), quote=False)}</{name}>"


def _written(attributes: Mapping[str, str | float]) -> str:
    return "".join(
        f' {key}="{escape(clean(value)) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )


def label(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    fill: str,
    role: str = "dg-text",
    bold: bool = False,
    anchor: str = "middle",
) -> list[str]:
    """Lines of text whose block is centred on height `y`; one `text` element per line.

    One element per line and no `tspan`, because renderers disagree on how an anchor applies to a `tspan`.
    """
    attributes: dict[str, str | float] = {"class": role, "font-size": size, "fill": fill, "text-anchor": anchor}
    if bold:
        attributes["font-weight"] = "bold"
    first = y - (len(lines) - 1) / 2 * size * LINE_HEIGHT + size * _HALF_CAPITAL
    return [
        words("text", line, {**attributes, "x": x, "y": first + index * size * LINE_HEIGHT})
        for index, line in enumerate(lines)
    ]


def arrowhead(x: float, y: float, right: int, down: int, *, fill: str) -> str:
    """A filled arrowhead with its tip at a point, looking along an axis: (1, 0) is right, (0, -1) is up.

    A polygon and no `marker`, because markers are drawn differently by different renderers.
    """
    back_x, back_y = x - right * HEAD_LENGTH, y - down * HEAD_LENGTH
    corners = (
        (x, y),
        (back_x + down * HEAD_HALF, back_y + right * HEAD_HALF),
        (back_x - down * HEAD_HALF, back_y - right * HEAD_HALF),
    )
    points = " ".join(f"{number(corner_x)},{number(corner_y)}" for corner_x, corner_y in corners)
    return element("polygon", {"class": "dg-head", "points": points, "fill": fill})


def open_arrowhead(x: float, y: float, right: int, *, stroke: str) -> str:
    """An open, level arrowhead with its tip at a point, looking right (1) or left (-1)."""
    back = x - right * HEAD_LENGTH
    path = f"M{number(back)},{number(y - HEAD_HALF)} L{number(x)},{number(y)} L{number(back)},{number(y + HEAD_HALF)}"
    return element("path", {"class": "dg-line", "d": path, "fill": "none", "stroke": stroke, "stroke-width": 1.3})


def document(title: str, description: str, id_prefix: str, width: float, height: float, body: Iterable[str]) -> str:
    """A whole `svg` element of a size in CSS pixels, named by `title` and described by `description`.

    `title` comes first among the children, where PDF writers look for the alternative text. `id_prefix` makes
    the ids unique in a page that holds several diagrams; what an id may not hold becomes a hyphen.
    """
    prefix = re.sub(r"[^A-Za-z0-9_-]", "-", id_prefix) or "diagram"
    attributes: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "dg",
        "role": "img",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-desc",
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "width": width,
        "height": height,
        "font-family": FONT_FAMILY,
    }
    named = [
        words("title", title, {"id": f"{prefix}-title"}),
        words("desc", description, {"id": f"{prefix}-desc"}),
    ]
    return element("svg", attributes, [*named, *body], newline=True)
