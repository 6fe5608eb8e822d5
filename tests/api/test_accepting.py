"""The list of accepted findings as a file: read, judged, started."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs
from projects import DESCRIPTION, described, host_of, only_acme

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Severity
from dcsgen.load.validate import validator
from dcsgen.load.yaml_reader import read_tree

TODAY = date(2031, 1, 31)
ENTRY = """\
accepted:
  - rule: acme/S1
    path: product.name
    reason: it is short
    owner: Jane
    expires: 2031-12-31
"""


def checked(folder: Path, listed: str | bytes, *files: Path, today: date | None = TODAY) -> tuple[Finding, ...]:
    """What is found, with a list of accepted findings."""
    name = folder / "dcsgen-accepted.yaml"
    name.write_bytes(listed if isinstance(listed, bytes) else listed.encode())
    configuration = structs.replace(only_acme(), accepted=name)
    result = api.check(files or [described(folder)], host=host_of(folder), configuration=configuration, today=today)
    return result.report.findings


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(f"{one.code}{' accepted' if one.accepted else ''}" for one in findings)


ALL = ["acme/S1", "acme/S2", "acme/S2"]


def test_an_entry_accepts_a_finding_by_code_slug_or_fingerprint(tmp_path: Path) -> None:
    accepted = ["acme/S1 accepted", "acme/S2", "acme/S2"]
    assert codes(checked(tmp_path, ENTRY)) == accepted
    assert codes(checked(tmp_path, ENTRY.replace("acme/S1", "short-name"))) == accepted
    (short,) = (one for one in checked(tmp_path, "accepted: []\n") if one.code == "acme/S1")
    named = ENTRY.replace("path: product.name", f'fingerprint: "{short.fingerprint}"')
    assert codes(checked(tmp_path, named)) == accepted


def test_the_fingerprint_still_fits_when_the_description_has_moved(tmp_path: Path) -> None:
    (short,) = (one for one in checked(tmp_path, "accepted: []\n") if one.code == "acme/S1")
    named = ENTRY.replace("path: product.name", f'fingerprint: "{short.fingerprint}"')
    moved = described(tmp_path / "elsewhere", text=f"# moved\n\n{DESCRIPTION}")
    assert "acme/S1 accepted" in codes(checked(tmp_path, named, moved))


def test_an_expired_or_unused_entry_is_a_finding_at_its_place(tmp_path: Path) -> None:
    expired = checked(tmp_path, ENTRY.replace("2031-12-31", "2031-01-30"))
    assert codes(expired) == ["X020", *ALL]
    (one,) = (one for one in expired if one.code == "X020")
    assert str(one.place) == f"{tmp_path}/dcsgen-accepted.yaml:2:5"
    assert one.excerpt == "  - rule: acme/S1"
    assert one.fingerprint
    assert codes(checked(tmp_path, ENTRY.replace("product.name", "product.nam"))) == ["X021", *ALL]


def test_an_entry_for_a_rule_that_does_not_run_is_not_unused(tmp_path: Path) -> None:
    entry = ENTRY.replace("acme/S1", "acme/S4").replace("product.name", "document.*")
    assert codes(checked(tmp_path, entry)) == ALL
    broken = described(tmp_path, "broken.yaml", DESCRIPTION + "nonsense: 1\n")
    assert codes(checked(tmp_path, ENTRY, broken)) == ["L020"]


def test_an_entry_for_a_rule_that_failed_is_not_unused(tmp_path: Path) -> None:
    entry = ENTRY.replace("acme/S1", "acme/S5")
    assert "X021" in codes(checked(tmp_path, entry))
    breaks = described(tmp_path, "breaks.yaml", DESCRIPTION.replace("vendor: V", "vendor: BREAK"))
    found = codes(checked(tmp_path, entry, breaks))
    assert "X012" in found
    assert "X021" not in found


def test_an_entry_with_a_file_speaks_of_that_file_alone(tmp_path: Path) -> None:
    one, two = described(tmp_path, "one.yaml"), described(tmp_path, "below/one.yaml")
    entry = ENTRY.replace("    reason", "    file: one.yaml\n    reason")
    both = checked(tmp_path, entry, one, two)
    assert [str(f.place) for f in both if f.accepted] == [f"{one}:2:17"]
    assert codes(checked(tmp_path, entry, two)) == ALL
    assert codes(checked(tmp_path, entry.replace("one.yaml", "below/../one.yaml"), one)) == [
        "acme/S1 accepted",
        *ALL[1:],
    ]


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("    owner: Jane\n", "", "2:5", 'has no "owner"'),
        ("owner", "ownr", "5:5", 'the key "ownr" is not known'),
        ("reason: it is short", 'reason: ""', "4:13", "the text is empty"),
        ("2031-12-31", "2031-02-30", "6:14", '"2031-02-30" is no day of the calendar'),
        ("2031-12-31", "tomorrow", "6:14", '"tomorrow" does not have the right form'),
        ("acme/S1", "acme/S9", "2:11", 'there is no finding "acme/S9"'),
        ("acme/S1", "shortname", "2:11", 'there is no finding "shortname"'),
        ("acme/S1", "L020", "2:11", "L020 unknown-key cannot be accepted"),
        ("acme/S1", "X012", "2:11", "X012 rule-raised cannot be accepted"),
        ("acme/S1", "X021", "2:11", "X021 accepted-entry-unused cannot be accepted"),
        ("    path: product.name\n", "", "2:5", 'has none of "path" and "fingerprint"'),
        (
            "    reason",
            '    fingerprint: "0123456789abcdef"\n    reason',
            "2:5",
            'has "path" and "fingerprint", which exclude each other',
        ),
        ("path: product.name", 'fingerprint: "0123"', "3:18", "does not have the right form"),
        ("path: product.name", "fingerprint: 1234567890123456", "3:18", "is not text"),
        ("accepted:", "acepted:", "1:1", 'the key "acepted" is not known'),
    ],
)
def test_a_wrong_entry_is_a_finding_and_accepts_nothing(
    tmp_path: Path, old: str, new: str, at: str, message: str
) -> None:
    findings = checked(tmp_path, ENTRY.replace(old, new, 1))
    assert not any(one.accepted for one in findings)
    wrong = [one for one in findings if one.code == "X022"]
    assert any(message in one.message for one in wrong), wrong
    assert {one.severity for one in wrong} == {Severity.ERROR}
    assert f"{tmp_path}/dcsgen-accepted.yaml:{at}" in {str(one.place) for one in wrong}


def test_the_other_entries_still_hold(tmp_path: Path) -> None:
    two = ENTRY + ENTRY.partition("\n")[2].replace("acme/S1", "nonsense")
    assert codes(checked(tmp_path, two)) == ["X022", "acme/S1 accepted", "acme/S2", "acme/S2"]


@pytest.mark.parametrize(
    "listed", [b"", b"accepted: [", b"- 1\n", b"\xff\xfe\x00", b"accepted: 5\n", b"accepted: [5]\n"]
)
def test_a_list_that_cannot_be_read_is_a_finding(tmp_path: Path, listed: bytes) -> None:
    findings = checked(tmp_path, listed)
    assert codes(findings) == ["X022", *ALL]
    assert findings[0].place is not None
    assert findings[0].place.file.endswith("dcsgen-accepted.yaml")


def test_a_list_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    configuration = structs.replace(only_acme(), accepted=tmp_path / "none.yaml")
    found = api.check([described(tmp_path)], host=host_of(tmp_path), configuration=configuration).report.findings
    assert "X022" in codes(found)


def test_severities_of_findings_about_the_list_can_be_raised(tmp_path: Path) -> None:
    listed = tmp_path / "list.yaml"
    listed.write_text(ENTRY.replace("product.name", "product.nam"))
    configuration = structs.replace(only_acme(severity={"X021": Severity.ERROR}), accepted=listed)
    report = api.check([described(tmp_path)], host=host_of(tmp_path), configuration=configuration).report
    assert {one.severity for one in report.findings if one.code == "X021"} == {Severity.ERROR}


def start(folder: Path, *files: Path, owner: str = "Jane") -> api.CheckResult:
    return api.start_accepted(files, host=host_of(folder), owner=owner, today=TODAY, configuration=only_acme(), jobs=1)


def test_a_list_that_is_started_accepts_everything_for_a_while(tmp_path: Path) -> None:
    file = described(tmp_path)
    result = start(tmp_path, file, owner='Jane "J" Doe\u2028')
    assert codes(result.report.findings) == [f"{code} accepted" for code in ALL]
    assert not result.report.fails
    text = (tmp_path / "dcsgen-accepted.yaml").read_text(encoding="utf-8")
    tree, problems = read_tree(text.encode(), "x")
    assert problems == []
    assert list(validator({"$ref": "accepted.schema.json"}).iter_errors(tree.root)) == []
    assert [entry["path"] for entry in tree.root["accepted"]] == [
        "product.name",
        "application_entities.STORE",
        "application_entities.FIND",
    ]
    assert {entry["owner"] for entry in tree.root["accepted"]} == {'Jane "J" Doe\u2028'}
    assert {entry["expires"] for entry in tree.root["accepted"]} == {"2031-05-01"}
    assert {entry["file"] for entry in tree.root["accepted"]} == {"product.yaml"}
    assert "# " + str(file) + ":2:17: the name is short" in text
    assert codes(checked(tmp_path, text)) == codes(result.report.findings)


def test_what_stands_in_a_list_is_named_by_its_fingerprint(tmp_path: Path) -> None:
    services = """\
