"""The rule S622: a statement says what the product is."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S622",
    slug="product-not-described",
    severity=Severity.WARNING,
    what="`product.description` is empty.",
    why=(
        "A statement begins with a paragraph in plain language, for those who want to know what the product does "
        "before they look at SOP Classes."
    ),
    instead="Describe the product and its use of the network in five to ten lines.",
    clause="PS3.2 A.1, N.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem if the product is not described."""
    if not capability.product.description.strip():
        message = f"the statement does not say what {quoted(capability.product.name)} is"
        yield KIND.at(("product", "description"), message, hint="add a paragraph in plain language")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
