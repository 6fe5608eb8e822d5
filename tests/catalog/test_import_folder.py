"""A folder of statements: all that can be read is read, nothing twice, and what cannot be read is told."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from libraries import CT, EXPLICIT, IMPLICIT, PLUGIN, library, statement

from dcsgen import api
from dcsgen.api import Host, ImportedFolder, catalog_store, catalog_tables, reading_apart
from dcsgen.api.reading_apart import Outcome, Status, Work, read_apart
from dcsgen.base.errors import DcsgenError, OutputError, UnreadableInputError
from dcsgen.base.processes import can_copy

Imported = tuple[Path, Path, ImportedFolder]


def names(files: object) -> list[str]:
    return sorted(Path(file).name for file in files)  # type: ignore[attr-defined]


def rows(out: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(out / "catalog.sqlite") as catalog:
        return catalog.execute(query).fetchall()


def test_what_can_be_read_is_read(imported: Imported) -> None:
    _, out, found = imported
    drafts = sorted(file.name for file in out.iterdir() if ".draft." in file.name)
    stems = ["alpha", "beta", "delta", "epsilon", "gamma", "zeta", "zeta-md"]
    assert sorted(name.partition(".draft.")[0] for name in drafts) == stems
    assert found.files == 10
    assert found.with_draft == 8


def test_what_cannot_be_read_is_told_and_kept(imported: Imported) -> None:
    _, out, found = imported
    (broken,) = found.troubles
    assert broken.file.name == "broken.pdf"
    assert broken.sentence.startswith("broken.pdf cannot be read")
    assert names(one.file for one in found.passed_over) == ["photo.tiff"]
    kept = dict(rows(out, "SELECT name, sentence FROM documents WHERE sentence != ''"))
    assert kept["broken.pdf"] == broken.sentence
    assert set(kept) == {"broken.pdf", "photo.tiff"}


def test_a_duplicate_is_read_once(imported: Imported) -> None:
    folder, out, found = imported
    assert found.duplicates == {folder / "more" / "alpha again.md": folder / "alpha.md"}
    assert rows(out, "SELECT count(*) FROM documents") == [(9,)]
    assert len(rows(out, "SELECT path FROM files")) == 10


def test_the_catalogue_has_facts_with_their_places(imported: Imported) -> None:
    _, out, _ = imported
    found = rows(
        out,
        "SELECT products.name, products.version, application_entities.name, sop_class_uid, role, "
        "transfer_syntaxes.uid, line FROM documents JOIN products ON products.id = product "
        "JOIN application_entities ON application_entities.document = sha256 "
        "JOIN services ON application_entity = application_entities.id "
        "JOIN transfer_syntaxes ON transfer_syntaxes.service = services.id JOIN sources "
        "ON sources.service = services.id AND transfer_syntax = transfer_syntaxes.uid "
        "WHERE documents.name = 'delta.md'",
    )
    assert found == [
        ("Delta", "3.1", "DELTA-STORE", "1.2.840.10008.5.1.4.1.1.481.5", "SCU", "1.2.840.10008.1.2.1.99", 11)
    ]


def test_doubts_about_lists_are_kept(host: Host, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    twice = statement("Alpha", [(CT, "SCU", [IMPLICIT])]) + "\n" + statement("Alpha", [(CT, "SCU", [EXPLICIT])])
    (tmp_path / "in" / "a.md").write_text(twice)
    api.import_folder(tmp_path / "in", tmp_path / "out", host, jobs=1)
    ((sentence,),) = rows(tmp_path / "out", "SELECT sentence FROM mentions WHERE code = 'I007'")
    assert "different Transfer Syntaxes for CT Image Storage" in str(sentence)
    asked = api.catalog_question("CT Image Storage as SCU with Deflated")
    (found,) = api.query_catalog(tmp_path / "out", asked).provisions
    assert found.answer.value == "doubtful"


def test_nothing_is_read_again(imported: Imported, host: Host, tmp_path: Path) -> None:
    folder, out, before = imported
    shutil.copytree(folder, tmp_path / "statements")
    shutil.copytree(out, tmp_path / "drafts")
    # Renamed, and in another folder: what counts is what is in them.
    (tmp_path / "statements" / "beta.md").rename(tmp_path / "statements" / "renamed.md")
    times = {file: file.stat().st_mtime_ns for file in (tmp_path / "drafts").glob("*.draft.*")}
    again = api.import_folder(tmp_path / "statements", tmp_path / "drafts", host, jobs=1)
    assert again.read == ()
    assert names(again.known) == sorted(name.replace("beta", "renamed") for name in names(before.read))
    assert [one.sentence for one in again.troubles] == [one.sentence for one in before.troubles]
    assert {file: file.stat().st_mtime_ns for file in times} == times
    paths = [str(path) for (path,) in rows(tmp_path / "drafts", "SELECT path FROM files")]
    assert str(tmp_path / "statements" / "renamed.md") in paths
    assert str(tmp_path / "statements" / "beta.md") not in paths


def test_a_draft_that_was_removed_is_made_again(imported: Imported, host: Host, tmp_path: Path) -> None:
    folder, out, _ = imported
    shutil.copytree(out, tmp_path / "drafts")
    (draft,) = (tmp_path / "drafts").glob("delta.draft.*")
    before = draft.read_bytes()
    draft.unlink()
    again = api.import_folder(folder, tmp_path / "drafts", host, jobs=1)
    assert names(again.read) == ["delta.md"]
    assert draft.read_bytes() == before


def test_again_tries_what_could_not_be_read(imported: Imported, host: Host, tmp_path: Path) -> None:
    folder, out, _ = imported
    shutil.copytree(out, tmp_path / "drafts")
    again = api.import_folder(folder, tmp_path / "drafts", host, jobs=1, again=True)
    assert names(again.read) == ["broken.pdf", "photo.tiff"]


def test_the_folder_of_drafts_may_be_inside(host: Host, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(statement("Alpha", [(CT, "SCU", [IMPLICIT])]))
    for _ in range(2):
        found = api.import_folder(tmp_path, tmp_path / "drafts", host, jobs=1)
        assert found.files == 1
    found = api.import_folder(tmp_path, tmp_path, host, jobs=1)
    assert names(found.read) == ["a.md"]
    assert api.import_folder(tmp_path, tmp_path, host, jobs=1).files == found.files


def test_there_is_no_folder(host: Host, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="there is no folder"):
        api.import_folder(tmp_path / "none", tmp_path / "out", host)


def test_a_file_that_may_not_be_opened_is_told_each_time(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    closed = tmp_path / "in" / "a.md"
    closed.write_text(statement("Alpha", [(CT, "SCU", [IMPLICIT])]))
    really_open = Path.open

    def opened(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return really_open(path, *args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", opened)
        for _ in range(2):
            found = api.import_folder(tmp_path / "in", tmp_path / "out", host, jobs=1)
            assert [one.sentence for one in found.troubles] == ["it cannot be opened: Permission denied"]
            assert found.with_draft == 0
        (document,) = api.catalog_documents(tmp_path / "out")
        assert (document.name, document.status) == ("a.md", "unreadable")
    assert names(api.import_folder(tmp_path / "in", tmp_path / "out", host, jobs=1).read) == ["a.md"]


def test_two_runs_do_not_import_into_one_folder(host: Host, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    with catalog_store.alone(tmp_path / "out"), pytest.raises(DcsgenError, match="another run"):
        api.import_folder(tmp_path / "in", tmp_path / "out", host)


@pytest.mark.parametrize("content", [b"no database", b""])
def test_something_else_is_no_catalogue(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(content)
    with pytest.raises((UnreadableInputError, OutputError), match="no catalogue"):
        api.catalog_documents(tmp_path)


def test_tables_of_another_version_are_not_touched(host: Host, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    api.import_folder(tmp_path / "in", tmp_path, host)
    with sqlite3.connect(tmp_path / "catalog.sqlite") as catalog:
        catalog.execute(f"PRAGMA user_version = {catalog_tables.VERSION + 1}")
    with pytest.raises(UnreadableInputError, match="use a newer dcsgen"):
        api.import_folder(tmp_path / "in", tmp_path, host)


@pytest.fixture
def odd(tmp_path: Path) -> Host:
    """A host with an importer that does what none should."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "odd.py").write_text(PLUGIN)
    return api.open_host(folders=[tmp_path / "plugins"])


