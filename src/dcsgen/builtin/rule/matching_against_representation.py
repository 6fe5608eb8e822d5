"""The rule S243: a key is matched in a way that its Value Representation allows."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import MatchingType
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._attributes import keys_of
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S243",
    slug="matching-against-representation",
    severity=Severity.ERROR,
    what=(
        "A key is matched by range, wild card, list of UIDs or sequence, and its Value Representation "
        "does not have that."
    ),
    why=(
        "PS3.4 defines range matching for dates and times, wild cards for text, lists for UIDs and "
        "sequence matching for Sequences. Peers do not expect anything else, and may refuse it."
    ),
    instead="Take the type of matching out, or correct the Attribute.",
    clause="PS3.4 C.2.2.2",
)

_DATES = frozenset({"DA", "TM", "DT"})
# PS3.4 C.2.2.2.4 names those without wild cards; the 64-bit ones came later and are numbers too.
_NUMBERS = frozenset({"DS", "FD", "FL", "IS", "SL", "SS", "SV", "UL", "US", "UV"})
_OTHERS = frozenset({"AS", "AT", "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "UI", "UN"})
_WITHOUT_WILDCARD = _DATES | _NUMBERS | _OTHERS


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such type of matching."""
    for at, _, path, key in keys_of(capability):
        for index, matching in enumerate(key.matching):
            if not _is_allowed(matching, key.vr):
                message = f"{quoted(path)} has the VR {key.vr}, which has no {matching.replace('_', ' ')} matching"
                yield KIND.at((*at, "matching", index), message, hint="take it out")


def _is_allowed(matching: MatchingType, vr: str) -> bool:
    if matching is MatchingType.RANGE:
        return vr in _DATES
    if matching is MatchingType.WILDCARD:
        return vr not in _WITHOUT_WILDCARD
    if matching is MatchingType.UID:
        return vr == "UI"
    if matching is MatchingType.SEQUENCE:
        return vr == "SQ"
    return matching is MatchingType.UNIVERSAL or vr != "SQ"


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
