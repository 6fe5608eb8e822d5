"""The text for people: accepted findings, very many findings, links in terminals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reports import finding, report

from dcsgen.base.finding import Place, Severity
from dcsgen.builtin.reporter import _links, text

LINK = re.compile(r"\x1b\]8;;(.*?)\x1b\\(.*?)\x1b\]8;;\x1b\\")
SIGNS = ("CI", "FORCE_HYPERLINK", "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM")


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of which nothing is known."""
    for name in (*SIGNS, "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_an_accepted_finding_is_short_and_gives_its_reason() -> None:
    written = text.write(report(finding(Severity.WARNING), finding(path="b", accepted="the peer needs it")), False)
    assert written.endswith(
        "\n"
        'parts/product.yaml:12:5: accepted error S101 slug-101: services.a has no "role"\n'
        "  accepted: the peer needs it\n"
        "\n"
        "1 warning, 1 accepted in 1 file\n"
        "Why, and what to do: dcsgen explain S101\n"
    )


def test_if_all_are_accepted_there_is_nothing_to_do() -> None:
    assert text.write(report(finding(accepted="so")), False).endswith("\n\n1 accepted in 1 file\n")


def test_of_very_many_in_one_file_the_first_are_shown() -> None:
    findings = [finding(path=str(n), message=f"number {n}.", place=Place("a.yaml", n, 1)) for n in range(1, 251)]
    others = [finding(path=str(n), message=f"other {n}.", place=Place("b.yaml", n, 1)) for n in range(1, 201)]
    written = text.write(report(*findings, *others, finding(place=None)), False)
    assert "number 200." in written
    assert "number 201." not in written
    assert "\na.yaml: 50 more are not shown; --output json=FILE writes all\n\nb.yaml:1:1: " in written
    assert "other 200." in written
    assert written.count("more are not shown") == 1
    assert "\n451 errors in 2 files\n" in written


def test_of_very_many_without_a_place_the_first_are_shown_too() -> None:
    written = text.write(report(*(finding(place=None, path="", message=str(n)) for n in range(203))), False)
    assert "\n3 more are not shown; " in written


def test_a_place_is_a_link_where_links_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    written = text.write(report(finding()), True)
    address = (Path.cwd() / "parts" / "product.yaml").as_uri()
    other = (Path.cwd() / "family.yaml").as_uri()
    assert LINK.findall(written) == [(address, "\x1b[1mparts/product.yaml:12:5\x1b[0m"), (other, "family.yaml:3:1")]
    monkeypatch.setenv("FORCE_HYPERLINK", "0")
    assert LINK.sub(r"\2", written) == text.write(report(finding()), True)


def test_without_colours_there_are_no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    assert "\x1b" not in text.write(report(finding()), False)


def test_what_a_file_is_called_cannot_end_its_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    evil = "a\x1b\\\x07\u202e\udce9.yaml"
    ((address, shown), _) = LINK.findall(text.write(report(finding(place=Place(evil, 1, 1))), True))
    assert address.isascii()
    assert address.endswith("/a%1B%5C%07%E2%80%AE%E9.yaml")
    assert not re.search("[\x07\u202e]", shown)
    (only,) = LINK.findall(text.write(report(finding(place=Place("a\0b", 1, 1), related=())), True)) or [("", "")]
    assert "\0" not in only[0]


@pytest.mark.parametrize(
    ("environment", "understood"),
    [
        ({}, False),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "4602"}, False),
        ({"VTE_VERSION": "4602", "WT_SESSION": "x"}, False),
        ({"WT_SESSION": "x"}, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "screen"}, False),
        ({"VTE_VERSION": "7600", "CI": "true"}, False),
        ({"CI": "true", "FORCE_HYPERLINK": "1"}, True),
        ({"VTE_VERSION": "7600", "FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_terminals_are_known_by_their_signs(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], understood: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert _links.understands_links() is understood


def test_every_text_of_a_finding_is_harmless() -> None:
    evil = "\x1b[2J\u202e\n"
    one = finding(code=f"S{evil}", slug=evil, message=evil, hint=evil, accepted=evil, path=evil, place=None)
    for written in (
        text.write(report(one), False),
        text.write(report(finding(code=evil, path=evil, place=None)), False),
    ):
        assert not re.search("[\x1b\u202e]", written)
