"""What holds for all repairs: they keep what the description says, and everything that is not repaired."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from repairing_helpers import HEAD, strict

from dcsgen import api
from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.base.repair import Edit, Fix, SetValue
from dcsgen.load.yaml_reader import read_tree
from dcsgen.repair.data import changed, copied, same
from dcsgen.repair.texts import compatible, edited

HOST = api.open_host(vendors=False)

SOP_CLASSES = (
    ("CTImageStorage", "CT Image Storage", "ct image", "1.2.840.10008.5.1.4.1.1.2"),
    ("RTPlanStorage", "RT Plan Storage", "RT-PLAN-STORAGE", "1.2.840.10008.5.1.4.1.1.481.5"),
    ("DigitalXRayImageStorageForPresentation", "Digital X-Ray Image Storage - For Presentation"),
    ("Verification", "Verification SOP Class", "1.2.840.10008.1.1"),
)
TRANSFER_SYNTAXES = (
    ("ImplicitVRLittleEndian", "Implicit VR Little Endian", "1.2.840.10008.1.2"),
    ("ExplicitVRLittleEndian", "explicit vr little endian", "1.2.840.10008.1.2.1"),
    ("JPEGBaseline8Bit", "1.2.840.10008.1.2.4.50"),
)
FIELDS = (("ErrorComment", "(0000,0902)", "Error Comment"), ("OffendingElement", "00000901"))
CODES = (("A700", "a700"), ("C100-C1FF", "c100-c1ff", "C100-c1ff"), ("B0xx", "b0xx"), ("other",))
COMMENTS = ("", "", "  # why", '  # CT Image Storage, "1.2.840.10008.1.2" and a700: {}', " #é {[")


class Writer:
    """Writes one description in a layout of its own, with everything that a person may do to it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def one(self, words: Sequence[str]) -> str:
        return self.draw(st.sampled_from(words))

    def word(self, text: str) -> str:
        # A Tag has a comma, which ends a word in a list in brackets.
        quote = self.one(["'", '"'] if text[0] == "(" else ["", "", "'", '"'])
        return f"{quote}{text}{quote}"

    def comment(self) -> str:
        return self.one(COMMENTS)

    def items(self, names: Sequence[Sequence[str]], key: str, indent: str) -> str:
        chosen = self.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
        words = [self.word(self.one(spellings)) for spellings in chosen]
        if self.draw(st.booleans()):
            between = self.one([", ", " ,   ", f",\n{indent}   "])
            return f"{indent}{key}: [{between.join(words)}]{self.comment()}\n"
        lines = [f"{indent}{key}:{self.comment()}\n"]
        for word in words:
            above = self.one(["", "", "", f"{indent}  # about {word}\n", "\n"])
            lines.append(f"{above}{indent}  -{self.one([' ', '   '])}{word}{self.comment()}\n")
        return "".join(lines)

    def statuses(self, indent: str) -> str:
        lines = [f"{indent}statuses:{self.comment()}\n"]
        for spellings in self.draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True)):
            code = self.word(self.one(spellings))
            if self.draw(st.booleans()):
                lines.append(f"{indent}  {code}: {{class: failure, meaning: 'a700: x'}}{self.comment()}\n")
            else:
                lines.append(f"{indent}  {code}:{self.comment()}\n{indent}    class: failure\n{indent}    meaning: |\n")
                lines.append(f"{indent}      CT Image Storage\n\n{indent}      # no comment\n")
                lines.append(self.items(FIELDS, "related_fields", f"{indent}    "))
        return "".join(lines)

    def description(self) -> str:
        text = HEAD + f"{self.comment()}\n"
        text += "sets:\n" + self.items(SOP_CLASSES, "objects", "  ") + self.items(TRANSFER_SYNTAXES, "syntaxes", "  ")
        text += "services:\n  store:\n    application_entity: STORE\n"
        text += f"    role: {self.one(['SCU', 'SCP', 'BOTH'])}{self.comment()}\n"
        text += "    sop_classes: [$objects]\n"
        own = self.items(TRANSFER_SYNTAXES, "transfer_syntaxes", "    ")
        text += self.one(["    transfer_syntaxes: [$syntaxes]\n", own])
        text += self.statuses("    ")
        ending = self.one(["\n", "\r\n"])
        return text[: -1 if self.draw(st.booleans()) else None].replace("\n", ending)


