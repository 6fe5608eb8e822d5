"""Whether the prose of one mapped Attribute mentions another."""

from __future__ import annotations

from dcsgen.builtin.rule._mappings import Row


def mentions(row: Row, other: Row) -> bool:
    """Whether constraint, conversion or remark of an Attribute have the name or the keyword of another one."""
    return names(" ".join((row.attribute.constraint, row.attribute.conversion, row.attribute.remark)), other)


def names(text: str, row: Row) -> bool:
    """Whether a text has the name or the keyword of an Attribute, whatever the case of its letters."""
    folded = text.casefold()
    return any(word and word.casefold() in folded for word in (row.attribute.name, row.keyword))
