"""Questionnaires that go out and come back: nothing that was answered is asked again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets import ROOT, SCANNER, files, filled

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.finding import dotted
from dcsgen.base.interaction import Side
from dcsgen.base.question import Answer, Questionnaire, question_id
from dcsgen.builtin.questionnaire.forms import FORMS, answers_in
from dcsgen.cli.main import main

PLAIN = api.open_host(vendors=False)
TO_FILL = [name for name, form in FORMS.items() if form.read is not None]
ANSWERS = {
    "configuration.local.SENDER.ae_title": "SCAN1",
    "security.secure_transport": '{tls: {profile: B.12, tls_versions: ["1.2"]}}',
}


def asked(a: Path, b: Path | None = None) -> Questionnaire:
    return api.questionnaire(api.read_side(str(a), PLAIN), b and api.read_side(str(b), PLAIN), PLAIN)


def open_keys(a: Path, b: Path) -> set[str]:
    return {question.key for question in asked(a, b).questions}


def answer(path: tuple[str | int, ...], text: str, side: Side = Side.A) -> Answer:
    return Answer(number="7", id=question_id(side, path), key=dotted(path), text=text, where="cell H8")


def overlaid(scanner: Path, *answers: Answer) -> api.Overlay:
    return api.overlay(answers, api.read_side(str(scanner), PLAIN), out=scanner.parent / "draft.yaml")


@pytest.mark.parametrize("name", TO_FILL)
def test_what_was_answered_is_not_asked_again(name: str, tmp_path: Path) -> None:
    scanner, keeper = files(tmp_path)
    sheet = tmp_path / f"sheet{FORMS[name].suffix}"
    sheet.write_bytes(filled(name, FORMS[name].write(asked(scanner, keeper)), ANSWERS))
    words = ["questions", str(scanner), str(keeper), "--no-plugins", "--answers", str(sheet)]
    assert main(words) == 0
    draft = tmp_path / "scanner-answers.yaml"
    loaded = api.read_side(str(draft), PLAIN)
    assert loaded.findings == ()
    match = api.match(loaded, api.read_side(str(keeper), PLAIN), PLAIN)
    lacks = {dotted(fact.path) for one in match.interactions for reason in one.reasons for fact in reason.missing}
    assert lacks.isdisjoint(ANSWERS)
    assert open_keys(draft, keeper).isdisjoint(ANSWERS)
    assert "extends: scanner.yaml" in draft.read_text("utf-8")


@pytest.mark.parametrize("name", TO_FILL)
def test_questions_without_answers_stay_open(name: str, tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    found = asked(scanner)
    sheet = tmp_path / f"sheet{FORMS[name].suffix}"
    sheet.write_bytes(FORMS[name].write(found))
    answers = answers_in(sheet, sheet.read_bytes())
    assert [(one.number, one.id, one.key) for one in answers] == [
        (str(one.number), one.id, one.key) for one in found.questions
    ]
    made = overlaid(scanner, *answers)
    assert (made.answered, made.kept, made.open) == (0, 0, len(answers))


@pytest.mark.parametrize("name", FORMS)
def test_the_same_questions_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    found = asked(*files(tmp_path))
    assert FORMS[name].write(found) == FORMS[name].write(found)


def test_a_number_in_a_cell_is_a_number(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    key = "application_entities.SENDER.association.max_pdu_received"
    data = filled("xlsx", FORMS["xlsx"].write(asked(scanner)), {key: 16384.0})
    made = overlaid(scanner, *answers_in(Path("q.xlsx"), data))
    assert "max_pdu_received: 16384\n" in made.text


def test_words_can_be_chosen_in_the_workbook(tmp_path: Path) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    from dcsgen.ask import Wanted, questions_about

    capability = api.load(files(tmp_path)[0], PLAIN).capability
    assert capability is not None
    wanted = [Wanted(Side.A, ("services", "send", key)) for key in ("role", "title", "initiator")]
    found = Questionnaire(
        tool="t", version="1", products={Side.A: "S"}, questions=questions_about(wanted, {Side.A: capability})
    )
    workbook = load_workbook(BytesIO(FORMS["xlsx"].write(found)))
    choices = workbook["Questions"].data_validations.dataValidation
    assert [(str(one.sqref), one.formula1) for one in choices] == [("G2", "Words!$A$1:$A$3"), ("G4", "Words!$B$1:$B$3")]
    assert [cell.value for cell in workbook["Words"]["A"]] == ["SCU", "SCP", "BOTH"]
    assert workbook["Words"].sheet_state == "hidden"


def test_a_wrong_answer_names_its_question_and_its_cell(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    made = overlaid(
        scanner,
        answer(("application_entities", "SENDER", "association", "max_pdu_received"), "as large as you like"),
        answer(("services", "send", "sop_classes"), "CT Image Storage\nCT Imag Storrage"),
    )
    assert [(one.code, one.message.split(": ")[0]) for one in made.report.findings] == [
        ("Q001", "question 7 (cell H8)"),
        ("Q001", "question 7 (cell H8)"),
    ]
    assert any("did you mean" in one.hint for one in made.report.findings)
    assert (made.answered, made.kept) == (0, 2)
    assert "#   as large as you like" in made.text


def test_a_wrong_answer_does_not_take_others_with_it(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    made = overlaid(
        scanner,
        answer(("services", "send", "max_peers"), "-3"),
        answer(("services", "send", "behaviour"), "It sends."),
    )
    assert (made.answered, made.kept) == (1, 1)
    assert "behaviour: It sends." in made.text


def test_words_about_records_are_kept_for_people(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    made = overlaid(scanner, answer(("configuration", "parameters"), "Time-outs can be set.\nAsk service."))
    (finding,) = made.report.findings
    assert (finding.code, finding.severity) == ("Q002", "warning")
    assert "# Question 7, configuration.parameters, is not in here" in made.text
    assert "#   Time-outs can be set.\n#   Ask service.\n" in made.text


def test_records_are_added_to_those_that_are_there(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    made = overlaid(scanner, answer(("services", "send"), "behaviour: It sends.\nmax_peers: 2"))
    assert (made.answered, made.report.findings) == (1, ())
    (tmp_path / "draft.yaml").write_text(made.text, "utf-8")
    capability = api.load(tmp_path / "draft.yaml", PLAIN).capability
    assert capability is not None
    assert (capability.services["send"].max_peers, len(capability.services["send"].sop_classes)) == (2, 2)


def test_none_is_an_answer(tmp_path: Path) -> None:
    made = overlaid(files(tmp_path)[0], answer(("configuration", "parameters"), "not supported"))
    assert "parameters: none" in made.text


def test_an_older_sheet_is_still_read(tmp_path: Path) -> None:
    scanner, keeper = files(tmp_path)
    data = filled("markdown", FORMS["markdown"].write(asked(scanner, keeper)), ANSWERS)
    text = scanner.read_text("utf-8")
    scanner.write_text(text + "configuration: {local: {SENDER: {ae_title: OTHER}}}\n", "utf-8")
    assert open_keys(scanner, keeper) & set(ANSWERS) == {"security.secure_transport"}
    made = overlaid(scanner, *answers_in(Path("q.md"), data))
    assert (made.answered, made.report.findings) == (2, ())


def test_a_question_that_nobody_asked_is_told(tmp_path: Path) -> None:
    other = answer(("services", "send", "behaviour"), "It sends.")
    wrong = Answer(number="3", id=other.id, key="services.send.option", text="It sends.", where="line 9")
    (finding,) = overlaid(files(tmp_path)[0], wrong).report.findings
    assert finding.code == "Q003"


def test_two_answers_to_one_question_are_told(tmp_path: Path) -> None:
    path = ("services", "send", "behaviour")
    made = overlaid(files(tmp_path)[0], answer(path, "It sends."), answer(path, "It waits."), answer(path, "It sends."))
    assert [one.code for one in made.report.findings] == ["Q004"]
    assert "It sends." in made.text


def test_answers_about_both_products_need_a_word(tmp_path: Path) -> None:
    path = ("services", "send", "behaviour")
    both = (answer(path, "It sends."), answer(path, "It waits.", Side.B))
    with pytest.raises(UsageError, match="--for a or --for b"):
        overlaid(files(tmp_path)[0], *both)


def test_a_draft_about_a_document_holds_all_of_it(tmp_path: Path) -> None:
    scanner, keeper = files(tmp_path)
    document = tmp_path / "scanner.json"
    capability = api.load(scanner, PLAIN).capability
    assert capability is not None
    from dcsgen.model import encode

    document.write_bytes(encode(capability))
    sheet = tmp_path / "sheet.md"
    sheet.write_bytes(filled("markdown", FORMS["markdown"].write(asked(document, keeper)), ANSWERS))
    draft = tmp_path / "elsewhere" / "draft.yaml"
    words = ["questions", str(document), str(keeper), "--no-plugins", "--answers", str(sheet), "-o", str(draft)]
    assert main(words) == 0
    assert "extends" not in draft.read_text("utf-8")
    assert open_keys(draft, keeper).isdisjoint(ANSWERS)


def test_an_answer_about_what_a_plug_in_gives_is_beside_the_rest_of_it(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(ROOT / "examples" / "xyz", tmp_path / "xyz")
    host = api.open_host(folders=[ROOT / "plugins"])
    read = api.read_side(str(tmp_path / "xyz" / "xyz.yaml"), host)
    path = ("iods", "xyz-rt-plan", "modules", "Patient", "remark")
    made = api.overlay([answer(path, "As it is.")], read, out=tmp_path / "xyz" / "draft.yaml")
    (tmp_path / "xyz" / "draft.yaml").write_text(made.text, "utf-8")
    loaded = api.load(tmp_path / "xyz" / "draft.yaml", host)
    assert loaded.capability is not None, loaded.findings
    assert read.capability is not None
    before, after = (one.iods["xyz-rt-plan"].modules for one in (read.capability, loaded.capability))
    assert after["Patient"].remark == "As it is."
    assert {name: one for name, one in after.items() if name != "Patient"} == {
        name: one for name, one in before.items() if name != "Patient"
    }


def test_a_draft_elsewhere_cannot_extend(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    path = ("services", "send", "behaviour")
    with pytest.raises(UsageError, match="write it to"):
        api.overlay(
            [answer(path, "It sends.")], api.read_side(str(scanner), PLAIN), out=tmp_path / "other" / "draft.yaml"
        )


@pytest.mark.parametrize("name", ["q.md", "q.docx", "q.xlsx", "q.txt"])
@pytest.mark.parametrize("data", [b"", b"nothing", b"PK\x03\x04 broken", "# Questions\n".encode("utf-16")])
def test_what_is_no_sheet_is_a_sentence(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableInputError, match=r"q\."):
        answers_in(Path(name), data)


TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "none",
        "yes",
        "no",
        "5",
        "0",
        "SCP",
        "1.5",
        "5 to 6",
        "{a: b}",
        "[a, b]",
        "a\nb",
        "a: b",
        "- a",
        "CT Image Storage",
    ]
)


@cache
def places() -> tuple[tuple[str | int, ...], ...]:
    """The paths of all keys that the records of a description could have, and what is directly in those."""
    found: list[tuple[str | int, ...]] = []

    def walk(node: object, here: schemas.Located, path: tuple[str | int, ...], depth: int) -> None:
        inside = schemas.fitting(here, node if isinstance(node, dict) else {})
        keys = [*inside.schema.get("properties", {}), *(node if isinstance(node, dict) else ())]
        for key in dict.fromkeys(keys):
            below = schemas.child(inside, key)
            if below is not None:
                found.append((*path, key))
                there = node.get(key) if isinstance(node, dict) else None
                if there is not None or depth < 2:
                    walk(there, below, (*path, key), 0 if there is not None else depth + 1)

    walk(yaml.safe_load(SCANNER), schemas.root("description"), (), 0)
    return tuple(path for path in found if path[0] not in ("include", "extends", "dcsgen"))


@given(data=st.data())
@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_answered_the_draft_is_a_description(tmp_path: Path, data: st.DataObject) -> None:
    scanner, _ = files(tmp_path)
    chosen = data.draw(st.lists(st.tuples(st.sampled_from(places()), TEXTS), min_size=1, max_size=4))
    made = overlaid(scanner, *(answer(path, text) for path, text in chosen))
    (tmp_path / "draft.yaml").write_text(made.text, "utf-8")
    loaded = api.load(tmp_path / "draft.yaml", PLAIN)
    assert [one for one in loaded.findings if one.severity == "error"] == []
    assert loaded.capability is not None