services:
  storage:
    application_entity: STORE
    role: SCU
    sop_classes: [CTImageStorage, RTPlanStorage]
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "lists.py").write_text("""
from dcsgen.plugin import Kind, LintRule, Severity, hookimpl
KIND = Kind(code="lists/S1", slug="second", severity=Severity.ERROR, what="w", why="y", instead="i")

@hookimpl
def dcsgen_lint_rules():
    return [LintRule(KIND, lambda capability: [KIND.at(("services", "storage", "sop_classes", 1), "the second")])]
""")
    configuration = api.Configuration(choice=api.Choice(select=("lists",)))
    result = api.start_accepted(
        [described(tmp_path, text=DESCRIPTION + services)],
        host=api.open_host(folders=[plugins]),
        owner="Jane",
        today=TODAY,
        configuration=configuration,
    )
    (one,) = result.report.findings
    assert one.subject == "RTPlanStorage"
    assert one.accepted
    assert f'fingerprint: "{one.fingerprint}"' in (tmp_path / "dcsgen-accepted.yaml").read_text()


def test_errors_of_loading_are_left_out_of_a_new_list(tmp_path: Path) -> None:
    result = start(tmp_path, described(tmp_path, text=DESCRIPTION + "nonsense: 1\n"))
    assert codes(result.report.findings) == ["L020"]
    assert (tmp_path / "dcsgen-accepted.yaml").read_text().endswith("accepted: []\n")


