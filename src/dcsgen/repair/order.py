"""Another order of the items of a list; a comment behind an item stays with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen.repair.cannot import CannotRepairError
from dcsgen.repair.spans import SCALAR, SEQUENCE, Node, Spans


def reordered(spans: Spans, items: Node, order: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Beginning, end and new text of each piece that changes, so that item `order[i]` comes to stand at `i`."""
    if items.kind != SEQUENCE or sorted(order) != list(range(len(items.children))):
        raise CannotRepairError("the list does not have the items that were expected")
    if any(item.kind != SCALAR or item.decorated or item.end == item.start for item in items.children):
        raise CannotRepairError("an item of the list is more than a single value")
    pieces = _pieces(spans, items)
    for to, source in enumerate(order):
        if to != source:
            start, end = pieces[to]
            yield start, end, spans.text[slice(*pieces[source])]


def _pieces(spans: Spans, items: Node) -> list[tuple[int, int]]:
    """What moves for each item: in flow style the item alone, else all up to the end of its line."""
    text, children = spans.text, items.children
    pieces = [(item.start, item.end if items.style else spans.line_end(item.end)) for item in children]
    ends = [*(item.start for item in children[1:]), items.end if items.style else pieces[-1][1]]
    for (_, end), following in zip(pieces, ends, strict=True):
        between = text[end:following]
        # A comment or an empty line on its own may be the heading of what follows.
        if "#" in between or (not items.style and len(between.split("\n")) > 2):
            raise CannotRepairError("comments or empty lines stand between the items of the list")
    return pieces
