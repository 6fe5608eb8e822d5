"""What reports say: golden texts of examples, and that every form says the same, harms nobody and praises nobody."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from assessments import ROOT, of_examples, small
from jsonschema import Draft202012Validator
from msgspec import structs
from openpyxl import load_workbook

from dcsgen.base import schema as schemas
from dcsgen.base.requirement import Fulfilment
from dcsgen.builtin import collected
from dcsgen.builtin.assess_reporter import _saying
from dcsgen.plugin import Assessment, AssessReporter, Score

GOLDEN = Path(__file__).with_name("golden")
FORMS: dict[str, AssessReporter] = {form.name: form for form in collected("assess_reporter", "REPORTER")}

EXAMPLES = {
    "archives": ("image-archive-dicomweb", "archive", "dcmqrscp", "dicomweb-server"),
    "department": ("radiotherapy-department", "archive", "dcmqrscp"),
    "planning": ("radiotherapy-planning", "planning"),
    "scanner": ("modality-worklist", "modality"),
    "actor": ("ihe-brto-ii-dosimetric-planner", "planning"),
}

PRAISE = re.compile(r"\b(winner|best product|recommend\w*|excellent|superior|inferior|better|worse|good|bad)\b", re.I)


def text_in(form: str, assessment: Assessment) -> str:
    text = FORMS[form].write(assessment, False)
    assert isinstance(text, str)
    return text


def stable(text: str) -> str:
    """A report without what changes with every word of an example, or with every version."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "<digest>", text).replace(f"{ROOT}/", "")
    return re.sub(r"^  (Made by|Plug-ins|Data of the DICOM Standard).*\n", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_is_as_before(name: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}.txt"
    found = stable(text_in("text", of_examples(*EXAMPLES[name])))
    if request.config.getoption("--update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), "write it with pytest --update and read it"


def test_no_golden_report_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == set(EXAMPLES)


@pytest.mark.parametrize("form", ["text", "html", "json"])
@pytest.mark.parametrize("name", ["archives", "planning"])
def test_reports_are_neutral(form: str, name: str) -> None:
    text = text_in(form, of_examples(*EXAMPLES[name]))
    assert [found[0] for found in PRAISE.finditer(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))] == []


def test_reports_open_with_the_answer(tmp_path: Path) -> None:
    assessment = small(tmp_path)
    answers = [_saying.answer(assessment, index) for index in range(2)]
    assert text_in("text", assessment).splitlines()[2:4] == answers
    page = text_in("html", assessment)
    places = [page.index(text) for text in (*answers, "Side by side", ">Reasons<", ">Protocol<")]
    assert places == sorted(places)


def test_products_of_one_name_are_told_apart(tmp_path: Path) -> None:
    assessment = small(tmp_path)
    (first, *others) = assessment.products
    twice = structs.replace(
        assessment, products=(first, *(structs.replace(one, product=first.product) for one in others))
    )
    lines = text_in("text", twice).splitlines()
    assert lines[2].startswith(f"{first.product} (A) ")
    assert lines[3].startswith(f"{first.product} (B) ")


def test_the_page_harms_nobody(tmp_path: Path) -> None:
    page = text_in("html", small(tmp_path))
    assert "<script" not in page
    assert "It is &lt;b&gt;short&lt;/b&gt;." in page
    assert "Needs &lt;the&gt; licence." in page
    assert "Content-Security-Policy" in page


def test_every_form_names_each_answer_with_a_shape(tmp_path: Path) -> None:
    assert len(set(_saying.SIGNS.values())) == len(Fulfilment)
    page = text_in("html", small(tmp_path))
    for sign, word in (("▲", "met with conditions"), ("○", "not stated"), ("■", "not met"), ("●", "met")):
        assert f'<span class="sign">{sign}</span> {word}</span>' in page
    assert "▲ conditions" in text_in("text", small(tmp_path))


def test_a_table_of_many_products_has_signs_and_explains_them(tmp_path: Path) -> None:
    assessment = small(tmp_path)
    lines = tuple(structs.replace(line, answers=line.answers * 4) for line in assessment.lines)
    text = text_in("text", structs.replace(assessment, products=assessment.products * 4, lines=lines))
    assert re.search(r"^store .* ▲  ■  ▲  ■  ▲  ■  ▲  ■$", text, re.MULTILINE)
    assert "\n● met, ▲ met with conditions, ○ not stated, ■ not met\n" in text


def test_only_differences(tmp_path: Path) -> None:
    assessment = small(tmp_path, only_differences=True)
    same = structs.replace(
        assessment, lines=tuple(structs.replace(line, answers=line.answers[:1] * 2) for line in assessment.lines)
    )
    mixed = structs.replace(assessment, lines=(assessment.lines[0], *same.lines[1:]))
    assert [line["requirement"]["name"] for line in json.loads(text_in("json", mixed))["lines"]] == ["store"]
    assert "2 more in which the products do not differ" in text_in("text", mixed)
    assert "2 more requirements, in which the products do not differ, are left out here" in text_in("html", mixed)


def test_json_is_of_its_schema(tmp_path: Path) -> None:
    for assessment in (small(tmp_path), of_examples(*EXAMPLES["archives"])):
        data = json.loads(text_in("json", assessment))
        Draft202012Validator(schemas.load("assessment")).validate(data)
        assert data["schema"] == 1
        assert data["fails"] is True
    assert data["products"][1]["score"] == {"least": 1.0, "most": 10.0, "possible": 13.0}


def test_the_workbook_has_the_answers_and_no_formulas(tmp_path: Path) -> None:
    data = FORMS["xlsx"].write(small(tmp_path), False)
    assert isinstance(data, bytes)
    assert data == FORMS["xlsx"].write(small(tmp_path), False)
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == ["Answer", "Side by side", "Reasons", "Protocol"]
    first = [row[0] for row in book["Answer"].iter_rows(values_only=True)]
    assert first[1] == _saying.answer(small(tmp_path), 0)
    head, *rows = book["Side by side"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["A FULL 2.0"], row["B BARE 1.0"]) for row in found] == [
        ("▲ met with conditions", "■ not met"),
        ("● met", "○ not stated"),
        ("● met", "■ not met"),
    ]
    assert found[0]["A FULL 2.0: conditions"] == "Needs <the> licence."
    assert found[2]["Purpose"] == "Nobody waits, =1+1."
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)


