"""The rule S310: a status code to which the standard gives a meaning is not used for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._status_lists import status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S310",
    slug="redefined-status-code",
    severity=Severity.WARNING,
    what=(
        "The `meaning` of a status code has no word in common with the meaning that the standard gives to the code, "
        'or to the range that it is in: A701 of C-MOVE as "Database full", C100 of C-STORE as "Patient unknown".'
    ),
    why=(
        "A product may be more precise inside a range that PS3.4 leaves to it, but a peer that does not know its "
        "codes takes each for what the standard says. A code with a meaning of its own, such as A701 of C-MOVE, "
        "cannot be used for anything else at all."
    ),
    instead=(
        "Write the standard's words in `meaning` and your own in `further_meaning`. If they contradict each other, "
        "take another code."
    ),
    clause="PS3.4 B.2.3, C.4.1.1.4",
)

_WORD = re.compile("[a-z]+")
_STEM = 5
_CLASS_WORDS = frozenset({"succe", "warni", "failu", "faile", "cance", "pendi", "error", "refus"})
"""Beginnings of the words that name a class: a meaning of nothing else says too little, but nothing wrong."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each row whose meaning shares no word with the standard's.

    The meaning of another code is left alone: that is a mix-up, and the subject of another rule.
    """
    for codes in status_lists(capability):
        known = {_stems(status.meaning) for status in codes.standard}
        for row in codes.rows:
            stems = _stems(row.status.meaning)
            meanings = [status.meaning for status in codes.standard if row.is_within(status)]
            if not meanings or stems <= _CLASS_WORDS or stems in known:
                continue
            if all(stems.isdisjoint(_stems(meaning)) for meaning in meanings):
                right = listed([quoted(meaning) for meaning in meanings], "or")
                message = f"the status {row.code} in {codes.owner} means {right}, not {quoted(row.status.meaning)}"
                hint = "keep the standard's words in `meaning` and put your own into `further_meaning`"
                yield KIND.at((*codes.path, row.code, "meaning"), message, hint=hint)


def _stems(meaning: str) -> frozenset[str]:
    """How the words of a meaning begin: "successfully" counts as "success"."""
    return frozenset(word[:_STEM] for word in _WORD.findall(meaning.casefold()) if len(word) > 2)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
