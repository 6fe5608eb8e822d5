"""The rule S440: a variant for one peer does not fill the field of another Attribute without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dcsgen.base.text import quoted
from dcsgen.base.words import Direction
from dcsgen.builtin.rule._ae_mappings import Varied, variants, varied
from dcsgen.builtin.rule._mappings import Row, read_rows
from dcsgen.builtin.rule._prose import names
from dcsgen.model import Capability, Target
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S440",
    slug="ae-field-already-mapped",
    severity=Severity.WARNING,
    what=(
        "A variant of an AE-specific mapping puts an Attribute into a field that already takes another Attribute, and "
        "its `remark` does not mention that one."
    ),
    why="For this peer, one of the two values is lost or the two are mixed, and nobody can tell which.",
    instead="Say in the `remark` what becomes of the other Attribute, by its name, or take another field.",
    clause="IEC TR 62266 Annex D",
)

Fields = Mapping[tuple[str, str], list[Row]]
"""The Attributes that are stored in a field, by the key of the mapping and the name of the field."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such field of a variant."""
    stored: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in read_rows(capability, Direction.IMPORT):
        for field in row.attribute.field:
            stored[row.key, field].append(row)
    for one in varied(capability):
        for ae_title, target, path in variants(one):
            for index, field in enumerate(target.field):
                other = _other(one, target, field, stored)
                if other is not None:
                    message = (
                        f"{one.label} of {quoted(ae_title)} goes to {quoted(field)}, which has {other.label} already"
                    )
                    # One field is written as text, several as a list: only then there is something below the key.
                    at = (*path, "field", *([index] if len(target.field) > 1 else []))
                    hint = f"say in the `remark` what becomes of {other.attribute.name}"
                    yield KIND.at(at, message, hint=hint, related=((*other.path, "field"),))


def _other(one: Varied, target: Target, field: str, stored: Fields) -> Row | None:
    """An Attribute with this field that the variant does not speak of; the source that is read does not count."""
    if field in one.attribute.default.field:
        return None
    others = stored.get((one.mapping.attribute_mapping, field), [])
    own = (one.dotted, target.source)
    # The first is enough: who mentions one of several Attributes in a field knows that it is shared.
    return next((row for row in others[:1] if row.dotted not in own and not names(target.remark, row)), None)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
