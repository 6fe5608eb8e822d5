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
from differences import FORMS, bytes_in, everything, failing_on, judged_at_site, nothing, small, text_in, vendors
from msgspec import structs

from dcsgen.base.change import Verdict
from dcsgen.base.site import Answer
from dcsgen.builtin.change_reporter import _outcome, changelog
from dcsgen.builtin.change_reporter import text as text_report
from dcsgen.builtin.change_reporter._effects import said
from dcsgen.builtin.change_reporter._order import by_area, in_lines
from dcsgen.builtin.change_reporter._page import page
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
    for heading in re.findall(r"<h3>(.*?)</h3>\s*<p class=\"meta\">(\S+)|<li[^>]*>\s*<p>(.*?)</p>", page, re.DOTALL):
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
            message = html.unescape(found[3].partition("<br>")[0]).replace("@\u200b", "@").replace("#\u200b", "#")
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


def test_a_comment_names_what_is_alike_and_says_what_did_not_fit() -> None:
    written = html.unescape(text_in("markdown", vendors()))
    assert len(text_in("markdown", vendors())) < 65_536
    assert Counter(from_markdown(vendors())) <= expected(vendors())
    lines = in_lines(vendors().changes)
    shown = set(re.findall(r"(?m)^\| ([0-9.]+) \|", written))
    said = [line for line in lines if line.number in shown]
    likes = {line.number: line for line in lines if line.like in shown}
    assert likes
    for number in {line.like for line in likes.values()}:
        names = [line.name for line in likes.values() if line.like == number]
        assert f"and {len(names)} alike: {', '.join(names)} |" in written
    inside = [line for line in lines if line.number.partition(".")[0] in likes]
    lost = len(lines) - len(said) - len(inside)
    assert (f"\n{lost} more would not fit into a comment.\n" in written) is bool(lost)


def test_the_text_has_every_cause_or_names_it_beside_one_that_is_alike() -> None:
    text = text_in("text", vendors())
    for _, groups in by_area(vendors().changes):
        for group in groups:
            assert all(one.message in text for one in group.first.judgements)
            others = len(group.names) - 1
            serious = group.first.verdict in (Verdict.BREAKING, Verdict.RISKY)
            names = group.names[1:] if serious else group.names[1 : text_report.FEW + 1]
            more = "" if len(names) == others else f" and {others - len(names)} more"
            assert not others or f"and {others} alike: {', '.join(names)}{more}\n" in text


def test_the_draft_of_the_history_has_every_cause() -> None:
    causes = {one.message: change.change for change in vendors().changes for one in change.judgements}
    draft = squeezed(re.sub(r"\\(.)", r"\1", text_in("changelog", vendors())))
    for message, change in causes.items():
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


def text_of(name: str, difference: Difference) -> str:
    """The words of a form, whatever it is, without space between them."""
    if name == "xlsx":
        from openpyxl import load_workbook

        book = load_workbook(BytesIO(bytes_in("xlsx", difference)))
        words = "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    elif name == "pdf":
        words = re.sub(r"<[^>]*>", "", page(difference, "paper.html", 16))
    else:
        words = re.sub(r"<[^>]*>", "", text_in(name, difference))
    return squeezed(html.unescape(words).replace("\\", ""))


@pytest.mark.parametrize("name", [name for name in FORMS if name != "changelog"])
def test_every_form_says_whom_it_affects_and_what_is_let_through(name: str, tmp_path: Path) -> None:
    difference = judged_at_site(tmp_path)
    words = text_of(name, difference)
    effects = [effect for one in difference.changes for effect in one.effects]
    assert {effect.answer for effect in effects} == set(Answer)
    for judged in difference.changes:
        if name == "json":
            assert all(squeezed(effect.reason) in words for effect in judged.effects)
        else:
            assert all(squeezed(f"{one.who}: {one.reason}").lower() in words.lower() for one in said(judged))
    (let,) = {one.let_through for _, one in everything(difference.changes) if one.accepted}
    assert let == "It was never more than a hint. (Jane, until 2031-12-31)"
    told = ("Jane", "2031-12-31") if name == "json" else (let,)
    assert all(squeezed(word) in words for word in ("It was never more than a hint.", *told))
    (finding,) = difference.findings
    assert finding.code == "X023"
    assert squeezed(finding.message) in words


@pytest.mark.parametrize("name", ["text", "json", "html", "pdf", "markdown", "xlsx"])
def test_forms_show_the_witness_and_the_script_that_acts_it_out(name: str, tmp_path: Path) -> None:
    difference = judged_at_site(tmp_path)
    (judged,) = [one for one in difference.changes if one.witness]
    script = f"C101-{judged.change.fingerprint}.py"
    words = text_of(name, structs.replace(difference, proven=True, scripts=("C102-0.py", script)))
    assert judged.witness is not None
    assert len(judged.witness.lines) > 2
    assert all(squeezed(line) in words for line in judged.witness.lines)
    assert name in ("text", "json") or script in words


@pytest.mark.parametrize("name", ["text", "html", "pdf", "markdown", "xlsx"])
def test_forms_for_people_begin_with_the_outcome(name: str, tmp_path: Path) -> None:
    difference = judged_at_site(tmp_path)
    words = text_of(name, difference)
    assert squeezed(_outcome.result(difference)) in words
    for peer in _outcome.peers(difference):
        assert squeezed(peer.name) in words
    if name != "text":
        assert squeezed("At St. Anna, it affects Scanner in Planning; it may affect Workstation") in words


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