def test_files_that_hang_or_crash_do_not_stop_the_others(
    odd: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_apart, "GRACE", 0.5)
    (tmp_path / "in").mkdir()
    for name in ("hangs.odd", "crashes.odd", "raises.odd"):
        (tmp_path / "in" / name).write_text(name)
    (tmp_path / "in" / "good.md").write_text(statement("Good", [(CT, "SCU", [IMPLICIT])]))
    begun = time.monotonic()
    found = api.import_folder(tmp_path / "in", tmp_path / "out", odd, jobs=2, timeout=3.0)
    assert time.monotonic() - begun < 120
    said = {one.file.name: (one.status, one.sentence) for one in found.troubles}
    assert said["hangs.odd"][0] is Status.GIVEN_UP
    assert "did not end after 3 s" in said["hangs.odd"][1]
    assert "ended without an answer" in said["crashes.odd"][1]
    assert 'plug-in "odd" failed: RuntimeError: a fault of its own' in said["raises.odd"][1]
    assert found.with_draft == 1
    assert api.import_folder(tmp_path / "in", tmp_path / "out", odd, jobs=2).read == ()


@pytest.mark.skipif(not can_copy(), reason="the other way is the only one here")
def test_beside_threads_another_interpreter_reads(odd: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "GRACE", 0.5)
    assert odd.opening is not None
    good = tmp_path / "good.md"
    good.write_text(statement("Good", [(CT, "SCU", [IMPLICIT])]))
    work = Work(file=good, sha256=sha256_of(good), opening=odd.opening, timeout=60.0)
    here = read_apart(work)
    monkeypatch.setattr(reading_apart, "can_copy", lambda: False)
    assert here.status is Status.READ
    assert read_apart(work) == here
    crashing = Work(file=Path("crashes.odd"), sha256="", opening=odd.opening, timeout=60.0, content=b"x")
    assert "ended without an answer" in read_apart(crashing).sentence
    hanging = Work(file=Path("hangs.odd"), sha256="", opening=odd.opening, timeout=2.0, content=b"x")
    assert "did not end after 2 s" in read_apart(hanging).sentence


