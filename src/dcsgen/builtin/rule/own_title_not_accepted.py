"""The rule S328: an Application Entity is let in under its own AE Title."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import directions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S328",
    slug="own-title-not-accepted",
    severity=Severity.ERROR,
    what=(
        "`accepted_called_ae_titles` is a list without the AE Title that `configuration.local` gives the Application "
        "Entity."
    ),
    why="As delivered, every Association that a peer opens to this AE Title would be rejected.",
    instead="Add the AE Title to the list, or correct one of the two.",
    clause="PS3.8 9.3.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Application Entity that accepts Associations, but not under its own AE Title."""
    for name, uses in directions(capability).items():
        accepted = capability.application_entities[name].association.accepted_called_ae_titles
        address = capability.configuration.local.get(name)
        if not uses.accepts or address is None or not isinstance(accepted, tuple):
            continue
        # Spaces before and after an AE Title have no meaning (PS3.5 6.2).
        if address.ae_title.strip() not in {title.strip() for title in accepted}:
            message = f"{name} does not accept its own AE Title {quoted(address.ae_title)} as the called one"
            path = ("application_entities", name, "association", "accepted_called_ae_titles")
            own = ("configuration", "local", name, "ae_title")
            yield KIND.at(path, message, hint="add it to the list", related=(own,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
