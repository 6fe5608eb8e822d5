"""Every form of the report carries the same differences: what is read back from each is what went in."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from differences import FORMS, bytes_in, everything, failing_on, nothing, small, text_in, vendors

from dcsgen.base.change import Verdict
from dcsgen.builtin.change_reporter import changelog
from dcsgen.plugin import Difference


class Read(NamedTuple):
    """What a form says of a rule about a change."""

    verdict: str
    code: str
    message: str


def from_json(difference: Difference) -> Iterator[Read]:
    def inside(changes: list[dict]) -> Iterator[Read]:  # type: ignore[type-arg]
        for change in changes:
            for one in change["judgements"]:
                yield Read(one["verdict"], one["code"], one["message"])
            yield from inside(change.get("echoes", []))

    yield from inside(json.loads(text_in("json", difference))["changes"])


def split(code: str, words: str) -> Read:
    verdict, _, message = re.sub(r" \(it was at .*\)\Z", "", words).partition(": ")
    return Read(verdict, code, message)


def from_sarif(difference: Difference) -> Iterator[Read]:
    (run,) = json.loads(text_in("sarif", difference))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len(difference.looked)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        words = re.sub(r"\\(.)", r"\1", result["message"]["text"]) if "](" in result["message"]["text"] else ""
        words = (words or result["message"]["text"]).replace("{{", "{").replace("}}", "}")
        yield split(result["ruleId"], words.partition("\n")[0])
        (location,) = result["locations"]
        assert unquote(location["physicalLocation"]["artifactLocation"]["uri"]).endswith(".yaml")


def from_gitlab(difference: Difference) -> Iterator[Read]:
    issues = json.loads(text_in("gitlab", difference))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        code, _, words = issue["description"].partition(": ")
        yield split(code, words)


def from_github(difference: Difference) -> Iterator[Read]:
    for line in text_in("github", difference).splitlines():
        found = re.fullmatch(r"::(?:error|warning|notice) .*?title=(\S+) [^:]*::(.*)", line)
        assert found, line
        yield split(found[1], found[2].replace("%25", "%").partition("%0A")[0])


def from_junit(difference: Difference) -> Iterator[Read]:
    for case in ElementTree.fromstring(text_in("junit", difference)).iter("testcase"):
        failure, skipped = case.find("failure"), case.find("skipped")
        if failure is None and skipped is None:
            continue
        words = failure.text if failure is not None else case.findtext("system-out")
        assert words is not None
        found = re.match(r"(?:\S+:\d+:\d+: )?(?:error|warning|note) (\S+) \S+: (.*)", words)
        assert found, words
        yield split(found[1], found[2])


def from_xlsx(difference: Difference) -> Iterator[Read]:
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(bytes_in("xlsx", difference)))["Differences"]
    head, *rows = sheet.iter_rows(values_only=True)
    for cells in rows:
        row = dict(zip(head, cells, strict=True))
        if row["No."] is not None:
            yield Read(row["Verdict"], row["Rule"], row["What differs"])


def from_html(difference: Difference) -> Iterator[Read]:
    page = text_in("html", difference)
    for heading in re.findall(r"<h3>(.*?)</h3>\s*<p class=\"meta\">(\S+)|<li>\s*<p>(.*?)</p>", page, re.DOTALL):
        if heading[0]:
            verdict, message = re.findall(r'<span class="verdict \w+">(\w+)</span> (.*)', heading[0])[0]
            yield Read(verdict, heading[1], html.unescape(message))
        else:
            found = re.findall(r'>(\w+)</span> (.*) <span class="meta">(.*)</span>', heading[2])
            yield Read(found[0][0], found[0][2], html.unescape(found[0][1]))


def from_markdown(difference: Difference) -> Iterator[Read]:
    for line in text_in("markdown", difference).splitlines():
        found = re.fullmatch(r"\| [\d.]+ \| \*\*(\w+)\*\* (\S+) \| \w+ \| (.*) \| (?:<code>.*</code>)? \|", line)
        if found:
            message = html.unescape(found[3]).replace("@\u200b", "@").replace("#\u200b", "#")
            yield Read(found[1], found[2], message)


READERS: dict[str, Callable[[Difference], Iterator[Read]]] = {
    "json": from_json,
    "sarif": from_sarif,
    "gitlab": from_gitlab,
    "github": from_github,
    "junit": from_junit,
    "xlsx": from_xlsx,
    "html": from_html,
    "markdown": from_markdown,
}
"""How the forms are read that carry everything, each difference and what follows from it."""


def expected(difference: Difference) -> Counter[Read]:
    return Counter(Read(one.verdict, one.code, one.message) for _, one in everything(difference.changes))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_these_are_all_forms() -> None:
    assert {*READERS, "text", "pdf", "changelog"} == set(FORMS)
    assert {name for name, form in FORMS.items() if form.binary} == {"pdf", "xlsx"}


@pytest.mark.parametrize("name", READERS)
def test_every_form_carries_a_small_difference(name: str, tmp_path: Path) -> None:
    difference = small(tmp_path)
    went_in = expected(difference)
    assert {read.verdict for read in went_in} == {"breaking", "risky", "compatible", "editorial"}
    assert Counter(READERS[name](difference)) == went_in


@pytest.mark.parametrize("name", [name for name in READERS if name != "markdown"])
def test_every_form_but_the_comment_carries_all_of_two_vendors(name: str) -> None:
    assert Counter(READERS[name](vendors())) == expected(vendors())


def test_a_comment_says_what_did_not_fit() -> None:
    written = text_in("markdown", vendors())
    assert len(written) < 65_536
    shown = Counter(from_markdown(vendors()))
    assert shown <= expected(vendors())
    lost = sum(expected(vendors()).values()) - sum(shown.values())
    assert (f"\n{lost} more would not fit into a comment.\n" in written) is bool(lost)


def test_the_text_and_the_draft_of_the_history_have_every_cause() -> None:
    causes = {one.message: change.change for change in vendors().changes for one in change.judgements}
    text, draft = text_in("text", vendors()), squeezed(re.sub(r"\\(.)", r"\1", text_in("changelog", vendors())))
    for message, change in causes.items():
        assert message in text
        assert change.path[:2] in changelog.ITSELF or squeezed(f"{message[:1].upper()}{message[1:]}.") in draft


def test_the_pdf_has_the_words_and_carries_the_data(tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="needs the Python package pypdfium2")
    difference = small(tmp_path)
    data = bytes_in("pdf", difference)
    assert data == bytes_in("pdf", difference)
    document = pdfium.PdfDocument(data)
    words = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    for _, judgement in everything(difference.changes):
        assert squeezed(judgement.message) in words
    attachment = document.get_attachment(0)
    assert attachment.get_name() == "changes.json"
    assert bytes(attachment.get_data()).decode() == text_in("json", difference)


@pytest.mark.parametrize("verdict", Verdict)
def test_ci_fails_where_the_run_does(verdict: Verdict, tmp_path: Path) -> None:
    difference = failing_on(small(tmp_path), verdict)
    suites = ElementTree.fromstring(text_in("junit", difference))
    failed = sum(int(suite.get("failures", "")) for suite in suites)
    assert failed == sum(one.verdict.rank <= verdict.rank for _, one in everything(difference.changes))


@pytest.mark.parametrize("name", FORMS)
def test_the_same_differences_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    difference = small(tmp_path)
    assert FORMS[name].write(difference, False) == FORMS[name].write(difference, False)


@pytest.mark.parametrize("name", FORMS)
def test_nothing_is_said_where_nothing_differs(name: str) -> None:
    # Annotations of GitHub are nothing but what was found.
    assert bool(FORMS[name].write(nothing(), False)) is (name != "github")
    if name in READERS:
        assert list(READERS[name](nothing())) == []
