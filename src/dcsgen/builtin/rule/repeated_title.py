"""The rule S625: two sections of the same kind have different titles."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S625",
    slug="repeated-title",
    severity=Severity.WARNING,
    what=(
        "Two services of one Application Entity, two sequences, two status tables, two applied IODs or two mappings "
        "have the same title."
    ),
    why="Sections and tables are found by their titles, in the contents and in the bookmarks of a PDF.",
    instead="Say in the title what makes the difference: the role, the objects, the peer.",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each title that was there before, at the later one."""
    first: dict[tuple[str, str], Path] = {}
    for group, path, title in _titles(capability):
        before = first.setdefault((group, title.casefold()), path)
        if title and before != path:
            message = f"the title {quoted(title)} is that of {before[0]}.{before[1]} too"
            yield KIND.at(path, message, hint="say what makes the difference", related=(before,))


def _titles(capability: Capability) -> Iterator[tuple[str, Path, str]]:
    """Where titles have to differ, the path of each, and the title; empty if there is none."""
    for collection in ("services", "media", "web_services"):
        for key, service in (getattr(capability, collection) or {}).items():
            group = f"{collection} of {service.application_entity}"
            yield group, (collection, key, "title"), service.title.strip()
    for collection in ("sequences", "status_tables", "iods", "attribute_mappings", "ae_mappings"):
        for key, record in (getattr(capability, collection) or {}).items():
            yield collection, (collection, key, "title"), record.title.strip()


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
