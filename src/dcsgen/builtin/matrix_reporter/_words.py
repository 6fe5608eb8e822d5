"""What all forms of a matrix say with the same words and signs."""

from __future__ import annotations

from collections.abc import Iterable

from dcsgen.base.interaction import Means, Outcome
from dcsgen.plugin.matrix import Cell, Group, Matrix, Share

LEAD = "Rows use or send, columns provide or receive; a product with itself means two of them."

MEANING = {
    Share.ALL: "all that the row uses works with the column",
    Share.SOME: "some of it works",
    Share.CANNOT_TELL: "nothing works for sure, since a side does not state in which ways it does it",
    Share.NONE: "nothing works",
    Share.NOTHING_USED: "the row uses nothing of the kind",
}

SIGNS = {Share.ALL: "●", Share.CANNOT_TELL: "?", Share.NONE: "○", Share.NOTHING_USED: "·"}
"""Shapes, so that nobody depends on colours; for some of it, `sign` has one by how much."""

OUTCOMES = {Outcome.WORKS: "✓", Outcome.CANNOT_TELL: "?", Outcome.FAILS: "✗"}

LIMITS = (
    "It works if both sides have a Transfer Syntax in common and one opens the Association that the other one waits "
    "for; over the web, a resource and the media types; by media, the Application Profile. What becomes of the content "
    "is told by dcsgen match of the two."
)


def sign(cell: Cell) -> str:
    """A shape that is the fuller the more works."""
    if cell.share is not Share.SOME:
        return SIGNS[cell.share]
    return "◔" if 3 * cell.works <= cell.uses else "◑" if 3 * cell.works < 2 * cell.uses else "◕"


def numbers(cell: Cell) -> str:
    """How many of how many work, with a question mark if more may."""
    if not cell.uses:
        return ""
    return f"{cell.works}/{cell.uses}{'?' if cell.may else ''}"


def sentence(cell: Cell) -> str:
    """A cell in words."""
    if not cell.uses:
        return "nothing used"
    may = f", {cell.may} cannot be told" if cell.may else ""
    return f"{cell.works} of {cell.uses} {'work' if cell.works != 1 else 'works'}{may}"


def pairs(matrix: Matrix) -> Iterable[tuple[int, int]]:
    """All pairs of a product that uses something and another one that provides something."""
    users = [number for number, product in enumerate(matrix.products) if product.uses("")]
    providers = [number for number, product in enumerate(matrix.products) if product.provides("")]
    return ((user, provider) for user in users for provider in providers if user != provider)


def things(group: Group) -> str:
    """What the things of a group are called."""
    return {Means.NETWORK: "SOP Classes", Means.WEB: "transactions", Means.MEDIA: "Application Profiles"}[group.means]
