"""The rule S118: local AE Titles are stated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._services import by_entity
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S118",
    slug="ae-title-not-stated",
    severity=Severity.NOTE,
    what=(
        "An Application Entity with services has no entry in `configuration.local`, and `configuration.description` "
        "does not speak of AE Titles."
    ),
    why="PS3.2 has a table of local AE Titles and ports as delivered, and an installer looks there first.",
    instead=(
        "Add the AE Title, and the port if it accepts Associations. A product that is delivered without an AE Title "
        "says so in `configuration.description`."
    ),
    clause="PS3.2 A.4.4.1.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    if "ae title" in capability.configuration.description.casefold():
        return
    for name in by_entity(capability):
        if name not in capability.configuration.local:
            message = f"the AE Title of {name} is not stated"
            hint = f"add `configuration.local.{name}.ae_title`"
            yield KIND.at(("application_entities", name), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
