"""Drafts: what was read from a document, each fact with its evidence; what is not understood is listed, too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from hashlib import sha256
from typing import Any

from msgspec import Struct

from dcsgen.base.finding import dotted
from dcsgen.base.place import Path


class Method(StrEnum):
    """How a fact was found, from the surest to the least sure."""

    UID = "uid"
    NAME = "name"
    SIMILAR_NAME = "similar name"
    SPANNED = "spanned cell"
    REFERENCE = "reference"
    HEADING = "heading"
    SENTENCE = "sentence"
    WILDCARD = "wildcard"
    RECOGNISED = "recognised"


class Evidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a fact stands in the document: on a page with its box in points from the upper left, or in a line.

    `table`, `row` and `column` count from 1. `text` is what stands there.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    text: str = ""

    @property
    def where(self) -> str:
        """The place for people: `page 12, table 3, row 4`."""
        parts = (("page", self.page), ("line", self.line), ("table", self.table), ("row", self.row))
        return ", ".join(f"{word} {number}" for word, number in parts if number is not None)


class Ruling(StrEnum):
    """What a reader decided about a fact; of a doubt, that it is settled."""

    RIGHT = "right"
    WRONG = "wrong"
    CORRECTED = "corrected"
    SETTLED = "settled"


class Fact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that the document says: `value` at `path` of a description.

    Of a list, each item is a fact of its own, with its natural key as the last step. `confidence` is from 0 to 1:
    of those with 0.9 or more, at least 99 of 100 should be right. `printed` is what stands there where it is not what
    was taken, e.g. a wrong UID beside a right name. `ruling` is what a reader decided; of a value that he corrected,
    `found` is what had been read.
    """

    path: Path
    value: Any
    evidence: tuple[Evidence, ...]
    method: Method
    confidence: float
    printed: str = ""
    ruling: Ruling | None = None
    found: Any = None

    @property
    def subject(self) -> Path:
        """What the fact is about: of a Transfer Syntax in a list that a service refers to, all of its SOP Classes."""
        listed = self.method is Method.REFERENCE and self.path[4:5] == ("transfer_syntaxes",)
        if self.path[:1] == ("services",) and listed:
            return (*self.path[:2], *self.path[4:])
        return self.path

    @property
    def key(self) -> str:
        """What names the fact in decisions: the same for the same fact from the same text, in whatever document."""
        read = self.found if self.ruling is Ruling.CORRECTED else self.value
        return _key(dotted(self.subject), read, self.evidence)


class Doubt(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something about the document that a reader has to look at: a code `I001`, a slug, a sentence, where it is.

    `path` is that of the fact that it is about, if there is one. `settled` says that a reader has looked at it.
    """

    code: str
    slug: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    path: Path = ()
    settled: bool = False

    @property
    def key(self) -> str:
        """What names the doubt in decisions."""
        return _key(self.code, self.message, self.evidence)


class Decision(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a reader decided about a fact, by its key; `value` is what is right where that is something else.

    The path, what was read and the texts from which it was are for people.
    """

    key: str
    ruling: Ruling
    value: Any = None
    path: str = ""
    found: Any = None
    texts: tuple[str, ...] = ()


class Decisions(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The decisions about one draft, as its review page saves them. `document` is the name of what was read."""

    dcsgen_decisions: int
    document: str
    sha256: str
    decisions: tuple[Decision, ...]


class Origin(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The document that a draft was read from. `read` is how much of it: pages, of how many."""

    file: str
    sha256: str
    format: str
    pages: int = 0
    read: int = 0
    layout: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """A partial description with the evidence for all that is in it.

    `description` holds what is sure enough, as YAML would hold it; `facts` are all, the doubtful ones too.
    """

    tool: str
    version: str
    origin: Origin
    description: dict[str, Any]
    facts: tuple[Fact, ...]
    doubts: tuple[Doubt, ...] = ()
    threshold: float = 0.7


def _key(what: str, value: Any, evidence: Sequence[Evidence]) -> str:
    texts = sorted({" ".join(place.text.split()) for place in evidence})
    said = json.dumps([what, value, texts], ensure_ascii=False, sort_keys=True)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
