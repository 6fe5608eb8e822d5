"""Several descriptions and layouts in one run, and what is kept for the next one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from projects import DESCRIPTION as SHORT
from projects import described as written
from projects import host_of

from dcsgen import api
from dcsgen.api import building
from dcsgen.base.errors import OutputError, UnreadableInputError, UsageError

DESCRIPTION = SHORT.replace("name: P,", "name: Product,")
BROKEN = "dcsgen: 1\nproduct: {name: [}\n"
WRONG = DESCRIPTION.replace("identifier: D, ", "")


def described(folder: Path, name: str = "product.yaml", text: str = DESCRIPTION) -> Path:
    return written(folder, name, text)


@pytest.fixture
def host(tmp_path: Path) -> api.Host:
    return host_of(tmp_path)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "dcsgen"


def built(host: api.Host, out: Path, *files: Path, **given: Any) -> tuple[api.Built, ...]:
    return api.build_all(files, out=out, host=host, **{"formats": ["json"], **given})


def names(out: Path) -> list[str]:
    return sorted(file.name for file in out.iterdir()) if out.exists() else []


@pytest.mark.parametrize("jobs", [1, 3])
def test_files_are_named_after_descriptions_and_layouts(tmp_path: Path, host: api.Host, jobs: int) -> None:
    files = described(tmp_path, "a.yaml"), described(tmp_path, "b.yaml")
    layouts = ["tr62266", "overview"]
    made = built(host, tmp_path / "out", *files, layouts=layouts, formats=["json", "md"], jobs=jobs)
    assert [(each.file.name, each.layout) for each in made] == [
        ("a.yaml", "tr62266"),
        ("a.yaml", "overview"),
        ("b.yaml", "tr62266"),
        ("b.yaml", "overview"),
    ]
    assert names(tmp_path / "out") == sorted(
        f"{stem}.{layout}.{suffix}" for stem in "ab" for layout in layouts for suffix in ("json", "md")
    )
    assert [path.name for each in made if each.result for path in each.result.paths][:2] == [
        "a.tr62266.json",
        "a.tr62266.md",
    ]


def test_one_layout_is_not_in_the_name(tmp_path: Path, host: api.Host) -> None:
    built(host, tmp_path / "out", described(tmp_path), layouts=["overview"])
    built(host, tmp_path / "out", described(tmp_path), layouts=["overview", "overview"])
    assert names(tmp_path / "out") == ["product.json"]


def test_the_same_whatever_the_number_of_processes(tmp_path: Path, host: api.Host) -> None:
    files = [described(tmp_path, f"{name}.yaml", DESCRIPTION.replace("Product", f"Product {name}")) for name in "abc"]
    contents = []
    for jobs in (1, 2, 5):
        made = built(host, tmp_path / str(jobs), *files, formats=["html", "docx"], jobs=jobs)
        findings = [each.result.findings for each in made if each.result]
        contents.append((findings, {file.name: file.read_bytes() for file in (tmp_path / str(jobs)).iterdir()}))
    assert contents[0] == contents[1] == contents[2]
    assert len(contents[0][1]) == 6


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_fails_does_not_hide_the_others(tmp_path: Path, host: api.Host, jobs: int) -> None:
    files = [
        described(tmp_path, "broken.yaml", BROKEN),
        described(tmp_path, "good.yaml"),
        described(tmp_path, "wrong.yaml", WRONG),
        tmp_path / "gone.yaml",
    ]
    broken, good, wrong, gone = built(host, tmp_path / "out", *files, jobs=jobs)
    assert names(tmp_path / "out") == ["good.json"]
    assert isinstance(broken.error, UnreadableInputError)
    assert isinstance(gone.error, UnreadableInputError)
    assert good.result is not None
    assert good.result.paths == (tmp_path / "out" / "good.json",)
    assert wrong.result is not None
    assert wrong.result.paths == ()
    assert [finding.code for finding in wrong.result.findings if finding.severity.value == "error"] != []


def test_results_of_the_same_name_are_refused(tmp_path: Path, host: api.Host) -> None:
    files = described(tmp_path, "a/product.yaml"), described(tmp_path, "b/Product.yml")
    with pytest.raises(UsageError, match="would both become Product: build them one by one"):
        built(host, tmp_path / "out", *files)
    assert names(tmp_path / "out") == []


def test_a_wrong_layout_among_several_is_told_first(tmp_path: Path, host: api.Host) -> None:
    with pytest.raises(UsageError, match='no layout "overvew": did you mean "overview"'):
        built(host, tmp_path / "out", described(tmp_path), layouts=["tr62266", "overvew"])
    (one,) = built(host, tmp_path / "out", described(tmp_path), layouts=["overvew"])
    assert isinstance(one.error, UsageError)


def test_nothing_is_half_written(tmp_path: Path, host: api.Host) -> None:
    out = tmp_path / "out"
    (out / "b.json").mkdir(parents=True)
    with pytest.raises(OutputError, match="it is a folder"):
        built(host, out, described(tmp_path, "a.yaml"), described(tmp_path, "b.yaml"))
    assert names(out) == ["b.json"]


def test_a_description_is_not_replaced(tmp_path: Path, host: api.Host) -> None:
    with pytest.raises(UsageError, match="would be written over"):
        built(host, tmp_path, described(tmp_path, "a.yaml"), described(tmp_path, "b.json"))
    assert names(tmp_path).count("a.json") == 0


def test_a_word_template_is_not_replaced(tmp_path: Path, host: api.Host) -> None:
    file, template = described(tmp_path), tmp_path / "product.docx"
    built(host, tmp_path, file, formats=["docx"])
    before = template.read_bytes()
    with pytest.raises(UsageError, match=r"product\.docx is what was read, and would be written over"):
        built(host, tmp_path, file, formats=["docx"], docx_template=template)
    assert template.read_bytes() == before


def test_each_description_follows_its_own_configuration(tmp_path: Path, host: api.Host) -> None:
    files = described(tmp_path, "a.yaml"), described(tmp_path, "b.yaml")
    none = api.Configuration(choice=api.Choice(select=("acme/S3",)))
    short = api.Configuration(choice=api.Choice(select=("acme/S1",)))
    files[1].write_text(SHORT)
    one, other = built(host, tmp_path / "out", *files, configuration={files[0]: none, files[1]: short})
    assert one.result is not None
    assert one.result.findings == ()
    assert other.result is not None
    assert [finding.code for finding in other.result.findings] == ["acme/S1"]


def test_several_descriptions_have_no_common_older_file(tmp_path: Path, host: api.Host) -> None:
    files = described(tmp_path, "a.yaml"), described(tmp_path, "b.yaml")
    with pytest.raises(UsageError, match=r"the older document old\.json is that of one description"):
        built(host, tmp_path / "out", *files, since="old.json")
    with pytest.raises(UsageError, match="the draft of a revision history is that of one description"):
        built(host, tmp_path / "out", *files, since="git:v1", draft_history=tmp_path / "draft.yaml")
    old = described(tmp_path, "old.yaml", DESCRIPTION.replace('revision: "1"', 'revision: "0"'))
    made = built(host, tmp_path / "out", files[0], since=str(old), layouts=["overview", "tr62266"], jobs=2, keep=True)
    assert [each.result.since.changes.revision for each in made if each.result and each.result.since] == ["0", "0"]


# What is kept


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the descriptions for which the work was done."""
    done: list[str] = []
    make = building._documents

    def noted(order: api.Order, *others: Any) -> api.Documents:
        done.append(order.file.name)
        return make(order, *others)

    monkeypatch.setattr(building, "_documents", noted)
    return done


