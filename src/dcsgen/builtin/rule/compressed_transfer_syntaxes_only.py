"""The rule S205: whoever offers nothing but compressed pixels says why."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.transfer_syntaxes import DEFAULT, carries_pixels, syntax
from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._contexts import complaints, is_lossy, waived
from dcsgen.builtin.rule._services import mentions, some
from dcsgen.model import Capability, SopClass
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S205",
    slug="compressed-transfer-syntaxes-only",
    severity=Severity.WARNING,
    what=(
        "All Transfer Syntaxes for a SOP Class are those of compression, one of them lossless, and no text of the "
        "service says that the pixels are too long for any other."
    ),
    why=(
        "The default Transfer Syntax holds 4 GB of pixels at most, and only beyond that PS3.5 lets it be left out for "
        "pixels without loss. A product that merely prefers compression has to offer it as well."
    ),
    instead=(
        "Add the default Transfer Syntax, or say in `behaviour` or `transfer_syntax_selection` how large the objects "
        "are."
    ),
    clause="PS3.5 10.1",
)

# Words of whoever speaks about the size of objects.
SIZE = ("large", "length", "too long", "too big", "4 gb", "size")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service that does not mention it."""
    for found in complaints(capability, _wrong, _concerns):
        if not any(mentions(found.service, word) for word in SIZE):
            message = f"the service {quoted(found.key)} has {some(found.names)} in compressed form only"
            hint = "add `ImplicitVRLittleEndian`, or say that objects are too large for it"
            yield KIND.at(found.path, message, hint=hint)


def _wrong(role: Role, uids: frozenset[str]) -> str:
    encapsulated = all(facts is not None and facts.encapsulated for facts in map(syntax, uids))
    only = DEFAULT not in uids and encapsulated and waived(role, uids)
    return "lossless" if only and not is_lossy(uids) else ""


def _concerns(sop_class: SopClass) -> bool:
    # Objects without pixels are the subject of another rule.
    return carries_pixels(sop_class.uid) is not False


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
