"""The rule S114: AE Titles are written without spaces around them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.repair import Change
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._ae_titles import about_title, local_titles, remote_titles
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, RenameKey, Repair, SetValue, Severity

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
            hint = f"write {quoted(title.strip(' '))}"
            yield about_title(KIND, path, message, hint=hint, repair=_repair(capability, path, title))


def _repair(capability: Capability, path: Path, title: str) -> Repair | None:
    """The title without the spaces; none if other parts of the description name it, or a peer of that name is there."""
    short = title.strip(" ")
    change: Change = SetValue(path, short)
    if path[:2] == ("configuration", "remote"):
        if short in capability.configuration.remote or _is_mapped(capability, title):
            return None
        change = RenameKey(path, short)
    return Repair(title=f"write {quoted(short)}", changes=(change,))


def _is_mapped(capability: Capability, title: str) -> bool:
    attributes = (one for mapping in capability.ae_mappings.values() for one in mapping.attributes.values())
    return any(title in attribute.per_ae_title for attribute in attributes)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
