"""The rule S133: sets of SOP Classes are in alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._written_names import SOP_CLASS, keyword_of, sorts_of_sets, uid_of
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Reorder, Repair, Severity, Written

KIND = Kind(
    code="S133",
    slug="set-not-sorted",
    severity=Severity.NOTE,
    what=(
        "A list under `sets` that holds SOP Classes is in the order neither of their keywords nor of their UIDs, with "
        "references to other sets first. Lists of Transfer Syntaxes are left alone: their order is that of preference."
    ),
    why=(
        "The order of SOP Classes says nothing. In a sorted list people see at once what is there and what is missing, "
        "two who add something do not meet in one line, and nothing is entered twice."
    ),
    instead="Sort the list. `dcsgen check --fix` does, unless comments or empty lines divide it.",
)


def find_written(description: Written) -> Iterator[Problem]:
    """A problem for each set of SOP Classes, and of nothing else, that is not sorted."""
    for name, sorts in sorts_of_sets(description).items():
        items: Sequence[str] = description.data["sets"][name]
        if sorts != {SOP_CLASS}:
            continue
        if _is_sorted([uid_of(SOP_CLASS, item, description) for item in items]):
            continue
        keys = [(not item.startswith("$"), keyword_of(SOP_CLASS, item, description).casefold()) for item in items]
        order = sorted(range(len(items)), key=keys.__getitem__)
        if order != list(range(len(items))):
            first = next(index for index, source in enumerate(order) if index != source)
            message = (
                f"the set {quoted(name)} is not sorted: {quoted(items[order[first]])} belongs in place {first + 1}"
            )
            repair = Repair(title=f"sort the set {quoted(name)}", changes=(Reorder(("sets", name), tuple(order)),))
            yield KIND.at(("sets", name), message, repair=repair)


def _is_sorted(uids: Sequence[str]) -> bool:
    """Whether UIDs, empty for references to sets, are in the order of their components."""
    components = [[int(part) for part in uid.split(".") if part.isdecimal()] for uid in uids]
    return components == sorted(components)


RULE = LintRule(kind=KIND, find_written=find_written, profile=Profile.STRICT)
