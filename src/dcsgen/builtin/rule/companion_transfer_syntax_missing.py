"""The rule S206: a Transfer Syntax comes with the ones that PS3.5 demands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.transfer_syntaxes import DEFAULT, companions
from dcsgen.base.standard.uids import by_uid
from dcsgen.base.text import listed, quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._contexts import complaints
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S206",
    slug="companion-transfer-syntax-missing",
    severity=Severity.ERROR,
    what=(
        "A Transfer Syntax is offered or accepted for a SOP Class without another one that PS3.5 demands with it: a "
        "JPEG process without the default process of its sort, JPEG-LS Near-Lossless without JPEG-LS Lossless, "
        "Deflated without Explicit VR Little Endian."
    ),
    why="Without the common baseline, two products that both compress with JPEG may still have nothing in common.",
    instead="Add the Transfer Syntax that the finding names.",
    clause="PS3.5 10.2, 10.3, 10.5, A.5",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service and each pair; the default Transfer Syntax is the subject of another rule."""
    for found in complaints(capability, _wrong):
        message = f"the service {quoted(found.key)} has {found.what} for {some(found.names)}"
        yield KIND.at(found.path, message, hint="add the missing one", subject=found.what)


def _wrong(role: Role, uids: frozenset[str]) -> str:
    missing = {
        f"{_name(uid)} without {listed([_name(one) for one in companion.any_of], 'or')} ({companion.clause})"
        for uid in sorted(uids)
        for companion in companions(uid)
        if DEFAULT not in companion.any_of and uids.isdisjoint(companion.any_of)
    }
    return listed(sorted(missing), "and")


def _name(uid: str) -> str:
    registered = by_uid(uid)
    return registered.name if registered is not None else uid


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
