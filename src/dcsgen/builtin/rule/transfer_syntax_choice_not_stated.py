"""The rule S323: a service with several Transfer Syntaxes says which one is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S323",
    slug="transfer-syntax-choice-not-stated",
    severity=Severity.WARNING,
    what=(
        "A service has several Transfer Syntaxes, but no `transfer_syntax_selection`. Verification is exempt: C-ECHO "
        "has no Data Set."
    ),
    why=(
        "The acceptor chooses from what is proposed, by rules of its own (PS3.8 has none), and an initiator with "
        "several accepted contexts chooses again. PS3.2 wants both rules: they decide whether images travel compressed."
    ),
    instead="Say which Transfer Syntax is preferred, or that the first one proposed is taken.",
    clause="PS3.2 A.4.2.x.3.y.2, A.4.2.x.4.y.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    uses = uses_by_service(capability)
    for key, service in capability.services.items():
        has_choice = len(service.transfer_syntaxes) > 1 and {d for use in uses[key] for d in use.dimse} != {"C-ECHO"}
        if has_choice and not service.transfer_syntax_selection:
            count = len(service.transfer_syntaxes)
            message = f"the service {quoted(key)} does not say which of its {count} Transfer Syntaxes is chosen"
            yield KIND.at(("services", key), message, hint="add `transfer_syntax_selection`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
