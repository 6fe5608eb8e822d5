"""What all forms of a matrix say with the same words and signs."""

from __future__ import annotations

from collections.abc import Iterable

from dcsgen.base.interaction import Means, Outcome
from dcsgen.plugin.matrix import Cell, Group, Matrix, Share

LEAD = "Rows use or send, columns provide or receive; a product with itself means two of them."

MEANING = {
    Share.ALL: "all that the row uses works with the column",
    Share.LOSS: "all that the row uses works with the column, some of it with loss",
    Share.SOME: "some of it works",
    Share.CANNOT_TELL: "nothing works for sure, since a side does not state what decides",
    Share.NONE: "nothing works",
    Share.NOTHING_USED: "the row uses nothing of the kind",
}

SIGNS = {Share.ALL: "●", Share.LOSS: "≈", Share.CANNOT_TELL: "?", Share.NONE: "○", Share.NOTHING_USED: "·"}
"""Shapes, so that nobody depends on colours; for some of it, `sign` has one by how much."""

OUTCOMES = {Outcome.WORKS: "✓", Outcome.LOSS: "≈", Outcome.CANNOT_TELL: "?", Outcome.FAILS: "✗"}

FULLY = (
    "Each pair is matched as dcsgen match does, down to the content of objects; a thing is as good as the best way of "
    "doing it. All reasons are told by dcsgen match of the two."
)

LIMITS = (
    "It works if both sides have a Transfer Syntax in common and one opens the Association that the other one waits "
    "for; over the web, a resource and the media types; by media, the Application Profile. Security, titles and what "
    "becomes of the content are looked at by dcsgen match of the two, and by --full."
)


def signs(share: Share) -> str:
    """The shapes of a word."""
    return SIGNS.get(share, "◔ ◑ ◕")


def sign(cell: Cell) -> str:
    """A shape that is the fuller the more works."""
    if cell.share is not Share.SOME:
        return SIGNS[cell.share]
    return "◔" if 3 * cell.done <= cell.uses else "◑" if 3 * cell.done < 2 * cell.uses else "◕"


def numbers(cell: Cell) -> str:
    """How many of how many work, with the number of those that lose something, and a question mark if more may."""
    if not cell.uses:
        return ""
    return f"{cell.done}/{cell.uses}{f' ≈{cell.loss}' if cell.loss else ''}{'?' if cell.may else ''}"


def sentence(cell: Cell) -> str:
    """A cell in words."""
    if not cell.uses:
        return "nothing used"
    loss = f", {cell.loss} of them with loss" if cell.loss else ""
    may = f", {cell.may} cannot be told" if cell.may else ""
    return f"{cell.done} of {cell.uses} {'work' if cell.done != 1 else 'works'}{loss}{may}"


def pairs(matrix: Matrix) -> Iterable[tuple[int, int]]:
    """All pairs of a product that uses something and another one that provides something."""
    users = [number for number, product in enumerate(matrix.products) if product.uses("")]
    providers = [number for number, product in enumerate(matrix.products) if product.provides("")]
    return ((user, provider) for user in users for provider in providers if user != provider)


def limits(matrix: Matrix) -> str:
    """What was looked at."""
    return FULLY if matrix.full else LIMITS


def meanings(matrix: Matrix) -> dict[Share, str]:
    """What the words mean that may be there."""
    return {share: meaning for share, meaning in MEANING.items() if matrix.full or share is not Share.LOSS}


def things(group: Group) -> str:
    """What the things of a group are called."""
    return {Means.NETWORK: "SOP Classes", Means.WEB: "transactions", Means.MEDIA: "Application Profiles"}[group.means]
