"""The form of the status tables of PS3.4: one table for each DIMSE service of a Service Class.

A code with `x` is a range: the provider replaces each `x` by a hexadecimal digit of its choice, and the user takes
every code of the range for the meaning given (PS3.4 B.2.3, C.4.1.1.4).
"""

from __future__ import annotations

from typing import NamedTuple

from dcsgen.base.words import StatusClass

EDITION = "2020c"
"""The edition of PS3.4 that the codes are from; what came later is marked as unverified."""


class Row(NamedTuple):
    """A code or range and what it means; `related_fields` are keywords of Command Elements."""

    code: str
    status_class: StatusClass
    meaning: str
    related_fields: tuple[str, ...] = ()
    unverified: bool = False


class Table(NamedTuple):
    """The rows for one DIMSE service of a Service Class, and of those that take them over.

    `applies_to` says, if it is not for all of the Service Class, for which SOP Class (keyword) or operation.
    """

    dimse: str
    service_classes: tuple[str, ...]
    clause: str
    rows: tuple[Row, ...]
    applies_to: str = ""


COMMENT = ("ErrorComment",)
ELEMENT = ("OffendingElement", "ErrorComment")