def test_the_date_is_what_the_user_gives(tmp_path: Path) -> None:
    from datetime import date

    assert "Date: not given" in text_in("text", small(tmp_path))
    assert "Date: 2031-03-31" in text_in("text", small(tmp_path, day=date(2031, 3, 31)))


def test_what_is_not_verified_is_told_with_the_answer(tmp_path: Path) -> None:
    told = "1 of the 3 requirements rests on facts that were not seen in the document that they are from"
    for form in ("text", "html"):
        assert told in text_in(form, small(tmp_path))


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (Score(least=0, most=0, possible=0), "none"),
        (Score(least=2, most=2, possible=8), "2 of 8 points (25 %)"),
        (Score(least=1.5, most=3, possible=3), "1.5 to 3 of 3 points (50 to 100 %)"),
    ],
)
def test_a_score_is_an_interval(score: Score, told: str) -> None:
    assert _saying.points(score) == told


def test_letters_of_many_products() -> None:
    assert [_saying.letter(index) for index in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


@pytest.mark.slow
def test_the_paper_carries_the_data(tmp_path: Path) -> None:
    import pikepdf

    assessment = small(tmp_path)
    data = FORMS["pdf"].write(assessment, False)
    assert isinstance(data, bytes)
    with pikepdf.open(BytesIO(data)) as pdf:
        (name,) = pdf.attachments
        attached = pdf.attachments[name].get_file().read_bytes()
    assert name == "assessment.json"
    assert json.loads(attached)["products"][0]["product"] == "FULL 2.0"
    assert data == FORMS["pdf"].write(assessment, False)
