"""The text and the JSON report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from cli_fakes import finding
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.base.terminal import columns_of
from dcsgen.builtin.reporter import json_report, text
from dcsgen.plugin.reporter import Report

Fits = Callable[[str, Any], None]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def report(*findings: Finding, files: tuple[str, ...] = ("product.yaml",)) -> Report:
    return Report(tool="dcsgen", version="0.1.0", files=files, findings=findings)


def frame(excerpt: str, column: int) -> tuple[str, str]:
    """The excerpt and the line of the caret, as they stand right of the bar."""
    lines = text.write(report(finding(excerpt=excerpt, place=Place("a.yaml", 7, column))), False).splitlines()
    assert lines[1].startswith("  7 | ")
    assert lines[2].startswith("    | ")
    return lines[1][6:], lines[2][6:]


def test_a_finding_has_place_line_caret_and_hint() -> None:
    related = (Place("family.yaml", 3, 1),)
    written = text.write(report(finding(related=related), finding(Severity.WARNING, code="S001", hint="")), False)
    assert written == (
        'product.yaml:12:5: error L022 missing-key: services.plan-import has no "role"\n'
        "  12 |     sop_class: RTPlanStorage\n"
        "     |     ^\n"
        '     hint: write "role: SCP"\n'
        "     see: family.yaml:3:1\n"
        "\n"
        'product.yaml:12:5: warning S001 missing-key: services.plan-import has no "role"\n'
        "  12 |     sop_class: RTPlanStorage\n"
        "     |     ^\n"
        "\n"
        "1 error, 1 warning in 1 file\n"
        "Why, and what to do: dcsgen explain L022 (or S001)\n"
    )


def test_without_a_place_the_path_says_where_and_without_a_path_nothing_does() -> None:
    assert text.write(report(finding(place=None)), False).startswith("services.plan-import: error L022 ")
    written = text.write(report(finding(place=None, path="", hint=""), files=()), False)
    assert written.startswith("error L022 missing-key: ")
    assert written.splitlines()[1:3] == ["", "1 error"]


def test_the_last_lines_count_and_name_a_few_codes() -> None:
    many = [finding(code=f"S00{number}", place=Place(f"{number % 2}.yaml", 1, 1)) for number in range(1, 9)]
    written = text.write(report(*many, many[0], files=("0.yaml", "1.yaml", "2.yaml")), False)
    assert written.splitlines()[-2:] == [
        "9 errors in 2 files (3 checked)",
        "Why, and what to do: dcsgen explain S001 (or S002, S003, S004, S005, S006, …)",
    ]


def test_nothing_found_is_said_in_one_line() -> None:
    assert text.write(report(files=("a", "b")), False) == "no findings in 2 files\n"


def test_what_could_command_the_terminal_is_shown_instead() -> None:
    evil = "\x1b]0;title\x07"
    written = text.write(
        report(
            finding(
                place=Place(f"{evil}.yaml", 1, 1),
                message=f"m{evil}\n\r",
                excerpt=f"x{evil}",
                hint=f"h{evil}\x9b",
                related=(Place(evil, 1, 1),),
            )
        ),
        False,
    )
    assert set(re.findall(r"[\x00-\x1f\x7f-\x9f]", written)) == {"\n"}
    assert len(written.splitlines()) == 8


def test_tabs_wide_and_combining_characters_keep_the_caret_in_place() -> None:
    assert frame("\ta: b", 5) == ("␉a: b", "    ^")
    assert frame("東京: b", 5) == ("東京: b", "      ^")
    assert frame("e\u0301: b", 5) == ("e\u0301: b", "   ^")


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "".join(f"{number:>9} " for number in range(100))
    start, end = line[: text.WIDTH], line.rstrip()[-20:]
    excerpt, caret = frame(line, 1)
    assert (excerpt[:-1], excerpt[-1], caret) == (start[: len(excerpt) - 1], "…", "^")
    excerpt, caret = frame(line, 990)
    assert excerpt[0] == "…"
    assert excerpt.endswith(end)
    assert line[:990].endswith(excerpt[1 : len(caret)][-20:])


@given(
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="^"), max_size=300).map(str.rstrip),
    st.integers(1, 300),
)
def test_the_caret_stands_under_the_character(line: str, column: int) -> None:
    column = min(column, max(len(line), 1))
    marked = line[: column - 1] + "^" + line[column:]
    if not marked.strip():
        return
    excerpt, caret = frame(marked, column)
    assert columns_of(excerpt) <= text.WIDTH + 2
    assert columns_of(excerpt.partition("^")[0]) == len(caret) - 1
    assert "^" in excerpt
    assert caret.strip() == "^"


def test_colours_change_nothing_but_colours() -> None:
    every = report(*(finding(severity, related=(Place("b", 1, 1),)) for severity in Severity))
    coloured = text.write(every, True)
    assert COLOUR.sub("", coloured) == text.write(every, False)
    assert "\x1b[1;31merror L022\x1b[0m" in coloured
    assert "\x1b[1;33mwarning L022\x1b[0m" in coloured
    assert "\x1b[1;36mnote L022\x1b[0m" in coloured


def test_json_has_everything(fits: Fits) -> None:
    full = finding(related=(Place("b.yaml", 1, 2),), provider="acme", code="acme/S1")
    written = json_report.write(report(full, finding(Severity.NOTE, place=None), files=("./a.yaml", "b.yaml")), True)
    assert "\x1b" not in written
    assert written.endswith("}\n")
    loaded = json.loads(written)
    fits("findings", loaded)
    assert loaded["files"] == ["./a.yaml", "b.yaml"]
    assert loaded["counts"] == {"error": 1, "warning": 0, "note": 1, "accepted": 0}
    assert loaded["findings"][0] == {
        "code": "acme/S1",
        "slug": "missing-key",
        "severity": "error",
        "message": 'services.plan-import has no "role"',
        "path": "services.plan-import",
        "place": {"file": "product.yaml", "line": 12, "column": 5},
        "excerpt": "    sop_class: RTPlanStorage",
        "hint": 'write "role: SCP"',
        "related": [{"file": "b.yaml", "line": 1, "column": 2}],
        "provider": "acme",
    }


def test_json_without_findings_fits_too(fits: Fits) -> None:
    fits("findings", json.loads(json_report.write(report(), False)))


def test_json_is_readable_and_holds_any_file_name() -> None:
    assert "größe.yaml" in json_report.write(report(files=("größe.yaml",)), False)
    odd = "caf\udce9.yaml"
    written = json_report.write(report(files=(odd,)), False)
    assert written.isascii()
    assert json.loads(written)["files"] == [odd]


def parts(node: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema describes, by a name for the test."""
    for key, below in node.get("properties", {}).items():
        yield f"{path}.{key}", below
        yield from parts(below, f"{path}.{key}")
    for key, below in node.get("$defs", {}).items():
        yield from parts(below, f"{path}#{key}")


NAMES = ("findings", "plugins", "about", "rules", "accepted", "configuration")
OWN = [part for name in NAMES for part in parts(schemas.load(name), name)]


@pytest.mark.parametrize(("path", "key"), OWN, ids=[path for path, _ in OWN])
def test_every_key_of_the_schemas_has_a_sentence_and_an_example(path: str, key: dict[str, Any]) -> None:
    assert key["description"].endswith(".")
    if "$ref" in key:
        return
    assert key["examples"]
    own = {name: value for name, value in key.items() if name != "items"}
    for example in key["examples"]:
        if "$ref" not in json.dumps(own):
            Draft202012Validator(own).validate(example)


def test_the_schema_lists_the_fields_of_a_finding_and_of_a_place() -> None:
    definitions = schemas.load("findings")["$defs"]
    assert set(definitions["finding"]["properties"]) == set(Finding.__struct_fields__)
    assert set(definitions["place"]["properties"]) == set(Place.__struct_fields__)
    assert definitions["finding"]["properties"]["severity"]["enum"] == [severity.value for severity in Severity]
