"""The rule S538: what PS3.18 has is not called the vendor's own."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import web_services
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._web import known_transactions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S538",
    slug="web-extension-of-standard",
    severity=Severity.WARNING,
    what="A web service, transaction, resource or query parameter is marked as `private`, and PS3.18 has it.",
    why="A reader takes it for something that only this vendor's peers understand, and does not use it.",
    instead="Take out `private`, or give what is the vendor's own another name.",
    clause="PS3.18 8.1, PS3.2 7.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each mark on something of the standard."""
    for key, service in capability.web_services.items():
        if service.private and web_services.find_service(service.service.name) is not None:
            yield _problem(("web_services", key), f"the service {quoted(service.service.name)}")
    for known in known_transactions(capability):
        if known.transaction.private:
            yield _problem(known.path, known.label)
        resources = {name for resource in known.facts.resources for name in (resource.name, resource.template)}
        for name, resource in known.transaction.resources.items():
            if resource.private and name in resources:
                yield _problem((*known.path, "resources", name), f"the resource {quoted(name)}")
        for name, parameter in known.transaction.parameters.items():
            if parameter.private and name in known.facts.parameters:
                yield _problem((*known.path, "parameters", name), f"the query parameter {quoted(name)}")


def _problem(path: Path, what: str) -> Problem:
    return KIND.at((*path, "private"), f"{what} is marked as private, and PS3.18 has it", hint="take out `private`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
