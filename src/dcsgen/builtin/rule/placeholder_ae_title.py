"""The rule S576: a default AE Title is the product's own."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S576",
    slug="placeholder-ae-title",
    severity=Severity.WARNING,
    what=(
        "A local AE Title as delivered is one that toolkits have as their default, or a word for an AE Title, such as "
        "ANY-SCP, STORESCP or AE_TITLE."
    ),
    why=(
        "AE Titles are unique in a hospital. Two products that keep such a default cannot be told apart, and it is "
        "often a sign that the title was forgotten."
    ),
    instead="Deliver a title that begins with a name of the product.",
    clause="PS3.8 C.1, PS3.5 6.2",
)

_PLACEHOLDERS = frozenset(
    map(spelled, ("ANY-SCP", "ANY-SCU", "AE_TITLE", "MY_AE", "MY_AE_TITLE", "CHANGE_ME", "DEFAULT", "UNKNOWN", "TEST"))
) | {
    f"{service}{role}"
    for service in ("echo", "store", "find", "move", "get", "print", "mpps")
    for role in ("scu", "scp")
}


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such title."""
    for name, address in capability.configuration.local.items():
        if spelled(address.ae_title) in _PLACEHOLDERS:
            message = f"the AE Title {quoted(address.ae_title)} of {name} may be that of any other product"
            path = ("configuration", "local", name, "ae_title")
            yield KIND.at(path, message, hint="deliver one that begins with a name of the product")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
