"""Conditions of a receiver that are in words or numbers, which no program can compare with a sender's words."""

from __future__ import annotations

from dcsgen.base.words import Use
from dcsgen.builtin.match_rule._content import WRITTEN, in_quotes, needed_first, outside, ranged
from dcsgen.model.sent import Certainty, Sent
from dcsgen.model.taken import Taken
from dcsgen.plugin.content import Content


def demand(taken: Taken, sent: Sent) -> str:
    """What the receiver wants of an Attribute, in its words; empty if it has none, or if the values say enough."""
    row = taken.attribute
    first = "it is in the first Item" if row.use is Use.MANDATORY and needed_first(taken) else ""
    numbers = ranged(row.range, row.unit) if row.range is not None and not sent.attribute.values else ""
    return ", ".join(part for part in (first, in_quotes(row.constraint), numbers) if part)


def words(content: Content, taken: Taken, sent: Sent) -> str:
    """What the sender says about an Attribute that the receiver can refuse; empty if it says nothing that matters.

    A remark about length is what other rules look at, and so is one about values that are not taken.
    """
    row = taken.attribute
    if sent.overall not in WRITTEN:
        return ""
    if needed_first(taken) and row.use is Use.MANDATORY:
        return " ".join(sent.when) if sent.value is Certainty.SOMETIMES else ""
    if content.refuses(row.status) is not True or row.length or (row.values and outside(taken, sent)):
        return ""
    return sent.attribute.remark
