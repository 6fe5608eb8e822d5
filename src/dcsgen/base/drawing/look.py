"""Colours and line styles of the diagrams.

Texts and lines keep a contrast of at least 4.5 to 1 with what they stand on (WCAG 2.2, 1.4.3 and 1.4.11);
no meaning hangs on a colour alone, since shape, dash and arrowhead tell the same.
"""

from __future__ import annotations

from typing import NamedTuple


class Paint(NamedTuple):
    """Fill and outline of a sort of shape."""

    fill: str
    stroke: str


INK = "#1c2730"
"""Labels."""
FAINT_INK = "#4a5864"
"""Captions, notes and the name of the interface."""
LINE = "#2f3e4a"
"""Arrows and links."""
ACCENT = "#0f5c57"
"""What opens an Association."""
PAPER = "#ffffff"
"""Behind labels that lie on lines."""

APPLICATION_ENTITY = Paint("#dcefec", "#0f5c57")
LOCAL = Paint("#fbf4e4", "#7d5c17")
REMOTE = Paint("#f0eef8", "#574b8c")
MEDIUM = Paint("#eef1f3", "#4a5864")

INTERFACE_DASH = "1.5 4"
LOCAL_DASH = "7 4"
MOVEMENT_DASH = "4 3"
LIFELINE_DASH = "5 4"
RESPONSE_DASH = "6 3"
