"""How `check` and `build` tell how complete a description is for a layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dcsgen.api import Completeness


def in_one_line(found: Completeness) -> str:
    """The grade: how many sections are complete, partial, missing and not applicable."""
    from dcsgen.api import Grade

    counts = {grade: found.count(grade) for grade in Grade}
    asked = sum(counts.values()) - counts[Grade.NOT_APPLICABLE]
    return (
        f"layout {found.layout}: {counts[Grade.COMPLETE]} of {asked} sections complete, "
        f"{counts[Grade.PARTIAL]} partial, {counts[Grade.MISSING]} missing; "
        f"{counts[Grade.NOT_APPLICABLE]} not applicable"
    )


def told(file: str, found: Completeness) -> str:
    """The grade, and each key that is missing with the first section that asks for it, in the order of the document."""
    from dcsgen.base.tree import harmless

    return "".join(f"{line}\n" for line in (f"{harmless(file)}: {in_one_line(found)}", *_missing(found)))


def _missing(found: Completeness) -> Iterator[str]:
    from dcsgen.base.tree import harmless

    asked: set[str] = set()
    for section in found.sections:
        keys = [key for key in section.missing if key not in asked]
        asked.update(keys)
        if keys:
            yield f"  {section.number} {harmless(section.title)} is {section.grade}"
            yield from (f"    {harmless(key)}" for key in keys)
