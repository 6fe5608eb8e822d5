"""The rule S134: hexadecimal digits of status codes are capitals."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, RenameKey, Repair, Severity, Written

KIND = Kind(
    code="S134",
    slug="status-code-in-small-digits",
    severity=Severity.NOTE,
    what="The key of a status code has a small hexadecimal digit: `a700` for `A700`.",
    why=(
        "The standard and the document have capitals, so that one who searches the description for A700 does not find "
        "it, and a second row for the same code is not noticed."
    ),
    instead="Write capital digits; only the `x` for any digit stays small. `dcsgen check --fix` does.",
    clause="PS3.7 Annex C",
)


def find_written(description: Written) -> Iterator[Problem]:
    """A problem for each such key, but for those of tables that plug-ins give."""
    for path in _codes(description):
        written = str(path[-1])
        code = written.upper().replace("X", "x")
        if code not in (written, "OTHER"):
            message = f"the status code {quoted(written)} has small digits"
            repair = Repair(title=f"write {quoted(code)}", changes=(RenameKey(path, code),), keeps_facts=True)
            yield Problem(
                kind=KIND, path=path, message=message, hint=f"write {quoted(code)}", on_key=True, repair=repair
            )


def _codes(description: Written) -> Iterator[Path]:
    for collection in ("services", "status_tables"):
        for name, record in description.data.get(collection, {}).items():
            if (collection, name) not in description.given:
                yield from ((collection, name, "statuses", code) for code in record.get("statuses", {}))


RULE = LintRule(kind=KIND, find_written=find_written, profile=Profile.STRICT)