@st.composite
def descriptions(draw: st.DrawFn) -> str:
    """The text of a description with names in any spelling and layout."""
    return Writer(draw).description()


def fixed(text: str, *select: str) -> tuple[str, api.FixResult]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "product.yaml"
        file.write_bytes(text.encode())
        result = api.fix([file], host=HOST, configuration=strict(*select))
        return file.read_bytes().decode(), result


def capability(text: str) -> object:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "product.yaml"
        file.write_bytes(text.encode())
        found = api.load(file, HOST)
        assert found.capability is not None, found.findings
        return found.capability


def without(text: str, words: set[str]) -> str:
    """A text without some words, the longest first."""
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return text


@settings(max_examples=40)
@given(descriptions())
def test_other_words_say_the_same_and_nothing_else_changes(text: str) -> None:
    after, result = fixed(text, "S130", "S131", "S132", "S134")
    assert not result.after.report.findings or result.refused
    assert [why for _, why in result.refused] == []
    assert capability(after) == capability(text)
    # Line by line: what differs is a name, and only in lines with a finding.
    lines, new_lines = text.split("\n"), after.split("\n")
    assert len(lines) == len(new_lines)
    places = {each.place.line for each in result.before.report.findings if each.place}
    names = {word for names in (*SOP_CLASSES, *TRANSFER_SYNTAXES, *FIELDS, *CODES) for word in names}
    for number, (line, new_line) in enumerate(zip(lines, new_lines, strict=True), 1):
        assert (line == new_line) == (number not in places)
        assert without(line, names).replace("'", '"') == without(new_line, names).replace("'", '"')


def comments(text: str) -> list[str]:
    return sorted(line.partition(" #")[2] for line in text.splitlines() if " #" in line)


@settings(max_examples=40)
@given(descriptions())
def test_a_second_run_finds_nothing_to_do(text: str) -> None:
    after, result = fixed(text)
    again, second = fixed(after)
    assert again == after
    assert second.changes == () == second.repaired
    assert len(result.repaired) + len(result.after.report.findings) >= len(result.before.report.findings)
    assert comments(after) == comments(text)


@settings(max_examples=40)
@given(descriptions(), st.randoms(use_true_random=False))
def test_edits_of_text_and_changes_of_data_come_to_the_same(text: str, chance: random.Random) -> None:
    _, result = fixed(text)
    findings = [each for each in result.before.report.findings if each.fix and each.fix.edits]
    some = compatible(chance.sample(findings, chance.randint(0, len(findings))))
    names = {edit.start.file for each in some if each.fix for edit in each.fix.edits}
    new = edited(dict.fromkeys(names, text), (edit for each in some if each.fix for edit in each.fix.edits))
    before, _ = read_tree(text.encode(), "a.yaml")
    untouched = copied(before.root)
    expected = changed(before.root, (change for each in some if each.fix for change in each.fix.changes))
    for after in new.values():
        assert same(read_tree(after.encode(), "a.yaml")[0].root, expected)
    assert same(before.root, untouched)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.sampled_from("xy")), max_size=6))
def test_edits_that_go_together_do_not_overlap(spans: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz"
    findings = [
        finding_with(Edit(Place("a", 1, start + 1), 1, start + length + 1, new)) for start, length, new in spans
    ]
    taken = sorted({each.fix.edits[0] for each in compatible(findings) if each.fix})
    for first, second in pairwise(taken):
        assert first.end_column <= second.start.column
    assert not findings or compatible(findings)[0] == findings[0]
    assert len(edited({"a": f"k: {text}"}, taken)) <= 1


def finding_with(edit: Edit) -> Finding:
    fix = Fix(title="t", changes=(SetValue(("k",), "v"),), edits=(edit,))
    return Finding(code="S1", slug="s", severity=Severity.NOTE, message="m", fix=fix)
