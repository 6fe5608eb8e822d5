"""The product and its document: who made what, in which revision (PS3.2 N.0, N.3)."""

from __future__ import annotations

from msgspec import Struct, field


class Product(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The product that the statement is about."""

    name: str
    vendor: str
    version: str
    description: str = ""
    url: str = ""


class Revision(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the revision history. `date` is as the author wrote it, ISO 8601 by the schema."""

    date: str
    description: str
    author: str = ""


class Reference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document that the statement refers to."""

    title: str
    edition: str = ""
    url: str = ""


class Document(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The statement as a controlled document. Keys of `history` are revisions, oldest first."""

    identifier: str
    revision: str
    date: str
    title: str = "DICOM Conformance Statement"
    layout: str = "ps3.2-annex-n"
    language: str = "en"
    template: str = ""
    scope: str = ""
    audience: str = ""
    contents: str = ""
    remarks: str = ""
    history: dict[str, Revision] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
