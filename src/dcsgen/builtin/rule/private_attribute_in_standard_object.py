"""The rule S449: objects with private Attributes are not of a Standard SOP Class."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind, Use
from dcsgen.builtin.rule._mappings import created, ignored_above, rows_of
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S449",
    slug="private-attribute-in-standard-object",
    severity=Severity.ERROR,
    what="Created objects have private Attributes, but their SOP Class is said to be a Standard one.",
    why=(
        "With additional Attributes it is a Standard Extended SOP Class, and PS3.2 wants the statement to say so and "
        "to list them."
    ),
    instead=(
        "Describe the class under `sop_classes` with `kind: standard_extended` and the UID of the standard, and use it."
    ),
    clause="PS3.2 7.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each mapping with private Attributes of such objects, at the SOP Class of the applied IOD."""
    for key, mapping in created(capability):
        sop_class = capability.iods[mapping.iod].sop_class
        if sop_class.kind is not SopClassKind.STANDARD:
            continue
        private = [
            row
            for row in rows_of(key, mapping)
            if row.keyword in (capability.private_attributes or {})
            and row.attribute.use is not Use.IGNORED
            and not ignored_above(row)
        ]
        if private:
            names = some([row.label for row in private])
            message = f"objects of {sop_class.name} are created with {names}, but it is called a Standard SOP Class"
            path = ("iods", mapping.iod, "sop_class")
            related = tuple(row.path for row in private)
            hint = f"describe a Standard Extended SOP Class, and refer to it in {quoted(mapping.iod)}"
            yield KIND.at(path, message, hint=hint, related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
