"""The built-in commands: what they ask of the library, what they write where, and their exit codes."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cli_fakes import FakeApi, Outcome, finding

from dcsgen.api import Configuration
from dcsgen.base import schema as schemas
from dcsgen.base.errors import PluginError, UnreadableInputError
from dcsgen.base.finding import Place, Severity
from dcsgen.builtin.command.check import SEVERITIES
from dcsgen.plugin import Changes, SectionChanges

Run = Callable[..., Outcome]


def built(paths: tuple[Path, ...], findings: tuple[Any, ...], since: Any = None) -> SimpleNamespace:
    """What came of building one description."""
    return SimpleNamespace(paths=paths, findings=findings, completeness=None, since=since)


def test_build_names_the_results_and_nothing_else(run: Run, api: FakeApi) -> None:
    api.built = SimpleNamespace(
        paths=(Path("out/a.html"), Path("out/a.pdf")), findings=(), completeness=None, since=None
    )
    assert run("build", "./a.yaml") == Outcome(0, "out/a.html\nout/a.pdf\n", "")
    assert api.asked["build"] == ([Path("a.yaml")], Path(), ("html", "pdf"), [], None)
    assert api.asked["how to build"] == (None, True)


def test_build_takes_folder_formats_and_layout(run: Run, api: FakeApi) -> None:
    run("build", "-o", "x/y", "--format", "json, pdf,json,", "--layout", "annex-n", "a.yaml")
    assert api.asked["build"] == ([Path("a.yaml")], Path("x/y"), ("json", "pdf"), ["annex-n"], None)


def test_build_takes_several_descriptions_and_layouts(run: Run, api: FakeApi) -> None:
    run("build", "a.yaml", "b.yaml", "--layout", "annex-n", "--layout", "annex-a", "--jobs", "3", "--no-cache")
    assert api.asked["build"][0] == [Path("a.yaml"), Path("b.yaml")]
    assert api.asked["build"][3] == ["annex-n", "annex-a"]
    assert api.asked["how to build"] == (3, False)


def test_build_tells_what_differs_since_an_older_document(run: Run, api: FakeApi) -> None:
    sections = tuple(
        SectionChanges(
            id=f"s{n}", number=f"1.{n}", title="Storage", differences=(), words=("row CT added", "text changed")
        )
        for n in range(12)
    )
    since = SimpleNamespace(
        changes=Changes(revision="1\x1b", date="2024-01-31", version="1.0", sections=sections),
        draft=SimpleNamespace(stale=True, missing=True),
    )
    api.built = built((Path("a.html"),), (), since)
    outcome = run("build", "a.yaml", "--since", "git:v1", "--draft-history", "entry.yaml")
    assert api.asked["since"] == ("git:v1", Path("entry.yaml"))
    lines = outcome.err.splitlines()
    assert lines[0] == "since revision 1␛ of 2024-01-31: 12 sections differ"
    assert lines[1] == "  1.0 Storage: row CT added; text changed"
    assert lines[11:] == [
        "  and 2 more: the document lists them",
        "  document.revision is still 1␛: raise it",
        "  the revision history has no entry for this: one was drafted",
    ]
    run("build", "a.yaml")
    assert api.asked["since"] == (None, None)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no /dev/stdout")
def test_a_draft_on_standard_output_stays_alone_there(run: Run, api: FakeApi) -> None:
    api.built = built((Path("out/a.md"), Path("/dev/stdout")), ())
    outcome = run("build", "a.yaml", "--since", "old.yaml", "--draft-history", "/dev/stdout")
    assert outcome == Outcome(0, "", "out/a.md\n")


@pytest.mark.parametrize(
    "words",
    [
        ("a.yaml", "--draft-history", "x.yaml"),
        ("a.yaml", "b.yaml", "--since", "old.yaml"),
        ("a.yaml", "--since", "o.yaml", "--draft-history", "x.yaml", "--layout", "a", "--layout", "b"),
    ],
)
def test_build_needs_one_older_document_for_one_description(run: Run, api: FakeApi, words: tuple[str, ...]) -> None:
    assert run("build", *words).code == 2
    assert "build" not in api.asked


def test_build_tells_of_each_description_and_gives_the_worst_code(run: Run, api: FakeApi) -> None:
    def done(file: str, layout: str, **given: Any) -> Any:
        return SimpleNamespace(file=Path(file), layout=layout, **{"result": None, "error": None, **given})

    warned = SimpleNamespace(
        paths=(Path("b.n.pdf"),), findings=(finding(Severity.WARNING),), completeness=None, since=None
    )
    wrong = built((), (finding(),))
    unreadable = UnreadableInputError("no YAML", finding(code="L001", slug="no-yaml", place=Place("a.yaml", 1, 1)))
    api.all_built = [
        *(done("a.yaml", layout, error=unreadable) for layout in "na"),
        *(done("b.yaml", layout, result=warned) for layout in "na"),
        *(done("c.yaml", layout, error=PluginError("it failed")) for layout in "na"),
        done("d.yaml", "n", result=wrong),
    ]
    outcome = run("build", "a.yaml", "b.yaml", "c.yaml", "d.yaml", "--layout", "n", "--layout", "a")
    assert outcome.code == 4
    assert outcome.out == "b.n.pdf\nb.n.pdf\n"
    # Once for each description, in the order in which they are named.
    assert re.findall("no-yaml|warning L022|c.yaml: it failed|error L022 missing", outcome.err) == [
        "no-yaml",
        "warning L022",
        "c.yaml: it failed",
        "error L022 missing",
    ]


def test_build_takes_a_template_for_docx(run: Run, api: FakeApi) -> None:
    run("build", "--format", "docx", "--docx-template", "house.dotx", "a.yaml")
    assert api.asked["template"] == Path("house.dotx")
    outcome = run("build", "--docx-template", "house.dotx", "a.yaml")
    assert outcome.code == 2
    assert "--docx-template is for the format docx: add it to --format" in outcome.err


def test_build_tells_findings_on_standard_error(run: Run, api: FakeApi) -> None:
    api.built = SimpleNamespace(
        paths=(Path("a.html"),), findings=(finding(Severity.WARNING),), completeness=None, since=None
    )
    outcome = run("build", "product.yaml")
    assert (outcome.code, outcome.out) == (0, "a.html\n")
    assert outcome.err.startswith("product.yaml:12:5: warning L022 missing-key: ")
    assert "1 warning in 1 file\n" in outcome.err


def test_build_with_an_error_is_1_and_names_no_file(run: Run, api: FakeApi) -> None:
    api.built = built((), (finding(Severity.NOTE), finding()))
    outcome = run("build", "product.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "1 error, 1 note in 1 file" in outcome.err


def test_build_only_counts_what_rules_advise(run: Run, api: FakeApi) -> None:
    advice = (
        finding(Severity.WARNING, code="S622", slug="product-not-described"),
        finding(Severity.NOTE, code="acme/S1", slug="a"),
        finding(code="S104", slug="b", accepted="known"),
    )
    api.built = built((Path("a.html"),), advice)
    numbers = "1 warning, 1 note, 1 accepted"
    assert run("build", "product.yaml") == Outcome(0, "a.html\n", f"{numbers}: see `dcsgen check product.yaml`\n")

    api.built = built((), (*advice, finding(code="S611", slug="impossible-date")))
    outcome = run("build", "product.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("product.yaml:12:5: error S611 impossible-date: ")
    assert outcome.err.endswith(f"{numbers} more: see `dcsgen check product.yaml`\n")


def test_build_names_a_file_byte_for_byte(run: Run, api: FakeApi) -> None:
    name = os.fsdecode(b"caf\xe9/\xc3\xa9.pdf")
    api.built = built((Path(name),), ())
    assert run("build", "a").out == f"{name}\n"


@pytest.mark.parametrize(
    ("worst", "fail_on", "code"),
    [
        (None, "note", 0),
        (Severity.NOTE, "note", 1),
        (Severity.NOTE, "warning", 0),
        (Severity.WARNING, "note", 1),
        (Severity.WARNING, "warning", 1),
        (Severity.WARNING, "error", 0),
        (Severity.ERROR, "error", 1),
        (Severity.ERROR, "note", 1),
    ],
)
def test_check_fails_from_the_severity_that_is_asked_for(
    run: Run, api: FakeApi, worst: Severity | None, fail_on: str, code: int
) -> None:
    api.findings = (finding(worst),) if worst else ()
    assert run("check", "product.yaml", "--fail-on", fail_on).code == code


def test_check_fails_on_errors_unless_told_otherwise(run: Run, api: FakeApi) -> None:
    api.findings = (finding(Severity.WARNING),)
    assert run("check", "product.yaml").code == 0
    api.findings = (finding(Severity.ERROR),)
    assert run("check", "product.yaml").code == 1


def test_check_knows_every_severity() -> None:
    assert list(SEVERITIES) == [severity.value for severity in Severity]


def test_check_reports_even_if_a_file_is_unreadable(run: Run, api: FakeApi) -> None:
    api.findings, api.unreadable = (finding(),), True
    outcome = run("check", "product.yaml", "b.yaml", "--output", "json")
    assert outcome.code == 3
    assert json.loads(outcome.out)["files"] == ["product.yaml", "b.yaml"]
    assert outcome.err == ""


def test_check_says_so_when_there_is_nothing_to_say(run: Run) -> None:
    assert run("check", "a.yaml") == Outcome(0, "no findings in 1 file\n", "")


def test_explain_writes_commonmark_where_nobody_looks(run: Run) -> None:
    outcome = run("explain", "L022")
    assert outcome == Outcome(0, "# About L022\n\n**What.** A *thing*.\n\n- one\n- two\n", "")


def test_explain_is_laid_out_in_colour(run: Run) -> None:
    out = run("explain", "L022", "--color", "always").out
    assert "\x1b[1m" in out
    assert "**" not in out
    assert "• " in out


def test_extract_writes_to_standard_output_or_to_a_file(run: Run, tmp_path: Path) -> None:
    assert run("extract", "a.pdf") == Outcome(0, '{"dcsgen": 1}\n', "")
    assert run("extract", "a.pdf", "-o", str(tmp_path / "new" / "a.json")) == Outcome(0, "", "")
    assert (tmp_path / "new" / "a.json").read_bytes() == b'{"dcsgen": 1}\n'


def test_extract_to_where_nothing_can_be_written_is_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = run("extract", "a.pdf", "-o", str(tmp_path / "file" / "a.json"))
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(f"dcsgen: error: cannot write {tmp_path}/file/a.json: ")


def test_schema_lists_or_writes(run: Run, tmp_path: Path) -> None:
    assert run("schema") == Outcome(0, "description\nfindings\n", "")
    assert run("schema", "findings") == Outcome(0, "{}\n", "")
    assert run("schema", "findings", "-o", str(tmp_path / "s.json")) == Outcome(0, "", "")
    assert (tmp_path / "s.json").read_bytes() == b"{}\n"


def plugin(name: str, **over: Any) -> SimpleNamespace:
    fields = {"version": "1.0.0", "origin": "entry point", "location": f"dcsgen-{name}", "contributions": {}}
    return SimpleNamespace(name=name, **{**fields, **over})


@pytest.fixture
def two_plugins(api: FakeApi) -> FakeApi:
    contributions = {"lint_rules": ("acme/S1", "acme/S2"), "iods": ("acme-plan",), "formats": ()}
    api.host.infos = (
        plugin("acme", origin="folder", location="./our plugins/acme.py", contributions=contributions),
        plugin("idle"),
    )
    return api


def test_plugins_are_a_table_of_aligned_columns(run: Run, two_plugins: FakeApi) -> None:
    assert run("plugins").out.splitlines() == [
        "plug-in  version  from                          gives       names",
        "acme     1.0.0    folder ./our plugins/acme.py  iods        acme-plan",
        "                                                lint rules  acme/S1, acme/S2",
        "idle     1.0.0    entry point dcsgen-idle       nothing",
    ]


def test_trouble_with_plugins_is_shown_below_and_fatal_only_if_strict(run: Run, two_plugins: FakeApi) -> None:
    two_plugins.host.findings = (finding(place=None, path="", message="acme 1.0.0 failed", provider="acme"),)
    outcome = run("plugins")
    assert outcome.code == 0
    assert "\nidle " in outcome.out
    assert "\n\nerror L022 missing-key: acme 1.0.0 failed\n" in outcome.out
    strict = run("plugins", "--strict-plugins")
    assert (strict.code, strict.out) == (PluginError.exit_code, outcome.out)


def test_plugins_as_json_fit_their_schema(run: Run, two_plugins: FakeApi, fits: Callable[[str, Any], None]) -> None:
    two_plugins.host.findings = (finding(provider="acme"),)
    written = json.loads(run("plugins", "--json").out)
    fits("plugins", written)
    assert [one["name"] for one in written["plugins"]] == ["acme", "idle"]
    assert written["plugins"][0]["contributions"] == {"lint_rules": ["acme/S1", "acme/S2"], "iods": ["acme-plan"]}
    assert written["findings"][0]["provider"] == "acme"


def test_about_is_a_page(run: Run) -> None:
    lines = run("about").out.splitlines()
    assert lines[:7] == [
        "dcsgen 0.1.0",
        "Python 3.11.7",
        "",
        "Libraries",
        "  pydicom     3.0.2",
        "  weasyprint  70.0",
        "",
    ]
    assert "  xyz  1.0.0" in lines
    assert max(map(len, lines)) <= 96


def test_about_as_json_fits_its_schema(run: Run, fits: Callable[[str, Any], None]) -> None:
    written = json.loads(run("about", "--json").out)
    fits("about", written)
    assert written["libraries"]["pydicom"] == "3.0.2"


def test_the_schemas_are_published() -> None:
    assert {"findings", "plugins", "about"} <= set(schemas.names())


@pytest.mark.parametrize(
    "words", [("about",), ("explain", "acme/S1"), ("plugins",), ("rules",), ("schema",)], ids=" ".join
)
def test_what_is_looked_up_has_the_plugins_of_the_project_too(run: Run, api: FakeApi, words: tuple[str, ...]) -> None:
    api.configured = Configuration(plugins=(Path("theirs"),))
    run(*words, "--plugins", "mine")
    assert api.asked["configuration"] == ([], None)
    assert api.asked["open_host"][0] == [Path("mine"), Path("theirs")]


def test_plugins_with_many_rules_are_still_a_table(run: Run, api: FakeApi) -> None:
    codes = ["acme/S1", "acme/S2", "acme/S9", "acme/S10", "acme/S11", "acme/S12", "acme/S099", "acme/S100", "other"]
    api.host.infos = (plugin("acme", contributions={"lint_rules": tuple(codes)}),)
    assert "  acme/S1, acme/S2, acme/S9 to acme/S12, acme/S099, acme/S100, other\n" in run("plugins").out
