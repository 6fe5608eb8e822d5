"""The rule S210: retired Transfer Syntaxes are not offered."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.transfer_syntaxes import retired_since, syntax
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S210",
    slug="retired-transfer-syntax",
    severity=Severity.NOTE,
    what="Services have a retired Transfer Syntax, such as Explicit VR Big Endian.",
    why=(
        "Retired means that it should not be implemented any more; PS3.5 does not describe it any longer, and more "
        "and more peers refuse it."
    ),
    instead="Take it out, unless old peers need it.",
    clause="PS3.5 A.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Transfer Syntax, at the first service that has it; older documents could not know."""
    document = capability.document.date[:4]
    users: dict[str, list[str]] = {}
    for key, service in capability.services.items():
        for one in service.transfer_syntaxes:
            if one.retired and _is_negotiable(one.uid) and document >= retired_since(one.uid):
                users.setdefault(one.name, []).append(key)
    for name, keys in users.items():
        first, *others = [("services", key, "transfer_syntaxes") for key in keys]
        message = f"{name} has been retired, but {some([quoted(key) for key in keys])} offer it"
        if not others:
            message = f"{name} has been retired, but {quoted(keys[0])} offers it"
        hint = "take it out, unless old peers need it"
        yield KIND.at(first, message, hint=hint, related=tuple(others), subject=name)


def _is_negotiable(uid: str) -> bool:
    # What is not for Associations at all is the subject of another rule.
    facts = syntax(uid)
    return facts is not None and facts.negotiable


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
