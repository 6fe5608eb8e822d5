"""What a document claims about services, before the claims of several places are put together."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from dcsgen.base.draft import Evidence, Method
from dcsgen.base.words import Role
from dcsgen.plugin.document import Cell, Paragraph, Row, Spot, Table


class Where(StrEnum):
    """The sort of place that a claim stands in; the first ones say most."""

    CONTEXTS = "presentation contexts"
    SOP_CLASSES = "sop classes"
    OVERVIEW = "overview"
    SENTENCE = "sentence"


class SyntaxClaim(Struct, frozen=True, kw_only=True):
    """A Transfer Syntax, and how sure it is that it is claimed for what it is claimed for."""

    uid: str
    name: str
    evidence: Evidence
    method: Method
    confidence: float


class ServiceClaim(Struct, frozen=True, kw_only=True):
    """That an Application Entity supports a SOP Class in a role, as one row of a table or one sentence says it.

    `name` is what is printed, `uid` the SOP Class that is taken; `printed_uid` is what stands there if that is
    another one. `role` is None where nothing says it, `application_entity` empty. `wildcard` stands for a group of SOP
    Classes, e.g. `all Storage SOP Classes`; `uid` is empty then. `confidence` is about the SOP Class, `role_confidence`
    about the role.
    """

    uid: str
    name: str
    role: Role | None
    where: Where
    evidence: Evidence
    method: Method
    confidence: float
    role_confidence: float = 1.0
    application_entity: str = ""
    printed_uid: str = ""
    wildcard: str = ""
    extended_negotiation: str = ""
    transfer_syntaxes: tuple[SyntaxClaim, ...] = ()
    headings: tuple[str, ...] = ()


def evidence(of: Cell | Row | Table | Paragraph, text: str = "") -> Evidence:
    """The evidence that something of a document is."""
    said = text or (of.text if isinstance(of, Cell | Paragraph) else _row(of) if isinstance(of, Row) else "")
    return _at(of.spot, said)


def _row(row: Row) -> str:
    """What a row says, cells over several columns once."""
    beside = zip(("", *row.texts), row.cells, strict=False)
    return " | ".join(cell.text for before, cell in beside if not (cell.repeated and cell.text == before))


def _at(spot: Spot, text: str) -> Evidence:
    return Evidence(
        page=spot.page,
        box=spot.box,
        line=spot.line,
        table=spot.table,
        row=spot.row,
        column=spot.column,
        text=text,
    )
