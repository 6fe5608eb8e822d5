"""The rule S618: an abbreviation that is explained is used."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._texts import texts, unmentioned
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S618",
    slug="unused-abbreviation",
    severity=Severity.NOTE,
    what=(
        "No text of the description has an abbreviation that `document.abbreviations` explains, and none of the "
        "headings and tables that every statement has."
    ),
    why="Lists that are carried over from document to document grow until nobody reads them.",
    instead="Take the abbreviation out.",
    clause="PS3.2 N.3.5",
)

ABBREVIATIONS = ("document", "abbreviations")

PRINTED = ("AE", "DICOM", "IOD", "PDU", "SCP", "SCU", "SOP", "UID", "VM", "VR")
"""Abbreviations that dcsgen itself prints, in headings and tables, so that a document may well explain them."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each abbreviation that neither a text outside the list has, not even as a plural, nor dcsgen."""
    written = (text for path, text in texts(capability) if path[:2] != ABBREVIATIONS)
    outside = (*PRINTED, *written)
    for key in unmentioned(capability.document.abbreviations, outside, _singular):
        yield KIND.at((*ABBREVIATIONS, key), f"no text has the abbreviation {quoted(key)}", hint="take it out")


def _singular(word: str) -> str:
    return word.removesuffix("s") if word[:-1].isupper() else word


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
