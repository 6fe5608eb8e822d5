"""What becomes of an object at a receiver: of each of its Attributes, and of the whole."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from dcsgen.base.interaction import Outcome
from dcsgen.base.place import Path, Place
from dcsgen.base.words import StatusClass


class Fate(StrEnum):
    """What becomes of one Attribute of an object.

    `checked` is read, but kept nowhere. `not taken` is a value that the receiver drops or replaces, but the object is
    stored. `empty` was sent without a value, and leaves its field empty. `not listed` is not in the mapping at all.
    `cannot tell` is where the receiver does not state what it does.
    """

    USED = "used"
    CHECKED = "checked"
    DEFAULTED = "defaulted"
    TRUNCATED = "truncated"
    NOT_TAKEN = "not taken"
    REFUSED = "refused"
    CANNOT_TELL = "cannot tell"
    EMPTY = "empty"
    IGNORED = "ignored"
    NOT_LISTED = "not listed"


class Cause(StrEnum):
    """Why an Attribute is not simply used."""

    ABSENT = "absent"
    EMPTY = "empty"
    NOT_ACCEPTED = "not_accepted"
    OUT_OF_RANGE = "out_of_range"
    TOO_LONG = "too_long"
    TRUNCATED = "truncated"
    NOT_TRANSLATED = "not_translated"
    SOURCE_NOT_CLEAR = "source_not_clear"


class Trouble(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is wrong with an Attribute for the receiver.

    `status` is the code that it returns for it, empty if that is not stated; `said_by` is the path of what says so.
    `missing` is what the receiver does not state about it.
    """

    cause: Cause
    outcome: Outcome
    message: str
    status: str = ""
    said_by: Path = ()
    place: Place | None = None
    missing: str = ""


class AttributeFate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What becomes of one Attribute, at one place of the object.

    `path` has the numbers of the Items from 1, `item` is the Item around it, empty in the object itself. `module` is a
    Module of PS3.3; empty for what belongs to none. `count` and `length` tell how many values there are, and the
    characters of the longest; `items` how many Items. `values` and `stored` are filled only on request, but for a
    default, which is the receiver's own word. `source` is the Attribute that is read instead for the calling AE,
    `row` the path of the mapping that says all this, `peer_row` that of the AE-specific mapping.
    """

    path: str
    fate: Fate
    module: str = ""
    item: str = ""
    name: str = ""
    tag: str = ""
    vr: str = ""
    creator: str = ""
    use: str = ""
    fields: tuple[str, ...] = ()
    count: int = 0
    length: int = 0
    items: int = 0
    values: tuple[str, ...] = ()
    stored: tuple[str, ...] = ()
    conversion: str = ""
    unit: str = ""
    overwrite: str = ""
    condition: str = ""
    otherwise: str = ""
    remark: str = ""
    source: str = ""
    read: str = ""
    troubles: tuple[Trouble, ...] = ()
    row: Path = ()
    place: Place | None = None
    peer_row: Path = ()
    peer_place: Place | None = None

    @property
    def has_value(self) -> bool:
        """Whether there is a value, or an Item, that the receiver looks at."""
        return bool(self.items) or (bool(self.read) and self.fate not in (Fate.EMPTY, Fate.DEFAULTED))

    @property
    def is_conditional(self) -> bool:
        """Whether the receiver says something in words about its value, or compares it with what it has."""
        return self.has_value and bool(self.condition or self.overwrite == "compared")


class ObjectReason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What speaks for or against the object as a whole, with the place in the receiver's description.

    `slug` names what was found, `remedy` is what the sender or the receiver would have to do, `missing` what the
    receiver does not state.
    """

    slug: str
    outcome: Outcome
    message: str
    path: Path = ()
    place: Place | None = None
    remedy: str = ""
    missing: str = ""
    clause: str = ""


class StatusAnswer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The status of the C-STORE response (PS3.4 B.2.3), as far as the receiver states it.

    Of several failures or warnings `code` is that of the first in the order of the mapping, `others` are those of the
    rest. The code is empty if it is not stated, the class None if not even that can be told; `missing` says what is
    not stated. `row` is where the status table has the code.
    """

    code: str = ""
    status_class: StatusClass | None = None
    meaning: str = ""
    others: tuple[str, ...] = ()
    because: str = ""
    missing: str = ""
    row: Path = ()
    place: Place | None = None


class ObjectFate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What becomes of one object at one service of a receiver; without a service, nothing takes it.

    `conditions` counts what the receiver says about the values in words only, which nobody but people can judge.
    """

    file: str
    sop_class: str
    sop_class_uid: str
    transfer_syntax: str
    transfer_syntax_uid: str
    outcome: Outcome
    sentence: str
    application_entity: str = ""
    service: Path = ()
    service_title: str = ""
    service_place: Place | None = None
    mapping: str = ""
    status: StatusAnswer | None = None
    counts: dict[str, int] = {}
    conditions: int = 0
    attributes: tuple[AttributeFate, ...] = ()
    reasons: tuple[ObjectReason, ...] = ()


class Unread(Struct, frozen=True):
    """A file that cannot be read as a DICOM object, and the sentence about it."""

    file: str
    message: str


class ObjectMatch(Struct, frozen=True, kw_only=True):
    """What becomes of objects at a receiver. `calling` is the AE Title of who sends them, empty if it was not given."""

    tool: str
    version: str
    receiver: str
    receiver_file: str
    calling: str
    with_values: bool
    fates: tuple[ObjectFate, ...] = ()
    unread: tuple[Unread, ...] = ()
    fail_on: Outcome = Outcome.FAILS

    @property
    def fails(self) -> bool:
        """Whether an object fares as badly as `fail_on`."""
        return any(one.outcome.rank >= self.fail_on.rank for one in self.fates)

    def count(self, outcome: Outcome) -> int:
        """How many objects have an outcome."""
        return sum(one.outcome is outcome for one in self.fates)
