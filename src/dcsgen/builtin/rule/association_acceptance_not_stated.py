"""The rule S326: an Application Entity that accepts Associations says from whom."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._roles import directions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S326",
    slug="association-acceptance-not-stated",
    severity=Severity.WARNING,
    what=(
        "An Application Entity accepts Associations, but states neither `accepted_called_ae_titles` nor "
        "`accepted_calling_ae_titles` nor a description of its association policy."
    ),
    why=(
        "Whether AE Titles are checked is the first thing that fails at an installation, and a matter of security. "
        "PS3.2 wants the conditions under which an Association is accepted."
    ),
    instead="State which AE Titles are let in: `any`, `configured` or a list.",
    clause="PS3.2 A.4.2.x.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    for name, uses in directions(capability).items():
        association = capability.application_entities[name].association
        stated = (
            association.accepted_called_ae_titles is not None
            or association.accepted_calling_ae_titles is not None
            or association.description
        )
        if uses.accepts and not stated:
            message = f"{name} accepts Associations, but does not say from whom"
            hint = "add `accepted_calling_ae_titles` and `accepted_called_ae_titles`"
            yield KIND.at(("application_entities", name, "association"), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
