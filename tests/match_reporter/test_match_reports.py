"""Every form of the report about a match: it answers first, says all of it, and the same match gives the same bytes."""

from __future__ import annotations

import html
import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from match_reports import FORMS, ROOT, acquisition, bytes_in, nothing, planning, text_in, turned
from msgspec import structs
from openpyxl import load_workbook

from dcsgen.base.interaction import Missing, Outcome, Side
from dcsgen.builtin.match_reporter._lines import conditions, lines, questions
from dcsgen.builtin.match_reporter._sentences import VERIFICATION
from dcsgen.plugin import Match
from matched import interaction, reason, small

GOLDEN = Path(__file__).parent / "golden"
PINNED = {"small.txt": "text", "small.md": "markdown"}


def words(page: str) -> str:
    """The text of a page, in one line."""
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", re.sub("<style>.*?</style>", "", page, flags=re.S))).split())


def sheets(match: Match) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(BytesIO(bytes_in("xlsx", match)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_there_are_six_forms() -> None:
    assert set(FORMS) == {"html", "json", "markdown", "pdf", "text", "xlsx"}


@pytest.mark.parametrize("name", sorted(PINNED))
def test_it_reads_like_this(name: str, request: pytest.FixtureRequest) -> None:
    actual = text_in(PINNED[name], small())
    if request.config.getoption("--update"):
        (GOLDEN / name).write_text(actual, encoding="utf-8")
    assert actual == (GOLDEN / name).read_text("utf-8")


def test_no_golden_file_is_an_orphan() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == set(PINNED)


@pytest.mark.parametrize("match", [small(), planning(), acquisition()], ids=["small", "planning", "acquisition"])
def test_the_json_is_of_the_published_form(match: Match) -> None:
    schema = json.loads((ROOT / "schemas" / "match.schema.json").read_text("utf-8"))
    written = json.loads(text_in("json", match))
    Draft202012Validator(schema).validate(written)
    assert written["counts"] == {str(outcome): match.count(outcome) for outcome in Outcome}
    assert len(written["interactions"]) == len(match.interactions)
    used = {reason["code"] for one in written["interactions"] for reason in one.get("reasons", ())}
    assert used <= {rule["code"] for rule in written["rules"]}


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_every_answer_is_a_sentence(name: str) -> None:
    for match in (planning(), acquisition()):
        # In Markdown, what could be markup is written otherwise; a space without width keeps names apart.
        said = words(text_in(name, match)).replace("\u200b", "")
        assert all(line.sentence in said for line in lines(match))
        assert sum(len(line.members) for line in lines(match)) == len(match.interactions)


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_what_fails_comes_first(name: str) -> None:
    said = words(text_in(name, small()))
    order = [said.index(line.sentence.partition(":")[0]) for line in lines(small())]
    assert order == sorted(order)
    assert [line.outcome for line in lines(small())][:3] == [Outcome.FAILS, Outcome.CANNOT_TELL, Outcome.LOSS]
    assert lines(small())[-1].first.service_class == "Verification"


def test_what_comes_to_the_same_is_one_line() -> None:
    by_sentence = {line.sentence: line for line in lines(small())}
    images = by_sentence["PLANNER can send CT Image and MR Image to TREATER"]
    assert images.names == ("CT Image Storage", "MR Image Storage")
    trial = by_sentence["PLANNER can verify the connection to TREATER"]
    assert trial.pairs == ("SEND → RECEIVE", "SEND → QUERY")


def test_the_sentence_tells_the_outcome() -> None:
    said = [line.sentence for line in lines(small())]
    assert (
        said[0] == "TREATER cannot send RT Beams Treatment Record to PLANNER: TREATER proposes <b>only</b> JPEG | =1+1"
    )
    assert said[1].startswith("Whether PLANNER can send RT Structure Set to TREATER cannot be told: ")
    assert said[2] == (
        "PLANNER can send RT Plan to TREATER, with loss: TREATER ignores 4 Attributes that PLANNER sends"
    )


def test_the_page_says_all_of_it() -> None:
    match = small()
    said = words(text_in("html", match))
    for one in match.interactions:
        for why in one.reasons:
            assert why.message in said
            assert all(str(source.place) in said for source in why.sources)
            assert all(remedy.change in said for remedy in why.remedies)
    assert all(one.what in said for one in conditions(match))
    assert all(one.missing.what in said and one.vendor in said for one in questions(match))
    assert all(rule.why in said for rule in match.rules)
    assert "RT Dose" in said
    assert "failed: KeyError: 1" in said


def test_the_page_has_nothing_of_others_in_it() -> None:
    page = text_in("html", small())
    assert "<b>only</b>" not in page
    assert "<script" not in page
    assert not re.search(r"(src|href)=\"?https?:", page)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_markdown_marks_nothing_up_that_others_say() -> None:
    assert "<b>" not in text_in("markdown", small())


def test_a_comment_is_not_too_long() -> None:
    match = small()
    many = tuple(
        structs.replace(match.interactions[0], name=f"Storage {at}", service_class=f"Service {at}") for at in range(900)
    )
    text = text_in("markdown", structs.replace(match, interactions=many))
    assert len(text) < 65_536
    assert "would not fit into a comment" in text
    assert text.count("<details>") == text.count("</details>")


def test_the_workbook_has_a_sheet_for_each_question() -> None:
    found = sheets(small())
    assert list(found) == [
        "Answers",
        "Workflows",
        "Set up",
        "Not stated",
        "No counterpart",
        "Interactions",
        "Reasons",
        "About",
    ]
    assert [row[2] for row in found["Answers"][1:]] == [f"{line.sentence}." for line in lines(small())]
    assert len(found["Interactions"]) - 1 == len(small().interactions)
    assert len(found["Reasons"]) - 1 == sum(len(one.reasons) for one in small().interactions)
    assert found["Set up"][1][0] == "enter the AE Title of PLANNER at TREATER"
    assert found["Not stated"][1][5] == "Company B"
    assert found["Interactions"][1][9:12] == (
        "Explicit VR Little Endian\nImplicit VR Little Endian",
        "Implicit VR Little Endian",
        "Implicit VR Little Endian",
    )
    book = load_workbook(BytesIO(bytes_in("xlsx", small())))
    assert {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_products_of_one_name_have_columns_of_their_own() -> None:
    match = small()
    twins = structs.replace(match, b=structs.replace(match.b, name=match.a.name))
    head = sheets(twins)["Reasons"][0]
    assert head[8:10] == ("Said by PLANNER (A)", "Said by PLANNER (B)")
    assert len(head) == len(set(head))


@pytest.mark.parametrize("name", ["html", "json", "markdown", "text", "xlsx"])
def test_the_same_match_gives_the_same_bytes(name: str) -> None:
    assert FORMS[name].write(small(), False) == FORMS[name].write(small(), False)


def test_the_pdf_carries_the_match() -> None:
    import pikepdf

    written = bytes_in("pdf", small())
    assert written == bytes_in("pdf", small())
    with pikepdf.open(BytesIO(written)) as pdf:
        assert json.loads(pdf.attachments["match.json"].get_file().read_bytes())["a"]["name"] == "PLANNER"
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[:3] == ["Answers", "Who talks to whom", "Workflows"]


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_nothing_in_common_is_said(name: str) -> None:
    match = nothing(small())
    stated = structs.replace(match, b=structs.replace(match.b, draft=False))
    assert "No service of one has a counterpart in the other one" in words(text_in(name, stated))
    said = words(text_in(name, match))
    assert "which is no answer. TREATER is a draft: what is not said there may still be there." in said


@pytest.mark.parametrize("name", sorted(FORMS))
def test_nothing_in_common_can_be_written(name: str) -> None:
    assert FORMS[name].write(nothing(small()), False)


def test_counts_are_read_as_sentences() -> None:
    assert "Of 7 interactions that both have services for, 7 work." in text_in("text", turned(small(), Outcome.WORKS))
    one = structs.replace(small(), interactions=small().interactions[4:5])
    assert "The one interaction that both have services for fails." in text_in("text", one)


def test_what_a_draft_does_not_say_is_no_no() -> None:
    match = small()
    unmet = tuple(structs.replace(one, outcome=Outcome.CANNOT_TELL) for one in match.unmet)
    said = text_in("text", structs.replace(match, unmet=unmet))
    assert "whether TREATER has a counterpart is not stated" in said
    assert match.product(Side.B).draft
    assert "A draft: what it does not say may still be there." in words(text_in("html", match))


def test_what_differs_in_application_entities_only_is_one_line() -> None:
    told = {name: reason(Outcome.FAILS, f"{name} of TREATER does not answer") for name in ("RECEIVE", "QUERY")}
    trials = [
        interaction("Verification", (said,), outcome=Outcome.FAILS, entities=("SEND", name), service_class=VERIFICATION)
        for name, said in told.items()
    ]
    (line,) = lines(structs.replace(small(), interactions=tuple(trials)))
    assert line.pairs == ("SEND → RECEIVE", "SEND → QUERY")
    assert line.sentence.endswith(": RECEIVE of TREATER does not answer; likewise for the others")


def test_what_is_needed_to_try_the_connection_only_comes_last() -> None:
    needed = reason(Outcome.WORKS, "x", condition="enter a peer")
    trial = reason(Outcome.WORKS, "x", condition="enter a trial")
    both = (interaction("Verification", (trial,), service_class=VERIFICATION), interaction("CT", (needed,)))
    match = structs.replace(small(), interactions=both)
    assert [(one.what, one.trial) for one in conditions(match)] == [("enter a peer", False), ("enter a trial", True)]
    assert "and 1 more to try the connection; other forms have them" in text_in("text", match)
    assert "enter a trial" in text_in("html", match)


def test_one_key_is_asked_for_once() -> None:
    path = ("security", "secure_transport")
    missing = tuple(Missing(side=Side.B, path=path, what=f"whether {name} has TLS") for name in ("ONE", "TWO"))
    told = reason(Outcome.CANNOT_TELL, "x", missing=missing)
    match = structs.replace(small(), interactions=(interaction("CT", (told,), outcome=Outcome.CANNOT_TELL),))
    (question,) = questions(match)
    assert question.what == "whether ONE has TLS; the same of 1 more"


def test_a_terminal_gets_lines_that_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    painted = FORMS["text"].write(small(), True)
    assert isinstance(painted, str)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", painted)
    assert max(map(len, plain.splitlines())) <= 75
    assert words(plain) == words(text_in("text", small()))
    assert "\x1b[" in painted


def test_remarks_part_no_lines() -> None:
    remark = reason(Outcome.WORKS, "TREATER has a limit for CT", "M128")
    both = (interaction("CT Image Storage", (remark,)), interaction("MR Image Storage"))
    (line,) = lines(structs.replace(small(), interactions=both))
    assert line.names == ("CT Image Storage", "MR Image Storage")
    assert [sort.told for sort in line.sorts] == ["TREATER has a limit for CT"]