INCLUDED = "real_world_activities: {import: {name: Import Objects, side: local}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., tuple[api.Built, ...]]:
    """Builds a project with all that counts, as a new process would."""
    described(tmp_path, "more.yaml", INCLUDED)
    text = f"{DESCRIPTION}include: [more.yaml]\n".replace("identifier", "template: odd, identifier")
    file = described(tmp_path, text=text)
    (tmp_path / "plugins" / "looks").mkdir(parents=True)
    (tmp_path / "plugins" / "looks" / "cover.html").write_text("<p>Cover</p>")
    (tmp_path / "plugins" / "odd.py").write_text(
        "from pathlib import Path\nfrom dcsgen.plugin import TemplateFolder, hookimpl\n\n@hookimpl\n"
        "def dcsgen_template_folders():\n    return [TemplateFolder('odd', Path(__file__).parent / 'looks')]\n"
    )

    def build(**given: Any) -> tuple[api.Built, ...]:
        host = host_of(tmp_path)
        # A build does not keep what it made of files that were written at its very beginning.
        time.sleep(0.05)
        return built(host, tmp_path / "out", file, **{"keep": True, "formats": ["html"], "jobs": 1, **given})

    return build


Project = Callable[..., tuple[api.Built, ...]]


def test_an_unchanged_build_does_nothing(tmp_path: Path, project: Project, works: list[str]) -> None:
    first = project()
    written = (tmp_path / "out" / "product.html").stat()
    assert project() == first
    assert works == ["product.yaml"]
    again = (tmp_path / "out" / "product.html").stat()
    assert (again.st_mtime_ns, again.st_ino) == (written.st_mtime_ns, written.st_ino)


