"""Every form of a report carries the same findings: what is read back from each is what went in."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from reports import FULL, finding, report, reports

from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.base.tree import harmless
from dcsgen.builtin import collected
from dcsgen.builtin.reporter import github, gitlab, json_report, junit, markdown, sarif, text
from dcsgen.plugin.reporter import Report


class Read(NamedTuple):
    """What a form says about one finding."""

    code: str
    place: Place | None
    severity: str
    message: str
    accepted: bool


def from_json(written: str, made_from: Report) -> Iterator[Read]:
    for one in json.loads(written)["findings"]:
        place = Place(**one["place"]) if "place" in one else None
        yield Read(one["code"], place, one["severity"], one["message"], "accepted" in one)


def from_sarif(written: str, made_from: Report) -> Iterator[Read]:
    (run,) = json.loads(written)["runs"]
    for result, one in zip(run["results"], made_from.findings, strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        physical = result.get("locations", [{}])[0].get("physicalLocation")
        place = None
        if physical:
            region = physical["region"]
            place = Place(unquote(physical["artifactLocation"]["uri"]), region["startLine"], region["startColumn"])
        words = result["message"]["text"]
        if re.search(r"\]\(", re.sub(r"\\(.)", r"\1", words)):
            words = re.sub(r"\\(.)", r"\1", words)
        words = words.replace("{{", "{").replace("}}", "}")
        message = words.removesuffix(f"\n{one.hint}") if one.hint else words
        yield Read(result["ruleId"], place, result["level"], message, bool(result["suppressions"]))


HEAD = re.compile(
    r"(?:(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): )?(?P<severity>\w+) (?P<code>\S+) \S+: (?P<message>.*)"
)


def place_of(found: re.Match[str]) -> Place | None:
    return Place(found["file"], int(found["line"]), int(found["column"])) if found["file"] else None


def from_junit(written: str, made_from: Report) -> Iterator[Read]:
    for case in ElementTree.fromstring(written).iter("testcase"):
        failure, skipped = case.find("failure"), case.find("skipped")
        verdict = failure if failure is not None else skipped
        if verdict is None:
            continue
        words = case.findtext("system-out") if failure is None else failure.text
        assert words is not None
        found = HEAD.match(words)
        assert found, words
        assert verdict.get("type") == found["severity"]
        accepted = verdict.get("message", "").startswith("accepted: ") and "\naccepted: " in words
        yield Read(found["code"], place_of(found), found["severity"], found["message"], accepted)


def from_github(written: str, made_from: Report) -> Iterator[Read]:
    plain = {"25": "%", "0A": "\n", "0D": "\r", "3A": ":", "2C": ","}

    def decoded(words: str) -> str:
        return re.sub("%(25|0A|0D|3A|2C)", lambda found: plain[found[1]], words)

    for line in written.splitlines():
        found = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        assert found, line
        properties = {key: decoded(value) for key, _, value in (pair.partition("=") for pair in found[2].split(","))}
        place = None
        if "file" in properties:
            place = Place(properties["file"], int(properties["line"]), int(properties["col"]))
        severity = "note" if found[1] == "notice" else found[1]
        words = properties["title"].split()
        if accepted := words[0] == "accepted":
            _, severity, *words = words
        yield Read(words[0], place, severity, decoded(found[3]).partition("\n")[0], accepted)


def from_gitlab(written: str, made_from: Report) -> Iterator[Read]:
    severities = {"critical": "error", "minor": "warning", "info": "note"}
    for issue, one in zip(json.loads(written), made_from.findings, strict=True):
        location = issue["location"]
        begin = location["positions"]["begin"]
        assert location["lines"]["begin"] == begin["line"]
        place = Place(location["path"], begin["line"], begin["column"])
        code = issue["check_name"].split()[0]
        words = issue["description"].removeprefix(f"{code}: ")
        severity = severities[issue["severity"]]
        found = re.search(r" \(accepted (error|warning|note): " + re.escape(one.accepted) + r"\)\Z", words)
        if one.accepted and found:
            assert severity == "note"
            severity, words = found[1], words[: found.start()]
        # What has no place is shown at the start of the first file.
        if one.place is None and place == Place(made_from.files[0], 1, 1):
            yield Read(code, None, severity, words, bool(one.accepted and found))
        else:
            yield Read(code, place, severity, words, bool(one.accepted and found))


def from_markdown(written: str, made_from: Report) -> Iterator[Read]:
    rows = [line for line in written.splitlines() if line.startswith("| ") and not line.startswith(("| sev", "| ---"))]
    for row in rows:
        severity, what, place, message = row[2:-2].split(" | ")
        message, *others = message.split("<br>")
        where = html.unescape(place.removeprefix("<code>").removesuffix("</code>"))
        found = re.fullmatch(r"(.*):(\d+):(\d+)", where.replace("\u200b", ""))
        accepted = any(other.startswith("*accepted:* ") for other in others)
        shown = html.unescape(message).replace("@\u200b", "@").replace("#\u200b", "#")
        at = Place(found[1], int(found[2]), int(found[3])) if found else None
        yield Read(html.unescape(what.split()[0]), at, severity, shown, accepted)


def from_text(written: str, made_from: Report) -> Iterator[Read]:
    for line in written.split("\n"):
        found = re.match(
            r"(?:.+?: )?(accepted )?(error|warning|note) ([SLX]\d{3}|acme/S1) [a-z0-9]+(?:-[a-z0-9]+)+: ", line
        )
        if not found or line.startswith(" "):
            continue
        whole = re.fullmatch(r"(?:(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): )?.*", line[: found.start(3)])
        assert whole
        yield Read(found[3], place_of(whole), found[2], line[found.end() :], bool(found[1]))


FORMS: dict[str, tuple[Callable[[Report, bool], str], Callable[[str, Report], Iterator[Read]], bool]] = {
    "json": (json_report.write, from_json, False),
    "sarif": (sarif.write, from_sarif, False),
    "gitlab": (gitlab.write, from_gitlab, False),
    "junit": (junit.write, from_junit, True),
    "github": (github.write, from_github, True),
    "markdown": (markdown.write, from_markdown, True),
    "text": (text.write, from_text, True),
}
"""How each form is written and read, and whether characters that could do harm are shown as others in it."""


def expected(one: Finding, shown: bool) -> Read:
    message = harmless(one.message) if shown else one.message
    return Read(one.code, one.place, one.severity.value, message, bool(one.accepted))


def by_all(read: Read) -> tuple[str, str, str, str, bool]:
    return read.code, str(read.place), read.severity, read.message, read.accepted


def carried(name: str, made_from: Report) -> tuple[list[Read], list[Read]]:
    write, read, shown = FORMS[name]
    went_in = sorted((expected(one, shown) for one in made_from.findings), key=by_all)
    return went_in, sorted(read(write(made_from, False), made_from), key=by_all)


def test_these_are_all_forms() -> None:
    assert {reporter.name for reporter in collected("reporter", "REPORTER")} == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_every_form_carries_an_ordinary_report(name: str) -> None:
    went_in, came_out = carried(name, FULL)
    assert came_out == went_in
    assert len(came_out) == 5


@pytest.mark.parametrize("name", [name for name in FORMS if name != "text"])
@settings(max_examples=60)
@given(made_from=reports())
def test_every_form_for_programs_carries_any_report(name: str, made_from: Report) -> None:
    went_in, came_out = carried(name, made_from)
    assert came_out == went_in


@settings(max_examples=60)
@given(made_from=reports())
def test_the_text_carries_any_report(made_from: Report) -> None:
    # A path without a place stands where a place would, so that only what is read back of the rest can be compared.
    findings = tuple(one for one in made_from.findings if one.place or not one.path)
    plain = report(*findings, looked=(), files=made_from.files)
    went_in, came_out = carried("text", plain)
    assert came_out == went_in


@settings(max_examples=40)
@given(made_from=reports())
def test_all_agree_on_what_makes_a_run_fail(made_from: Report) -> None:
    suites = ElementTree.fromstring(junit.write(made_from, False))
    failed = sum(int(suite.get("failures", "")) for suite in suites)
    assert (failed > 0) is made_from.fails
    counts = json.loads(json_report.write(made_from, False))["counts"]
    ranks = [severity.value for severity in Severity][: made_from.fail_on.rank + 1]
    assert sum(counts[name] for name in ranks) == failed
    assert sum(counts.values()) == len(made_from.findings)
    assert sum(int(suite.get("tests", "")) for suite in suites) == len(made_from.findings) + len(made_from.passed)


def test_a_thousand_findings_are_in_every_form_that_is_not_for_eyes() -> None:
    many = report(*(finding(path=f"services.s{number}") for number in range(1000)))
    for name in ("json", "sarif", "gitlab", "junit", "github"):
        assert len(carried(name, many)[1]) == 1000
