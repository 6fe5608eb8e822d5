"""The rule S322: a service whose Associations the peer opens says which Presentation Contexts it accepts."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import is_acceptor
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S322",
    slug="acceptance-criterion-not-stated",
    severity=Severity.WARNING,
    what="A service whose Associations the peer opens has no `acceptance_criterion`.",
    why=(
        "PS3.2 wants the rules by which Presentation Contexts are accepted. Without them a peer learns only by trying "
        "whether a refusal is a matter of configuration, of Transfer Syntaxes or of the number of contexts."
    ),
    instead="Say when a Presentation Context is accepted, even if it is always.",
    clause="PS3.2 A.4.2.x.4.y.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    for key, service in capability.services.items():
        if is_acceptor(service) and not service.acceptance_criterion:
            message = f"the service {quoted(key)} does not say when it accepts a Presentation Context"
            yield KIND.at(("services", key), message, hint="add `acceptance_criterion`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