def test_a_result_that_is_gone_or_changed_is_written_again(tmp_path: Path, project: Project, works: list[str]) -> None:
    project()
    file = tmp_path / "out" / "product.html"
    content = file.read_bytes()
    file.write_bytes(content[:-1] + b" ")
    project()
    assert file.read_bytes() == content
    file.unlink()
    project()
    assert file.read_bytes() == content
    assert works == ["product.yaml"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("product.yaml", "vendor: V", "vendor: W"),
        ("more.yaml", "Import Objects", "Import objects"),
        ("plugins/looks/cover.html", "Cover", "A cover"),
        ("plugins/acme.py", "the name is short", "the name is too short"),
    ],
)
def test_what_counts_is_noticed(
    tmp_path: Path, project: Project, works: list[str], file: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project()
    project()
    assert works == ["product.yaml"]
    before = (tmp_path / file).read_text()
    assert old in before
    rules = before.replace(old, new)
    (tmp_path / file).write_text(rules)
    if file.endswith("acme.py"):
        monkeypatch.setattr("projects.RULES", rules)
    project()
    assert works == ["product.yaml"] * 2


def test_options_and_accepted_findings_count(tmp_path: Path, project: Project, works: list[str]) -> None:
    accepted = tmp_path / "accepted.yaml"
    accepted.write_text("accepted: []\n")
    asked = api.Configuration(accepted=accepted)
    for given in ({}, {"formats": ["md"]}, {"layouts": ["overview"]}, {"configuration": asked}):
        project(**given)
        project(**given)
    assert len(works) == 4
    accepted.write_text("# none\naccepted: []\n")
    project(configuration=asked)
    assert len(works) == 5


def test_dcsgen_itself_and_fonts_count(project: Project, works: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    project()
    monkeypatch.setattr("dcsgen.api.made.surroundings", lambda: "others")
    project()
    assert len(works) == 2


def test_what_is_saved_meanwhile_is_not_taken_for_what_was_read(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = building._documents

    def saved_meanwhile(order: api.Order, *others: Any) -> api.Documents:
        made = make(order, *others)
        file = order.file
        new = tmp_path / "new.yaml"
        new.write_text(file.read_text().replace("vendor: V", "vendor: W"))
        os.utime(new, (1000, 1000))
        new.replace(file)
        return made

    with monkeypatch.context() as patch:
        patch.setattr(building, "_documents", saved_meanwhile)
        project(formats=["json"])
    assert b'"vendor": "V"' in (tmp_path / "out" / "product.json").read_bytes()
    project(formats=["json"])
    assert b'"vendor": "W"' in (tmp_path / "out" / "product.json").read_bytes()


def test_errors_are_not_kept(tmp_path: Path, host: api.Host, works: list[str]) -> None:
    file = described(tmp_path, text=WRONG)
    for _ in range(2):
        built(host, tmp_path / "out", file, keep=True)
    assert len(works) == 2


def test_trouble_of_plugins_is_not_kept(tmp_path: Path, host: api.Host, works: list[str]) -> None:
    file = described(tmp_path, text=DESCRIPTION.replace("vendor: V", "vendor: BREAK"))
    for _ in range(2):
        (made,) = built(host, tmp_path / "out", file, keep=True)
        assert made.result is not None
        assert any(finding.code.startswith("X") for finding in made.result.findings)
    assert len(works) == 2


def test_a_damaged_cache_is_no_trouble(project: Project, works: list[str], home: Path) -> None:
    first = project()
    for file in (home / "results").iterdir():
        file.write_bytes(os.urandom(50))
    assert project() == first
    assert len(works) == 2
    assert project() == first
    assert len(works) == 2


def test_nothing_is_kept_unless_that_is_wanted(project: Project, works: list[str], home: Path) -> None:
    project(keep=False)
    project(keep=False)
    assert len(works) == 2
    assert not home.exists()
