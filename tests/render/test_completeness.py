"""How complete a description is for a layout: grades of sections, and missing keys in the order of the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.__main__ import main

LEAST = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2024-01-31}
application_entities:
  STORE: {function: Keeps plans., association: {max_pdu_received: 16384}}
services:
  storage:
    application_entity: STORE
    sop_classes: [RTPlanStorage, Verification]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "least.yaml"
    file.write_text(LEAST, encoding="utf-8")
    return file


def sections(file: Path, layout: str) -> dict[str, api.SectionGrade]:
    (found,) = api.graded(file, layouts=[layout], host=api.open_host(vendors=False))
    return {section.number: section for section in found.sections}


def test_annex_n_knows_what_applies_and_what_is_missing(file: Path) -> None:
    graded = sections(file, "ps3.2-annex-n")

    assert graded["5.2.1"].grade is api.Grade.NOT_APPLICABLE
    assert graded["5.2.5.1"].grade is api.Grade.NOT_APPLICABLE
    assert graded["5.2.5.2"].missing == ("services.storage.behaviour", "services.storage.statuses")
    assert graded["5.2.5.2"].grade is api.Grade.MISSING
    assert graded["4.1.1"].grade is api.Grade.COMPLETE
    assert graded["7.2.1.2"].grade is api.Grade.PARTIAL
    assert "application_entities.STORE.association.max_pdu_received" not in graded["7.2.1.2"].missing
    assert "application_entities.STORE.association.asynchronous_window" in graded["7.2.1.2"].missing


def test_what_is_stated_is_not_missing(file: Path) -> None:
    more = LEAST + "    behaviour: All is kept.\n    status_table: codes\ncharacter_sets: {supported: none}\n"
    more += "status_tables:\n  codes:\n    title: Codes\n    service: C-STORE\n"
    more += "    statuses: {'0000': {class: success, meaning: Success}}\n"
    before = sections(file, "ps3.2-annex-n")
    file.write_text(more, encoding="utf-8")
    after = sections(file, "ps3.2-annex-n")

    assert before["1.7"].missing == ("character_sets.supported",)
    assert after["1.7"].grade is api.Grade.COMPLETE
    assert after["5.2.5.2"].grade is api.Grade.COMPLETE


def test_annex_a_names_the_keys_of_its_annexes(file: Path) -> None:
    asked = sections(file, "ps3.2-annex-a")

    assert (asked["8.4"].grade, asked["8.4"].missing) == (api.Grade.MISSING, ("grayscale.gsdf",))
    assert asked["8.1.4"].missing == ("services.storage.coercion",)
    assert asked["8.3.1"].missing == ("context_groups",)


@pytest.mark.parametrize(("layout", "number"), [("ps3.2-annex-a", "4.4.1.1"), ("tr62266", "A.6.1.1")])
def test_who_is_on_the_web_alone_lacks_no_ae_title(file: Path, layout: str, number: str) -> None:
    assert sections(file, layout)[number].missing == ("configuration.local",)
    web = LEAST.split("services:")[0] + "web_services:\n  studies:\n    application_entity: STORE\n"
    web += "    service: Studies\n    role: origin_server\n    base_uri: https://HOST/dicomweb\n"
    web += "    transactions: {retrieve: {}}\n"
    file.write_text(web, encoding="utf-8")
    found = sections(file, layout)[number]

    assert (found.grade, found.missing) == (api.Grade.COMPLETE, ())


def test_a_section_without_its_only_key_is_missing(file: Path) -> None:
    more = LEAST + "media:\n  disc:\n    application_entity: STORE\n    profile: STD-GEN-CD\n    roles: [FSR]\n"
    file.write_text(more, encoding="utf-8")
    feature = sections(file, "ps3.2-annex-n")["8.7.1"]

    assert (feature.grade, feature.missing) == (api.Grade.MISSING, ("security.media_features",))


def test_check_says_it_on_standard_output_after_the_findings(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(file), "--layout", "ps3.2-annex-n", "--no-plugins"])
    said = capsys.readouterr().out

    grade = said.index("least.yaml: layout ps3.2-annex-n: ")
    keys = [said.index(f"\n    {key}\n", grade) for key in ("product.description", "document.history")]
    assert keys == sorted(keys)
    assert "sections complete" in said[grade:]


def test_a_report_for_machines_stays_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(file), "--layout", "overview", "--output", "json", "--no-plugins"])
    said = capsys.readouterr()

    assert said.out.rstrip().endswith("}")
    assert "layout overview: " in said.err


def test_an_unknown_layout_is_a_sentence_and_told_before_anything_is_done(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(LEAST.replace('revision: "1"', "revision: 1"), encoding="utf-8")
    before = file.read_bytes()
    code = main(["check", str(file), "--fix", "--layout", "ps3.2-annex-m", "--no-plugins"])
    said = capsys.readouterr()

    assert (code, said.out) == (2, "")
    assert 'there is no layout "ps3.2-annex-m"' in said.err
    assert file.read_bytes() == before


def test_titles_of_the_grade_are_in_the_language_that_is_asked_for(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(file), "--layout", "ps3.2-annex-a", "--language", "de", "--no-plugins"])
    assert "8.3.1 Kontextgruppen is missing" in capsys.readouterr().out
    code = main(["check", str(file), "--layout", "ps3.2-annex-a", "--language", "deu", "--no-plugins"])
    assert (code, capsys.readouterr().err) == (
        2,
        'dcsgen: error: layouts have no words in the language "deu": did you mean "de"?\n',
    )
    assert main(["check", str(file), "--language", "de", "--no-plugins"]) == 2


def test_build_tells_the_grade_and_prints_paths_alone(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", str(file), "--format", "html", "--out", str(tmp_path), "--no-plugins"])
    said = capsys.readouterr()

    assert said.out == f"{tmp_path / 'least.html'}\n"
    assert "layout ps3.2-annex-n: " in said.err.splitlines()[-1]
