"""Codes, templates and values on their way through a product (PS3.2 A.9.1.3, A.9.3, A.9.4, N.10, N.12, N.13)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import CodesConfigurable, Presence, Relationship, ValueSet, ValueSource, ValueType


class ContextCode(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A code; its key is the Code Value."""

    scheme: str
    meaning: str
    description: str = ""


class ContextGroup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A set of codes. `attribute` is a dotted path, with the standard's name and Tag in `attribute_name` and `tag`.

    `name` is the standard's name of the Context Group `cid`, as a keyword; empty if it is not known.
    """

    name: str = ""
    attribute_name: str = ""
    tag: str = ""
    attribute: str = ""
    cid: int | None = None
    value_set: ValueSet | None = None
    configurable: CodesConfigurable | None = None
    coding_schemes: tuple[str, ...] = ()
    codes: dict[str, ContextCode] = field(default_factory=dict)
    use: str = ""


class ContentItem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Content Item; its key is the dotted path of names of the author's, from the root of the template."""

    value_type: ValueType
    relationship: Relationship | None = None
    concept: str = ""
    presence: Presence | None = None
    source: tuple[ValueSource, ...] = ()
    values: tuple[str, ...] = ()
    remark: str = ""


class SrTemplate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A template of structured reports. `iods` are the applied IODs of the reports; None is "not stated"."""

    tid: str
    name: str
    root: bool | None = None
    private: bool = False
    iods: tuple[str, ...] = ()
    description: str = ""
    content: dict[str, ContentItem] = field(default_factory=dict)


class AttributeFlow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One value in several services and objects: dotted paths by service and by applied IOD, names by field of HL7."""

    services: dict[str, str] = field(default_factory=dict)
    iods: dict[str, str] = field(default_factory=dict)
    hl7: dict[str, str] = field(default_factory=dict)
    remark: str = ""


class GrayscaleConsistency(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the grayscale of displays and printers is kept consistent (PS3.14). None is "not stated"."""

    gsdf: bool | None = None
    calibration: str = ""
    description: str = ""