def test_a_list_is_only_started(tmp_path: Path) -> None:
    file = described(tmp_path)
    (tmp_path / "dcsgen-accepted.yaml").write_text("mine")
    with pytest.raises(UsageError, match=r"dcsgen-accepted\.yaml is there already"):
        start(tmp_path, file)
    assert (tmp_path / "dcsgen-accepted.yaml").read_text() == "mine"


def test_a_list_is_started_where_the_configuration_says(tmp_path: Path) -> None:
    file = described(tmp_path, "below/product.yaml")
    (tmp_path / "dcsgen.toml").write_text('select = ["acme"]\n')
    host = host_of(tmp_path)
    api.start_accepted([file], host=host, owner="J", today=TODAY, configuration=api.configuration([file]))
    assert (tmp_path / "dcsgen-accepted.yaml").is_file()
    (tmp_path / "dcsgen.toml").write_text('select = ["acme"]\naccepted = "quality/list.yaml"\n')
    result = api.start_accepted([file], host=host, owner="J", today=TODAY, configuration=api.configuration([file]))
    assert 'file: "../below/product.yaml"' in (tmp_path / "quality" / "list.yaml").read_text()
    assert all(one.accepted for one in result.report.findings)


def test_the_schema_has_the_keys_of_an_entry() -> None:
    keys = set(schemas.load("accepted")["$defs"]["entry"]["properties"])
    assert keys == {"rule", "path", "fingerprint", "file", "reason", "owner", "expires"}