def sha256_of(file: Path) -> str:
    from hashlib import sha256

    return sha256(file.read_bytes()).hexdigest()


def test_a_library_that_is_missing_is_no_fault_of_the_file(host: Host, tmp_path: Path) -> None:
    from dcsgen.base.errors import NotInstalledError

    def missing(_: object) -> Host:
        raise NotInstalledError("pip install it")

    assert host.opening is not None
    work = Work(file=tmp_path / "a.md", sha256="", opening=host.opening)
    assert reading_apart.outcome_of(work, missing) == Outcome(Status.FAILED, "pip install it")


def test_what_failed_is_tried_in_the_next_run(imported: Imported, host: Host, tmp_path: Path) -> None:
    folder, out, _ = imported
    shutil.copytree(out, tmp_path / "drafts")
    with sqlite3.connect(tmp_path / "drafts" / "catalog.sqlite") as catalog:
        catalog.execute("UPDATE documents SET status = 'failed' WHERE name = 'broken.pdf'")
    assert names(api.import_folder(folder, tmp_path / "drafts", host, jobs=1).read) == ["broken.pdf"]


RUN = """
import sys
from pathlib import Path
from dcsgen import api
api.import_folder(Path(sys.argv[1]), Path(sys.argv[2]), api.open_host(vendors=False), jobs=2)
"""


def test_a_killed_run_goes_on_where_it_was(host: Host, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(40):
        text = statement(f"P{number}", [(CT, "SCU", [IMPLICIT])])
        (tmp_path / "in" / f"p{number:02}.md").write_text(text)
    out = tmp_path / "out"
    process = subprocess.Popen([sys.executable, "-c", RUN, str(tmp_path / "in"), str(out)])
    until = time.monotonic() + 120
    while len(list(out.glob("*.draft.*"))) < 5 and time.monotonic() < until and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = {name for (name,) in rows(out, "SELECT name FROM documents")}
    assert 4 <= len(done) < 40
    found = api.import_folder(tmp_path / "in", out, host, jobs=2)
    assert set(names(found.read)) == {f"p{number:02}.md" for number in range(40)} - done
    assert set(names(found.known)) == done
    assert len(list(out.glob("*.draft.*"))) == 40
    assert rows(out, "SELECT count(*), count(DISTINCT name) FROM documents") == [(40, 40)]
    assert rows(out, "SELECT count(*) FROM services") == [(40,)]
    assert rows(out, "PRAGMA integrity_check") == [("ok",)]
    assert rows(out, "PRAGMA foreign_key_check") == []


def test_the_result_is_the_same_with_any_number_of_processes(imported: Imported, host: Host, tmp_path: Path) -> None:
    folder, out, _ = imported
    api.import_folder(folder, tmp_path / "drafts", host, jobs=1)
    for draft in out.glob("*.draft.*"):
        assert (tmp_path / "drafts" / draft.name).read_bytes() == draft.read_bytes()
    query = "SELECT sha256, name, status, draft FROM documents ORDER BY sha256"
    assert rows(tmp_path / "drafts", query) == rows(out, query)


def test_library_has_what_the_tests_think(tmp_path: Path) -> None:
    assert len([file for file in library(tmp_path / "x").rglob("*") if file.is_file()]) == 10
