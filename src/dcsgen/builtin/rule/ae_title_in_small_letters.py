"""The rule S116: AE Titles of the product are in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._ae_titles import local_titles
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S116",
    slug="ae-title-in-small-letters",
    severity=Severity.NOTE,
    what="An AE Title of `configuration.local` has small letters.",
    why=(
        "The standard allows them, but titles are compared letter by letter, and by custom they are in capitals: "
        "consoles and people turn small letters into capitals without a word."
    ),
    instead="Deliver the product with an AE Title in capital letters.",
    clause="PS3.5 6.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such title; peers are named by others."""
    for path, title in local_titles(capability):
        if title != title.upper():
            message = f"the AE Title {quoted(title)} has small letters, which peers may turn into capitals"
            yield KIND.at(path, message, hint=f"{quoted(title.upper())} would be safer")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
