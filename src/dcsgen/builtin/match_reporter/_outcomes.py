"""Signs of outcomes, so that nobody depends on colours, and what the outcomes mean."""

from __future__ import annotations

from dcsgen.base.interaction import Outcome

SIGNS = {Outcome.WORKS: "✓", Outcome.LOSS: "≈", Outcome.CANNOT_TELL: "?", Outcome.FAILS: "✗"}
"""Shapes that stand beside the words."""

MEANINGS = {
    Outcome.FAILS: "by what both descriptions say, it does not work",
    Outcome.CANNOT_TELL: "a fact that decides is not stated",
    Outcome.LOSS: "it works, and something does not arrive as it was sent",
    Outcome.WORKS: "nothing in the descriptions speaks against it",
}

CLASSES = {Outcome.WORKS: "works", Outcome.LOSS: "loss", Outcome.CANNOT_TELL: "cannot-tell", Outcome.FAILS: "fails"}
"""Names for style sheets."""
