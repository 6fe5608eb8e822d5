"""Parameters that can be configured, with what they are as delivered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dcsgen.base.draft import Fact, Method
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.pairs import words
from dcsgen.ingest.quantities import measure
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Row, Table

_NAME = re.compile(
    r"^(configuration )?(parameters?|settings?|variables?|options?|properties|property|items?)( names?)?$", re.I
)
_DEFAULT = re.compile(r"^(default|initial|factory|delivered)( values?| settings?)?$|^default value\b", re.I)
_DESCRIPTION = re.compile(r"^(descriptions?|comments?|meaning|remarks?|notes?)$", re.I)
_CONFIGURABLE = re.compile(r"^configurable", re.I)
_NOTHING = re.compile(r"^(n/?a|none|-|–|—|not (applicable|stated)|\"\"|'')?$", re.I)
_ADDRESS = re.compile(
    r"\bae titles?\b|\bhost|\bip address|^((tls-)?secured )?(remote )?(tcp(/ip)? )?(port|url|base ur[il])\b", re.I
)
"""What is an address, and no parameter."""

LONGEST = 64
"""Characters of the name of a parameter."""


def read(document: Document) -> Iterator[Fact]:
    """The parameters of tables about configuration that have a column of defaults."""
    for section in document.sections():
        table = section.block
        if isinstance(table, Table) and len(table.rows) > 1 and is_about(section, "addresses", depth=3):
            yield from _of_table(table)


def _of_table(table: Table) -> Iterator[Fact]:
    heads = [words(text) for text in table.rows[0].texts]
    default = next((index for index, head in enumerate(heads) if index and _DEFAULT.search(head)), None)
    if default is None or not _NAME.match(heads[0]):
        return
    described = next((index for index, head in enumerate(heads) if _DESCRIPTION.match(head)), None)
    configurable = next((index for index, head in enumerate(heads) if _CONFIGURABLE.match(head)), None)
    for row in table.rows[1:]:
        name = words(row.texts[0].partition("\n")[0])
        # A row that says one thing all over is a heading within the table.
        if (
            not name
            or _ADDRESS.search(name)
            or len(name) > LONGEST
            or len(set(row.texts)) == 1
            or default >= len(row.cells)
        ):
            continue
        value = _value(words(row.texts[default]))
        description = _text(row, described)
        if description:
            value["description"] = description
        if re.match(r"no\b|fixed", _text(row, configurable), re.I):
            value["configurable"] = "fixed"
        path = ("configuration", "parameters", name)
        yield Fact(path=path, value=value, evidence=(evidence(row),), method=Method.NAME, confidence=0.88)


def _value(text: str) -> dict[str, Any]:
    """The default of a parameter with its unit, as a description has it."""
    plain = text.strip("`\"' ")
    if _NOTHING.match(plain):
        return {}
    measured = measure(plain)
    if measured is not None:
        number, unit = measured
        return {"default": number, "unit": unit} if unit else {"default": number}
    if plain.casefold() in ("true", "false", "yes", "no"):
        return {"default": plain.casefold() in ("true", "yes")}
    return {"default": plain}


def _text(row: Row, column: int | None) -> str:
    return words(row.texts[column]) if column is not None and column < len(row.cells) else ""
