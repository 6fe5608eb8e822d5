"""The rule S560: character sets are Defined Terms of the standard."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import character_sets
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.builtin.rule._character_sets import terms
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S560",
    slug="unknown-character-set",
    severity=Severity.ERROR,
    what=(
        "A value under `character_sets` is no Defined Term of Specific Character Set (0008,0005). The default "
        "repertoire has none: `ISO_IR 6` does not exist."
    ),
    why=(
        "The terms are compared letter by letter, with their blanks, underscores and case; a peer that gets another "
        "value must treat it as an unknown character set."
    ),
    instead="Write the term as PS3.3 has it. For the default repertoire write nothing.",
    clause="PS3.3 C.12.1.1.2",
)

_DEFAULT = spelled("ISO_IR 6")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each term that is none."""
    for path, term in terms(capability):
        if not character_sets.is_defined(term):
            message = f"{quoted(term)} is no Defined Term of Specific Character Set (0008,0005)"
            yield KIND.at(path, message, hint=_hint(term), subject=term)


def _hint(term: str) -> str:
    if spelled(term) == _DEFAULT:
        return "it is the default repertoire, which is not written; with code extensions it is ISO 2022 IR 6"
    known = {spelled(each.term): each.term for each in character_sets.ALL}
    described = (each.term for each in character_sets.ALL if term and term in each.description)
    near = known.get(spelled(term)) or next(described, "")
    return f"write {quoted(near)}" if near else did_you_mean(term, known.values())


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
