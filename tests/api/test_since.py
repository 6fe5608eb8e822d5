"""`api.build(since=…)`: what an older document may be, and what comes of it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dcsgen import api
from dcsgen.base.errors import DcsgenError, UnreadableInputError, UsageError

OLD = """\
dcsgen: 1
product: {name: PLAN ARCHIVE, vendor: Example Medical Ltd, version: "1.0"}
document:
  identifier: EXM-DCS-1
  revision: "1"
  date: 2024-01-31
  history: {"1": {date: 2024-01-31, description: First issue.}}
application_entities:
  PLAN_ARCHIVE: {title: Plan archive, function: Stores the RT Plans that it receives.}
real_world_activities:
  archive: {name: Archive Objects, side: local}
  send: {name: Send Objects, side: remote}
services:
  storage:
    application_entity: PLAN_ARCHIVE
    sop_classes: [RTPlanStorage, RTStructureSetStorage]
    role: SCP
    local_activity: archive
    remote_activity: send
    transfer_syntaxes: [ImplicitVRLittleEndian, ExplicitVRLittleEndian]
  verification:
    application_entity: PLAN_ARCHIVE
    sop_classes: [Verification]
    role: SCP
    remote_activity: send
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""

NEW = (
    OLD.replace('revision: "1"', 'revision: "2"')
    .replace("date: 2024-01-31\n", "date: 2024-06-30\n", 1)
    .replace('version: "1.0"', 'version: "1.1"')
    .replace("[RTPlanStorage, ", "[RTPlanStorage, RTDoseStorage, ")
    .replace("Stores the RT Plans", "Stores all RT Plans")
)


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The old description and the new one."""
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    return tmp_path / "old.yaml", tmp_path / "new.yaml"


def built(new: Path, since: str | Path, host: api.Host, *formats: str, **more: Path) -> api.BuildResult:
    return api.build(
        new,
        out=new.parent / "out",
        formats=formats or ["html"],
        layout=None,
        host=host,
        since=str(since),
        draft_history=more.get("draft_history"),
    )


def test_differences_come_back_and_are_marked(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    result = built(new, old, host)
    assert result.since is not None
    assert (result.since.changes.revision, result.since.changes.date) == ("1", "2024-01-31")
    words = [words for section in result.since.changes.sections for words in section.words]
    assert "row RT Dose Storage added" in words
    page = result.paths[0].read_text("utf-8")
    assert "Stores <del>the</del><ins>all</ins> RT Plans" in page
    assert "Changes since revision 1" in page


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "md", "json"])
def test_a_document_is_as_good_as_its_description(files: tuple[Path, Path], host: api.Host, format: str) -> None:
    old, new = files
    (document,) = api.build(old, out=old.parent / "old", formats=[format], layout=None, host=host).paths
    wanted = built(new, old, host).paths[0].read_bytes()
    assert built(new, document, host).paths[0].read_bytes() == wanted


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "md", "json"])
def test_the_marked_document_carries_the_new_description(files: tuple[Path, Path], host: api.Host, format: str) -> None:
    old, new = files
    marked = built(new, old, host, format).paths[0]
    (plain,) = api.build(new, out=new.parent / "plain", formats=["json"], layout=None, host=host).paths
    assert api.extract(marked) == plain.read_bytes()


def test_a_marked_document_may_be_the_older_one(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    marked = built(new, old, host).paths[0]
    result = built(new, marked.rename(new.parent / "marked.html"), host)
    assert result.since is not None
    assert result.since.changes.sections == ()
    assert b"<ins>" not in result.paths[0].read_bytes().split(b'id="document"')[1].split(b'id="history"')[0]


def test_the_history_gains_a_draft_where_it_lacks_the_revision(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    result = built(new, old, host, "html", "json", draft_history=new.parent / "entry.yaml")
    page = result.paths[0].read_text("utf-8")
    history = page[page.index('<section id="history"') :]
    assert '<tr data-change="added"><th scope="row" data-change="added"><ins>2</ins></th>' in history
    assert "<em><ins>Draft:</ins></em>" in history
    assert b"Draft" not in result.paths[1].read_bytes()
    assert result.paths[2] == new.parent / "entry.yaml"
    entry = result.paths[2].read_text("utf-8")
    assert entry.startswith("# Drafted by dcsgen from the differences to revision 1:")
    merged = new.parent / "merged.yaml"
    merged.write_text(NEW.replace("document:\n", "extends: entry-full.yaml\ndocument:\n"))
    (new.parent / "entry-full.yaml").write_text(entry)
    loaded = api.load(merged, host)
    assert loaded.capability is not None, loaded.findings
    drafted = loaded.capability.document.history["2"]
    assert drafted.date == "2024-06-30"
    assert "row RT Dose Storage added" in drafted.description


def test_an_entry_of_the_author_stays_the_only_one(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    new.write_text(NEW.replace("First issue.}", 'First issue.}, "2": {date: 2024-06-30, description: Doses.}'))
    page = built(new, old, host).paths[0].read_text("utf-8")
    assert "Draft:" not in page
    assert "<ins>Doses.</ins>" in page


def test_a_revision_that_was_not_raised_is_told(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    new.write_text(NEW.replace('revision: "2"', 'revision: "1"'))
    entry = new.parent / "entry.yaml"
    result = built(new, old, host, draft_history=entry)
    assert result.since is not None
    assert result.since.draft.stale
    assert '    "next":\n' in entry.read_text()
    assert "raise it" in entry.read_text()


def test_the_same_input_gives_the_same_bytes(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    formats = ["html", "pdf", "docx", "md"]
    first = [path.read_bytes() for path in built(new, old, host, *formats).paths]
    assert [path.read_bytes() for path in built(new, old, host, *formats).paths] == first


def test_nothing_differs(files: tuple[Path, Path], host: api.Host) -> None:
    old, _ = files
    result = built(old, old, host)
    assert result.since is not None
    assert not result.since.draft.missing
    assert not result.since.draft.stale
    page = result.paths[0].read_text("utf-8")
    assert "Draft:" not in page
    assert "Nothing that this document says differs from revision 1" in page
    assert "hide-removed" not in page.split("<main")[1]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.yaml", None, "there is no file `.*gone.yaml`"),
        ("page.html", "<html></html>", "holds no description: it was not made by dcsgen"),
        ("page.md", "# Text", "holds no description"),
        ("a.pdf", "%PDF-1.7", "a.pdf cannot be read: it is damaged, or no PDF"),
        ("a.docx", "PK", "holds no description"),
        (
            "wrong.yaml",
            "dcsgen: 1\n",
            "older description .*wrong.yaml cannot be compared: it has [0-9]+ errors; the first",
        ),
        ("a.json", '{"dcsgen": 2}', "cannot be compared"),
        ("broken.yaml", "a: [", "broken.yaml:1:"),
    ],
)
def test_what_cannot_be_compared_with(
    files: tuple[Path, Path], host: api.Host, name: str, content: str | None, message: str
) -> None:
    _, new = files
    file = new.parent / name
    if content is not None:
        file.write_text(content)
    with pytest.raises(UnreadableInputError, match=message) as caught:
        built(new, file, host)
    assert caught.value.exit_code == 3
    assert not (new.parent / "out").exists()


def test_a_git_revision_is_an_older_document(
    files: tuple[Path, Path], host: api.Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess

    _, new = files
    wanted = built(new, new.parent / "old.yaml", host).paths[0].read_bytes()
    (new.parent / "parts").mkdir()
    services = OLD.index("services:")
    new.write_text(OLD[:services] + "include: [parts/services.yaml]\n")
    (new.parent / "parts" / "services.yaml").write_text(OLD[services:])
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.org")
    for words in (["init", "-q"], ["add", "new.yaml", "parts"], ["commit", "-q", "-m", "first"]):
        subprocess.run(["git", "-C", str(new.parent), *words], check=True, capture_output=True)
    new.write_text(NEW)
    assert built(new, "git:HEAD", host).paths[0].read_bytes() == wanted
    monkeypatch.chdir(new.parent)
    assert built(new, "git:HEAD:new.yaml", host).paths[0].read_bytes() == wanted
    with pytest.raises(UsageError, match="is no git revision"):
        built(new, "git:--help", host)
    with pytest.raises(DcsgenError, match="there is no git revision `nothing`"):
        built(new, "git:nothing", host)


def test_the_older_document_is_not_written_over(files: tuple[Path, Path], host: api.Host) -> None:
    _, new = files
    (document,) = api.build(new, out=new.parent / "out", formats=["html"], layout=None, host=host).paths
    before = document.read_bytes()
    with pytest.raises(UsageError, match="is what was read"):
        built(new, document, host)
    assert document.read_bytes() == before


def test_the_drafted_entry_is_no_document(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    with pytest.raises(UsageError, match="would be the document and the entry of its history"):
        built(new, old, host, draft_history=new.parent / "elsewhere" / ".." / "out" / "new.html")
    assert not (new.parent / "out").exists()


def test_word_has_revisions_with_author_and_date(files: tuple[Path, Path], host: api.Host) -> None:
    old, new = files
    (file,) = built(new, old, host, "docx").paths
    with zipfile.ZipFile(file) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    revisions = [each for each in root.iter() if each.tag in (f"{word}ins", f"{word}del")]
    assert {each.get(f"{word}author") for each in revisions} == {"dcsgen"}
    assert {each.get(f"{word}date") for each in revisions} == {"2024-06-30T00:00:00Z"}
    numbers = [each.get(f"{word}id") for each in revisions]
    assert len(numbers) == len(set(numbers))
    gone = "".join(each.text or "" for each in root.iter(f"{word}delText"))
    assert "the" in gone
    rows = [row for row in root.iter(f"{word}tr") if row.find(f"{word}trPr/{word}ins") is not None]
    assert any("RT Dose Storage" in "".join(row.itertext()) for row in rows)
