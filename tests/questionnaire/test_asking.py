"""Questions about what descriptions do not state."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheets import files

from dcsgen import api
from dcsgen.ask import Wanted, questions_about
from dcsgen.ask.places import asked_at, record_in_words
from dcsgen.base.finding import dotted, undotted
from dcsgen.base.interaction import Side
from dcsgen.base.question import Questionnaire, question_id

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAIN = api.open_host(vendors=False)


def asked(*words: Path, side: Side | None = None) -> Questionnaire:
    read = [api.read_side(str(word), PLAIN) for word in words]
    return api.questionnaire(read[0], read[1] if len(read) > 1 else None, PLAIN, side=side)


def test_of_one_product_it_asks_for_what_its_layout_misses(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    questions = asked(scanner).questions
    (graded,) = api.graded(scanner, layouts=["ps3.2-annex-n"], host=PLAIN)
    missing = {path for section in graded.sections for path in section.paths}
    capability = api.load(scanner, PLAIN).capability
    assert capability is not None
    asked_for = {key for path in missing for key in asked_at(path, capability)}
    assert {question.path for question in questions} == asked_for
    assert ("configuration", "local", "SENDER", "ae_title") in asked_for
    assert [question.number for question in questions] == list(range(1, len(questions) + 1))
    pdu = next(question for question in questions if question.key.endswith("max_pdu_received"))
    assert pdu.about == 'Application Entity "SENDER"'
    assert pdu.text == "Largest PDU that is received, in bytes; 0 is unlimited."
    assert (pdu.takes, pdu.example, pdu.clause) == ("a whole number from 0 to 4294967295", "16384", "PS3.8 D.1")
    assert pdu.why == ("Section 7.2.1.2 Association Parameters asks for it.",)


def test_a_missing_record_is_asked_for_key_by_key(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    limit = next(one for one in asked(scanner).questions if "as_initiator" in one.path)
    assert limit.text == "Associations that it initiates. How many at a time, or “unlimited”."
    assert limit.takes == 'a whole number from 1 on or "unlimited"'


def test_of_a_record_that_is_missing_it_asks_for_what_matters_to_peers(tmp_path: Path) -> None:
    capability = api.load(files(tmp_path)[0], PLAIN).capability
    assert capability is not None
    key = ("services", "send", "keys", "PatientID")
    assert list(asked_at(key, capability)) == [(*key, "matching"), (*key, "returned")]
    written = ("iods", "x", "modules", "Patient", "attributes", "PatientID")
    assert list(asked_at(written, capability)) == [(*written, "presence"), (*written, "values")]
    assert list(asked_at(("services", "send", "keys"), capability)) == [("services", "send", "keys")]


def test_what_a_stated_record_leaves_open_is_one_question(tmp_path: Path) -> None:
    capability = api.load(files(tmp_path)[0], PLAIN).capability
    assert capability is not None
    wanted = [Wanted(Side.A, ("services", "send"), "what it writes into objects")]
    (question,) = questions_about(wanted, {Side.A: capability})
    assert question.text == "Please state what it writes into objects."
    assert (question.takes, question.example) == ("text", "")


def test_of_two_products_it_asks_for_what_decides_most(tmp_path: Path) -> None:
    found = asked(*files(tmp_path))
    tls, title = found.questions[:2]
    assert found.title == "Questions about SCANNER 2 and KEEPER 1"
    assert (title.key, title.side, title.decides) == ("configuration.local.SENDER.ae_title", Side.A, 0)
    assert title.text.startswith("Please state the AE Title of SENDER.")
    assert title.why[0].startswith("It would say more about this: CT Image Storage from SCANNER to KEEPER")
    assert tls.why[0] == (
        "It cannot be told whether this works: CT Image Storage from SCANNER to KEEPER; "
        "RT Plan Storage from SCANNER to KEEPER."
    )
    assert (tls.path, tls.decides) == (("security", "secure_transport"), 2)
    assert [one.decides for one in found.questions] == sorted((one.decides for one in found.questions), reverse=True)
    for side in Side:
        only = [one.id for one in found.questions if one.side is side]
        assert [one.id for one in asked(*files(tmp_path), side=side).questions] == only


def test_a_fact_decides_only_where_it_leaves_the_answer_open() -> None:
    found = asked(EXAMPLES / "modality" / "modality.yaml", EXAMPLES / "orthanc" / "orthanc-1.10.1.yaml")
    keys, character_sets = found.questions[:2]
    assert (keys.key, keys.decides) == ("services.worklist-provider.keys", 1)
    assert keys.why[0].startswith("It cannot be told whether this works: Modality Worklist")
    assert (character_sets.key, character_sets.decides) == ("character_sets.supported", 0)
    assert character_sets.why[0].startswith("It would say more about this: Modality Worklist")


def test_an_id_stays_whatever_else_is_asked(tmp_path: Path) -> None:
    scanner, keeper = files(tmp_path)
    alone = {question.key: question.id for question in asked(scanner).questions}
    together = {question.key: question.id for question in asked(scanner, keeper).questions}
    assert together["security.secure_transport"] == question_id(Side.A, ("security", "secure_transport"))
    assert all(alone.get(key, one) == one for key, one in together.items())
    assert question_id(Side.A, ("a",)) != question_id(Side.B, ("a",))


@pytest.mark.parametrize(
    "path",
    [
        ("services", "a.b", "sop_classes", 0),
        ("iods", "x", "modules", "General Study", "attributes", "A.B.C", "presence"),
        ("communication", "stacks", "TCP/IP"),
        ("private_attributes", "(0009,xx10)"),
        ("web_services", "w", "transactions", "t", "response_media_types", 'multipart/related; type="application/xml"'),
    ],
)
def test_a_path_is_found_again_from_its_dotted_form(path: tuple[str | int, ...]) -> None:
    assert undotted(dotted(path)) == path


def test_words_say_which_records_a_path_leads_through(tmp_path: Path) -> None:
    scanner, _ = files(tmp_path)
    capability = api.load(scanner, PLAIN).capability
    assert capability is not None
    path = ("services", "send", "keys", "PatientID", "matching")
    assert record_in_words(path, capability) == 'Service "send" (Sending), query key "PatientID"'
    assert record_in_words(("character_sets", "supported"), capability) == "Character sets"
