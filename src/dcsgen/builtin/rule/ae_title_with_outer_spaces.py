"""The rule S114: AE Titles are written without spaces around them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._ae_titles import about_title, local_titles, remote_titles
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S114",
    slug="ae-title-with-outer-spaces",
    severity=Severity.WARNING,
    what="An AE Title of `configuration.local` or `configuration.remote` begins or ends with a space.",
    why=(
        "Leading and trailing spaces of an AE Title have no meaning, so the title reads differently from what is "
        "compared."
    ),
    instead="Take the spaces out.",
    clause="PS3.5 6.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such title, of the product and of its peers."""
    for path, title in (*local_titles(capability), *remote_titles(capability)):
        if title != title.strip(" "):
            message = f"the AE Title {quoted(title)} has spaces around it, which have no meaning"
            yield about_title(KIND, path, message, hint=f"write {quoted(title.strip(' '))}")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
