"""The rule S528: resources are those of the transaction."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import did_you_mean, quoted
from dcsgen.builtin.rule._web import known_transactions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S528",
    slug="unknown-web-resource",
    severity=Severity.WARNING,
    what=(
        "A resource of a transaction is none that PS3.18 has for it, neither by its name nor by its URI template, and "
        "not marked as `private`."
    ),
    why=(
        "Peers ask for the resources of the standard. One under another name is not found, or is an extension that "
        "should be called one."
    ),
    instead="Take the name or the URI template from PS3.18, or write `private: true` if it is the product's own.",
    clause="PS3.18 8.2",
)

# In editions after the one that the facts are from.
_LATER = frozenset({"Rendered MPR Volume", "Rendered 3D Volume", "Pixel Data"})


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each resource of a transaction whose resources are known."""
    for known in known_transactions(capability):
        names = [resource.name for resource in known.facts.resources]
        templates = {resource.template for resource in known.facts.resources}
        for key, resource in known.transaction.resources.items() if names else ():
            known_name = key in names or key in templates or key.endswith(tuple(_LATER))
            if not known_name and not resource.private:
                message = f"{quoted(key)} is no resource of {known.label}"
                hint = did_you_mean(key, names) or f"it has {', '.join(names)}{known.doubt('resources')}"
                yield Problem(kind=KIND, path=(*known.path, "resources", key), message=message, hint=hint, on_key=True)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
