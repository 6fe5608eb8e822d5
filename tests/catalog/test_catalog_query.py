"""Questions to a catalogue: what is stated, doubtful, not stated, or left out of a list."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from libraries import PLAN

from dcsgen import api
from dcsgen.api import CatalogAnswer, ImportedFolder, catalog_question, catalog_store
from dcsgen.api.reading_apart import Outcome, Status
from dcsgen.base import schema as schemas
from dcsgen.base.draft import Draft, Evidence, Fact, Method, Origin
from dcsgen.base.errors import UsageError
from dcsgen.builtin.command import _catalog_text
from dcsgen.cli.main import main

Imported = tuple[Path, Path, ImportedFolder]

QUESTION = "which products provide RT Plan Storage as SCP with Deflated"


def answers(answer: CatalogAnswer) -> dict[str, str]:
    return {one.document: one.answer.value for one in answer.provisions}


def test_the_question_of_questions(imported: Imported) -> None:
    answer = api.query_catalog(imported[1], catalog_question(QUESTION))
    assert answers(answer) == {
        "alpha.md": "yes",
        "epsilon.md": "doubtful",
        "gamma.md": "not stated",
        "delta.md": "not stated",
        "zeta.md": "not stated",
        "beta.md": "no",
    }
    assert answer.unread == 1
    whys = {one.document: one.why for one in answer.provisions}
    assert whys["alpha.md"] == ""
    assert whys["beta.md"] == "stated are Implicit VR Little Endian and Explicit VR Little Endian"
    assert whys["gamma.md"] == "its Transfer Syntaxes are not stated, or were not found"
    assert whys["delta.md"] == "it is stated, but not as SCP"
    assert whys["zeta.md"] == "the document does not name it"


def test_an_answer_has_its_places(imported: Imported) -> None:
    yes, *_ = api.query_catalog(imported[1], catalog_question(QUESTION)).provisions
    assert (yes.product, yes.version, yes.application_entity) == ("Alpha", "3.1", "ALPHA-STORE")
    assert [source.where for source in yes.sources] == ["line 11, table 1, row 2", "line 12, table 1, row 3"]


def test_a_yes_has_to_be_sure_enough(imported: Imported) -> None:
    answer = api.query_catalog(imported[1], catalog_question(QUESTION, confidence=1.0))
    found = answers(answer)
    assert found["alpha.md"] == "doubtful"
    assert found["beta.md"] == "doubtful"
    assert "yes" not in found.values()
    assert "no" not in found.values()


def test_what_is_left_open_is_any(imported: Imported) -> None:
    answer = api.query_catalog(imported[1], catalog_question(product="alpha"))
    assert {(one.sop_class.name, one.role) for one in answer.provisions if one.sop_class} == {
        ("RT Plan Storage", "SCP"),
        ("CT Image Storage", "SCU"),
    }


def with_mention(out: Path, folder: Path, document: str, uid: str, code: str) -> Path:
    """A copy of a catalogue in which a document has one more mention."""
    (folder / "catalog.sqlite").write_bytes((out / "catalog.sqlite").read_bytes())
    with sqlite3.connect(folder / "catalog.sqlite") as catalog:
        catalog.execute(
            "INSERT INTO mentions (document, sop_class_uid, code, sentence) "
            "SELECT sha256, ?, ?, 'two places disagree' FROM documents WHERE name = ?",
            (uid, code, document),
        )
    return folder


def test_roles_that_disagree_are_told(imported: Imported, tmp_path: Path) -> None:
    changed = with_mention(imported[1], tmp_path, "alpha.md", PLAN[1], "I005")
    yes, *_ = api.query_catalog(changed, catalog_question(QUESTION)).provisions
    assert (yes.answer.value, yes.why) == ("yes", "two places disagree")


def test_lists_that_disagree_say_no_no(imported: Imported, tmp_path: Path) -> None:
    changed = with_mention(imported[1], tmp_path, "beta.md", "", "I007")
    found = {one.document: one for one in api.query_catalog(changed, catalog_question(QUESTION)).provisions}
    assert found["beta.md"].answer.value == "doubtful"
    assert found["beta.md"].why.endswith("; two places disagree")
    assert found["alpha.md"].answer.value == "yes"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("RT Plan Storage as SCP", "doubtful"),
        ("RT Plan Storage", "doubtful"),
        ("RT Plan Storage as SCU", "not stated"),
        ("Modality Worklist as SCP", "not stated"),
    ],
)
def test_a_group_without_its_members_is_doubtful(tmp_path: Path, question: str, answer: str) -> None:
    group = Fact(
        path=("services", "store-wildcard-scp", "wildcard"),
        value={"application_entity": "STORE", "role": "SCP", "group": "all standard Storage SOP Classes"},
        evidence=(Evidence(line=5, text="It accepts all standard Storage SOP Classes."),),
        method=Method.WILDCARD,
        confidence=0.9,
    )
    product = {"name": "Alpha", "vendor": "not stated", "version": "1"}
    draft = Draft(
        tool="dcsgen",
        version="1",
        origin=Origin(file="a.md", sha256="a", format="markdown"),
        description={"product": product},
        facts=(group,),
    )
    with catalog_store.opened(tmp_path, make=True) as catalog:
        catalog_store.record(catalog, "a", "a.md", "a.draft.yaml", Outcome(Status.READ, draft=draft))
    (found,) = api.query_catalog(tmp_path, catalog_question(question)).provisions
    assert found.answer.value == answer
    if answer == "doubtful":
        assert found.why == "claimed is “all standard Storage SOP Classes”, without naming them"
        assert [source.where for source in found.sources] == ["line 5"]


@pytest.mark.parametrize(
    ("words", "sop_class", "role", "syntax"),
    [
        (QUESTION, "RT Plan Storage", "SCP", "Deflated Explicit VR Little Endian"),
        ("which product uses CT Image Storage?", "CT Image Storage", "SCU", ""),
        ("which products support rt plan as scu", "RT Plan Storage", "SCU", ""),
        ("RTPlanStorage in 1.2.840.10008.1.2.1", "RT Plan Storage", "", "Explicit VR Little Endian"),
        ("1.2.840.10008.1.1", "Verification SOP Class", "", ""),
        ("1.3.6.1.4.1.99999.7 as SCP", "1.3.6.1.4.1.99999.7", "SCP", ""),
        ("", "", "", ""),
    ],
)
def test_words_become_a_question(words: str, sop_class: str, role: str, syntax: str) -> None:
    asked = catalog_question(words)
    assert (asked.sop_class.name if asked.sop_class else "") == sop_class
    assert asked.role == role
    assert (asked.transfer_syntax.name if asked.transfer_syntax else "") == syntax


@pytest.mark.parametrize(
    ("words", "options", "said"),
    [
        ("RT Pln Storage", {}, 'did you mean "RT Plan Storage"'),
        ("CT Image Storage with JPEG", {}, "have that in their names, such as"),
        ("CT Image Storage with 1.2.840.10008.1.1", {}, "is the UID of Verification SOP Class, which is no Transfer"),
        ("", {"role": "client"}, "it is SCU or SCP"),
        ("RT Plan Storage as SCP", {"role": "scu"}, "--role SCU contradicts"),
    ],
)
def test_what_means_nothing_is_told(words: str, options: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        catalog_question(words, **options)


def test_a_product_that_is_not_there(imported: Imported) -> None:
    with pytest.raises(UsageError, match=r'no product like "alpa".*did you mean "Alpha"'):
        api.query_catalog(imported[1], catalog_question(product="alpa"))


def test_a_folder_without_a_catalogue(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dcsgen import DIR -o"):
        api.query_catalog(tmp_path, catalog_question("RT Plan Storage"))


def test_documents_are_listed(imported: Imported) -> None:
    found = {one.name: one for one in api.catalog_documents(imported[1])}
    assert len(found["alpha.md"].files) == 2
    assert found["alpha.md"].services == 2
    assert found["broken.pdf"].status == "unreadable"
    assert found["photo.tiff"].status == "unknown kind"


Run = Callable[..., str]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("NO_COLOR", "1")

    def runner(*words: str) -> str:
        assert main(["catalog", *words]) == 0
        return capfd.readouterr().out

    return runner


def fits(name: str, text: str) -> Any:
    value = json.loads(text)
    Draft202012Validator(schemas.load(name)).validate(value)
    return value


def test_the_command_shows_a_table(run: Run, imported: Imported) -> None:
    out = run("query", str(imported[1]), *QUESTION.split())
    first, _, heads, *lines = out.splitlines()
    assert first == (
        "RT Plan Storage as SCP with Deflated Explicit VR Little Endian: "
        "1 yes, 1 doubtful, 4 not stated, 1 no, 1 could not be read"
    )
    assert heads.split()[:2] == ["ANSWER", "PRODUCT"]
    assert [line.split("  ")[0] for line in lines[:4]] == ["yes", "doubtful", "not stated", "no"]
    assert "alpha.md, line 11, table 1, row 2" in lines[0]
    assert "zeta.md" not in out
    assert "zeta.md" in run("query", str(imported[1]), *QUESTION.split(), "--all")


def test_the_command_writes_json_as_its_schema_says(run: Run, imported: Imported) -> None:
    answer = fits("catalog-answer", run("query", str(imported[1]), "RT", "Plan", "Storage", "--output", "json"))
    assert answer["words"] == "RT Plan Storage"
    assert {one["answer"] for one in answer["provisions"]} == {"yes", "doubtful", "not stated"}
    assert len(fits("catalog-documents", run("list", str(imported[1]), "--output", "json"))) == 9


def test_the_command_writes_csv(run: Run, imported: Imported) -> None:
    rows = list(csv.DictReader(io.StringIO(run("query", str(imported[1]), "--role", "scp", "--output", "csv"))))
    assert {(row["document"], row["answer"]) for row in rows} >= {("alpha.md", "yes"), ("gamma.md", "yes")}
    listed = list(csv.DictReader(io.StringIO(run("list", str(imported[1]), "--output", "csv"))))
    assert {row["status"] for row in listed} == {"read", "unreadable", "unknown kind"}


def test_the_command_lists_documents(run: Run, imported: Imported) -> None:
    out = run("list", str(imported[1]))
    assert out.splitlines()[0].split() == ["DOCUMENT", "STATUS", "PRODUCT", "DATE", "PAGES", "SERVICES", "FILES"]
    assert "broken.pdf: broken.pdf cannot be read" in out


def test_no_cell_is_a_formula(imported: Imported) -> None:
    one, *_ = api.query_catalog(imported[1], catalog_question(QUESTION)).provisions
    import msgspec

    evil = msgspec.structs.replace(one, product="=HYPERLINK(1)")
    (row,) = csv.DictReader(io.StringIO(_catalog_text.csv_of([evil])))
    assert row["product"] == "'=HYPERLINK(1)"


def test_a_list_takes_no_question(imported: Imported, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "list", str(imported[1]), "RT Plan Storage"]) == 2
    assert "`dcsgen catalog query`" in capfd.readouterr().err


def test_the_page_names_all_tables_and_columns(imported: Imported) -> None:
    page = (Path(__file__).parents[2] / "docs" / "catalog.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    with sqlite3.connect(imported[1] / "catalog.sqlite") as catalog:
        tables = [name for (name,) in catalog.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert len(tables) == 9
        for table in tables:
            cell = rows[table].rsplit(" | ", 1)[1]
            columns = [column[1] for column in catalog.execute(f"PRAGMA table_info({table})")]
            assert [column for column in columns if f"`{column}`" not in cell] == []
        (query,) = [part.partition("```")[0] for part in page.split("```sql\n")[1:]]
        assert catalog.execute(query).fetchall()


def test_the_page_names_each_status_and_answer() -> None:
    from dcsgen.api.catalog_query import Answer
    from dcsgen.api.reading_apart import Status

    page = (Path(__file__).parents[2] / "docs" / "catalog.md").read_text(encoding="utf-8")
    for word in (*Status, *Answer):
        assert f"| `{word}` |" in page
