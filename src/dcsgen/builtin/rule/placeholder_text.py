"""The rule S624: no text is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._texts import texts
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S624",
    slug="placeholder-text",
    severity=Severity.WARNING,
    what="A text has a mark of something that is still to come: TBD, TODO, FIXME, ??? or lorem ipsum.",
    why="It is easily forgotten, and in a published statement it reads as if the product were not finished.",
    instead="Write the text, or take the key out: what is not stated is printed as not stated.",
)

_MARK = re.compile(r"\b(?:TBD|TODO|FIXME)\b|\?{3,}|\b(?i:lorem ipsum)\b")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for the first mark of each text; of a key and its text together, which have one path."""
    seen: set[Path] = set()
    for path, text in texts(capability):
        found = _MARK.search(text)
        if found is not None and path not in seen:
            seen.add(path)
            yield KIND.at(path, f"the text has {quoted(found[0])} in it", hint="write what is still missing")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
