"""How long texts of a sender can be, against the room that a receiver has for them."""

from __future__ import annotations

import re
from typing import NamedTuple

from dcsgen.base.standard.value_representations import by_code
from dcsgen.builtin.match_rule._content import WRITTEN
from dcsgen.model.sent import Certainty, Sent
from dcsgen.model.taken import Taken

_TEXTS = frozenset(("AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UI", "UR", "UT"))
_STATED = re.compile(r"up to ([0-9]+) characters", re.IGNORECASE)


class TooLong(NamedTuple):
    """A text that can be longer than its field. `longest` is the most that the sender writes; None is without limit.

    `by` says where that is from: the sender's words, its values, or the Value Representation.
    """

    length: int
    longest: int | None
    by: str
    always: bool


def too_long(taken: Taken, sent: Sent) -> TooLong | None:
    """Whether a text of the sender can be longer than the field that the receiver keeps it in; None if it cannot.

    A value that is translated has the length of the translation. For person names, the room is compared with a
    component group (PS3.5 6.2.1).
    """
    length = taken.attribute.length
    vr = sent.attribute.vr or taken.attribute.vr
    if length is None or vr not in _TEXTS or sent.overall not in WRITTEN or taken.translation:
        return None
    values = sent.attribute.values
    if values:
        sizes = [len(value) for value in values]
        if max(sizes) <= length:
            return None
        always = min(sizes) > length and sent.overall is Certainty.ALWAYS
        return TooLong(length, max(sizes), "", always)
    known = by_code(vr)
    longest = known.longest if known is not None else None
    stated = _STATED.search(sent.attribute.remark)
    most = int(stated[1]) if stated else longest
    if most is None or most <= length:
        return None
    return TooLong(length, most, "" if stated else f"what VR {vr} allows", False)
