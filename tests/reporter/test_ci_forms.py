"""GitHub annotations, GitLab Code Quality and Markdown for comments."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from reports import FULL, finding, report, reports

from dcsgen.base.finding import Place, Severity
from dcsgen.builtin.reporter import github, gitlab, markdown
from dcsgen.plugin.reporter import Report


def test_github_gets_a_command_for_each_finding() -> None:
    assert github.write(FULL, True).splitlines() == [
        "::error file=parts/product.yaml,line=12,col=5,title=S101 slug-101::"
        'services.a has no "role"%0Ahint: write "role: SCP"',
        "::warning file=parts/product.yaml,line=12,col=5,title=acme/S1 of-acme::"
        'services.a has no "role"%0Ahint: write "role: SCP"',
        '::notice file=parts/product.yaml,line=12,col=5,title=S102 slug-102::services.a has no "role"',
        "::notice file=parts/product.yaml,line=12,col=5,title=accepted error S101 slug-101::"
        'services.a has no "role"%0Aaccepted: the peer needs it%0Ahint: write "role: SCP"',
        '::error title=X001 plugin-not-loaded::services.a has no "role"%0Ahint: write "role: SCP"',
    ]


def test_github_cannot_be_given_other_commands() -> None:
    evil = "100%\r\n::set-output name=x::y"
    written = github.write(report(finding(message=evil, hint=evil, place=Place("a,b:c%.yaml", 1, 1))), False)
    assert written == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=S101 slug-101::"
        "100%25␍␊::set-output name=x::y%0Ahint: 100%25␍␊::set-output name=x::y\n"
    )


@settings(max_examples=40)
@given(made_from=reports())
def test_github_gets_one_line_for_each_finding_whatever_it_holds(made_from: Report) -> None:
    lines = github.write(made_from, False).splitlines()
    assert len(lines) == len(made_from.findings)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_gitlab_gets_an_issue_for_each_finding() -> None:
    issues = json.loads(gitlab.write(FULL, True))
    assert issues[0] == {
        "type": "issue",
        "check_name": "S101 slug-101",
        "description": 'S101: services.a has no "role"',
        "severity": "critical",
        "fingerprint": FULL.findings[0].fingerprint,
        "location": {
            "path": "parts/product.yaml",
            "lines": {"begin": 12},
            "positions": {"begin": {"line": 12, "column": 5}},
        },
        "content": {"body": 'write "role: SCP"'},
    }
    assert [issue["severity"] for issue in issues] == ["critical", "minor", "info", "info", "critical"]
    assert issues[3]["description"].endswith(" (accepted error: the peer needs it)")
    assert issues[4]["location"]["path"] == "parts/product.yaml"
    assert issues[4]["location"]["lines"]["begin"] == 1
    assert "content" not in issues[2]


@settings(max_examples=40)
@given(made_from=reports())
def test_gitlab_gets_what_it_asks_for(made_from: Report) -> None:
    issues = json.loads(gitlab.write(made_from, False))
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["path"]
        assert issue["location"]["lines"]["begin"] >= 1
    # GitLab shows one of several with the same fingerprint.
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_markdown_counts_and_has_a_table_with_the_accepted_folded_away() -> None:
    assert markdown.write(FULL, True) == (
        "<!-- dcsgen check -->\n"
        "### dcsgen: 2 errors, 1 warning, 1 note, 1 accepted in 1 file\n"
        "\n"
        "| severity | finding | place | what |\n"
        "| --- | --- | --- | --- |\n"
        "| error | S101 slug-101 | <code>parts/product.yaml:12:5</code> | "
        'services.a has no "role"<br>*hint:* write "role: SCP" |\n'
        "| warning | acme/S1 of-acme | <code>parts/product.yaml:12:5</code> | "
        'services.a has no "role"<br>*hint:* write "role: SCP" |\n'
        '| note | S102 slug-102 | <code>parts/product.yaml:12:5</code> | services.a has no "role" |\n'
        '| error | X001 plugin-not-loaded |  | services.a has no "role"<br>*hint:* write "role: SCP" |\n'
        "\n"
        "<details><summary>1 accepted</summary>\n"
        "\n"
        "| severity | finding | place | what |\n"
        "| --- | --- | --- | --- |\n"
        "| error | S101 slug-101 | <code>parts/product.yaml:12:5</code> | "
        'services.a has no "role"<br>*hint:* write "role: SCP"<br>*accepted:* the peer needs it |\n'
        "\n"
        "</details>\n"
    )


def test_markdown_says_so_when_there_is_nothing() -> None:
    written = markdown.write(report(files=("a.yaml", "b.yaml")), False)
    assert written == "<!-- dcsgen check -->\n### dcsgen: no findings in 2 files\n"


def test_markdown_calls_nobody_and_marks_nothing_up() -> None:
    evil = "@all fixes #1 | <img src=x> **a** [b](c) `d` ~~e~~ \\| &amp; _f_"
    written = markdown.write(report(finding(message=evil, hint="")), False)
    assert not re.search(r"@\w|#\d+ \||<img|\*\*", written.partition("---\n")[2])
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(written)
    (cell,) = re.findall(r"<td>(@.*)</td>", page)
    assert html.unescape(cell).replace("\u200b", "") == evil
    assert "<img" not in page
    assert "<strong>" not in page


def test_markdown_fits_into_a_comment_and_says_what_does_not() -> None:
    many = report(*(finding(path=f"services.s{number}", message="m" * 100) for number in range(900)))
    written = markdown.write(many, False)
    assert len(written) < 65_536
    shown = written.count("\n| error |")
    assert shown > 100
    assert written.endswith(f"\n{900 - shown} more would not fit into a comment.\n")


@pytest.mark.parametrize("severity", Severity)
def test_markdown_has_a_table_that_is_one(severity: Severity) -> None:
    page = MarkdownIt("commonmark").enable("table").render(markdown.write(report(finding(severity)), False))
    assert page.count("<tr>") == 2
    assert f"<td>{severity}</td>" in page
