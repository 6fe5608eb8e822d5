"""The rule S107: no own definition hides a name of the standard."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import uids
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S107",
    slug="key-hides-standard-name",
    severity=Severity.WARNING,
    what=(
        "The key of an entry under `sop_classes` or `transfer_syntaxes` is a keyword, name or UID of the standard, but "
        "the entry has another UID."
    ),
    why=(
        "Services that name this key get the vendor's own definition, where every reader of the description expects "
        "the standard one."
    ),
    instead="Give the entry a key of its own, such as one that begins with the name of the company.",
    clause="PS3.6 Annex A",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each key that means another UID in the standard."""
    for collection, records, kinds in (
        ("sop_classes", capability.sop_classes, uids.SOP_CLASSES),
        ("transfer_syntaxes", capability.transfer_syntaxes, uids.TRANSFER_SYNTAXES),
    ):
        for key, record in records.items():
            hidden = uids.find(key, kinds)
            if hidden is not None and hidden.uid != record.uid:
                message = f"the key {quoted(key)} has the UID {record.uid}, but the standard means {hidden.uid} by it"
                yield Problem(kind=KIND, path=(collection, key), message=message, hint="take another key", on_key=True)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
