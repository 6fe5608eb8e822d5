"""The rule S435: two Attributes that share a field say how."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Direction
from dcsgen.builtin.rule._mappings import Row, read_rows
from dcsgen.builtin.rule._prose import mentions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S435",
    slug="field-mapped-twice",
    severity=Severity.WARNING,
    what="Two Attributes of an import are stored in the same field, and the texts of neither mention the other one.",
    why="Which of the two values the field has after the import is then a matter of chance for the reader.",
    instead="Say in a `remark` which one goes first or how they are joined, by the names of the Attributes.",
    clause="IEC TR 62266 Annex B",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Attribute and the last one before it with the same field, unless one mentions the other."""
    last: dict[tuple[str, str], Row] = {}
    for row in read_rows(capability, Direction.IMPORT):
        for index, field in enumerate(row.attribute.field):
            before = last.get((row.key, field))
            last[row.key, field] = row
            if before is not None and not mentions(row, before) and not mentions(before, row):
                message = f"{row.label} is stored in {quoted(field)}, as is {before.label}"
                # One field is written as text, several as a list: only then there is something below the key.
                path = (*row.path, "field", *([index] if len(row.attribute.field) > 1 else []))
                related = (*before.path, "field")
                yield KIND.at(path, message, hint="say in a `remark` how the two share it", related=(related,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
