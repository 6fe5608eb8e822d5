"""Repairs in real files: which are made, where, and what stays as it is."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from repairing_helpers import HEAD, SERVICE, strict, written

from dcsgen import api
from dcsgen.base.errors import OutputError
from dcsgen.base.finding import Severity

PLUGIN = """
from pathlib import Path
from dcsgen.plugin import AddEntry, Kind, LintRule, RenameKey, Repair, Severity, SetValue, StatusTable, hookimpl

PLUGIN_NAME = "acme"

def kind(number, slug):
    return Kind(code=f"acme/S{number}", slug=slug, severity=Severity.NOTE, what="w", why="y", instead="i")

NAME, LIES, BREAKS, STAYS, TWICE = (kind(n, f"rule-{n}") for n in range(1, 6))

def name(capability):
    if capability.product.name != "ACME":
        change = SetValue(("product", "name"), "ACME")
        yield NAME.at(("product", "name"), "not ACME", repair=Repair(title="write ACME", changes=(change,)))

def lies(capability):
    change = SetValue(("product", "vendor"), "another")
    repair = Repair(title="change the vendor", changes=(change,), keeps_facts=True)
    yield LIES.at(("product", "vendor"), "a vendor", repair=repair)

def breaks(capability):
    change = SetValue(("services", "store", "role"), "nobody")
    yield BREAKS.at(("services", "store"), "a role", repair=Repair(title="break it", changes=(change,)))

def stays(capability):
    change = SetValue(("product", "name"), "STILL")
    yield STAYS.at(("product", "name"), "always", repair=Repair(title="nothing helps", changes=(change,)))

def twice(capability):
    if capability.product.name != "TWICE":
        change = SetValue(("product", "name"), "TWICE")
        yield TWICE.at(("product", "name"), "not TWICE", repair=Repair(title="write TWICE", changes=(change,)))

@hookimpl
def dcsgen_lint_rules():
    rules = {NAME: name, LIES: lies, BREAKS: breaks, STAYS: stays, TWICE: twice}
    return [LintRule(kind, find) for kind, find in rules.items()]

@hookimpl
def dcsgen_status_tables():
    return [StatusTable("acme-table", Path(__file__).with_name("table.yaml"))]
"""

NUMBER = "1.2.840.10008.5.1.4.1.1.2"
WITH_NUMBER = HEAD + SERVICE.replace("CTImageStorage", NUMBER)


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


@pytest.fixture
def acme(tmp_path: Path) -> api.Host:
    folder = tmp_path / "plug-ins"
    folder.mkdir()
    (folder / "acme.py").write_text(PLUGIN)
    (folder / "table.yaml").write_text(
        'title: T\nservice: C-STORE\nstatuses: {"0000": {class: success, meaning: Success}}\n'
    )
    return api.open_host(folders=[folder])


def fixed(file: Path, host: api.Host, *select: str, write: bool = True) -> api.FixResult:
    return api.fix([file], host=host, configuration=strict(*select), write=write)


def codes(result: api.FixResult) -> list[str]:
    return [each.code for each in result.repaired]


def reasons(result: api.FixResult) -> list[tuple[str, str]]:
    return [(each.code, why) for each, why in result.refused]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (SERVICE.replace("CTImageStorage", NUMBER), SERVICE, "S131"),
        (SERVICE.replace("CTImageStorage", "CT Image Storage"), SERVICE, "S130"),
        (SERVICE.replace("Implicit", "Implicit "), SERVICE, "S130"),
        (SERVICE.replace("SCP", "scp"), SERVICE, "L023"),
        (SERVICE.replace("role:", "Role:"), SERVICE, "L020"),
        (SERVICE.replace("sop_classes", "sop-classes"), SERVICE, "L020"),
        (
            SERVICE + "    statuses: {a700: {class: failure, meaning: M}}\n",
            SERVICE + "    statuses: {A700: {class: failure, meaning: M}}\n",
            "S134",
        ),
        (
            SERVICE + "    statuses: {0xA7xx: {class: failure, meaning: M}}\n",
            SERVICE + "    statuses: {A7xx: {class: failure, meaning: M}}\n",
            "L024",
        ),
        (
            SERVICE + "    statuses: {Other: {class: failure, meaning: M}}\n",
            SERVICE + "    statuses: {other: {class: failure, meaning: M}}\n",
            "L024",
        ),
        (
            SERVICE + "    statuses: {A700: {class: failure, meaning: M, related_fields: ['(0000,0902)']}}\n",
            SERVICE + "    statuses: {A700: {class: failure, meaning: M, related_fields: ['ErrorComment']}}\n",
            "S132",
        ),
        (
            SERVICE.replace("SCP", "SCU") + "    statuses: {A700: {class: failure, meaning: M}}\n",
            SERVICE.replace("SCP", "SCU") + "    statuses: {A700: {class: failure, meaning: M}, "
            "other: {class: failure, meaning: Other Status Codes}}\n",
            "S305",
        ),
        (
            "configuration:\n  local: {STORE: {ae_title: ' STORE', port: 104}}\n  remote:\n    'PEER ': {}\n",
            "configuration:\n  local: {STORE: {ae_title: 'STORE', port: 104}}\n  remote:\n    'PEER': {}\n",
            "S114",
        ),
        (
            "iods: {plan: {sop_class: RTPlanStorage, title: T, modules: {rt general plan: {}}}}\n",
            "iods: {plan: {sop_class: RTPlanStorage, title: T, modules: {RT General Plan: {}}}}\n",
            "L036",
        ),
    ],
)
def test_each_repair(tmp_path: Path, host: api.Host, before: str, after: str, code: str) -> None:
    file = written(tmp_path, HEAD + "# of all\n" + before)
    result = fixed(file, host)
    assert code in codes(result)
    assert file.read_text() == HEAD + "# of all\n" + after
    left = [each for each in result.after.report.findings if each.code == code]
    assert left == []


def test_head_with_a_number_for_text_and_a_short_date(tmp_path: Path, host: api.Host) -> None:
    before = HEAD.replace('"1"}\ndoc', "1.0}\ndoc").replace("2020-01-01", "2020/1/9")
    file = written(tmp_path, before)
    assert codes(fixed(file, host)) == ["L021", "L024"]
    assert file.read_text() == before.replace("1.0}", '"1.0"}').replace("2020/1/9", "2020-01-09")


@pytest.mark.parametrize("day", ["1.2.2020", "2020-13-1", "2020-2-30", "20-1-1", "2020-1/2", "January 2020"])
def test_a_date_that_could_mean_two_days_is_left_alone(tmp_path: Path, host: api.Host, day: str) -> None:
    file = written(tmp_path, HEAD.replace("2020-01-01", day))
    assert fixed(file, host).changes == ()


def test_a_guess_is_never_made(tmp_path: Path, host: api.Host) -> None:
    file = written(tmp_path, HEAD + SERVICE.replace("CTImageStorage", "CTImageStorgae").replace("SCP", "SPC"))
    result = fixed(file, host)
    assert result.changes == ()
    assert "did you mean" in "".join(each.hint for each in result.after.report.findings)


MAPPING = """\
iods: {plan: {sop_class: RTPlanStorage, title: T, modules: {RT General Plan: {}}}}
attribute_mappings:
  plan:
    title: T
    iod: plan
    direction: import
    modules:
      RT General Plan:
        attributes:
          RTPlanLabel: optional  # the label
          ReferencedRTPlanSequence.RTPlanRelationship: optional
ae_mappings:
  plan:
    title: T
    attribute_mapping: plan
    attributes:
      RTPlanLabel: {default: {field: F}}
"""


@pytest.mark.parametrize(
    ("keyword", "written_as", "code"),
    [
        ("          RTPlanLabel", "          (300A,0002)", "L035"),
        ("          RTPlanLabel", "          RtPlanLabel", "L032"),
        ("ReferencedRTPlanSequence.RTPlanRel", "(300C,0002).rtplanrel", "L035"),
        ("      RTPlanLabel: {", "      rtplanlabel: {", "L039"),
        ("      RTPlanLabel: {", "      (300A,0002): {", "L039"),
    ],
)
def test_attributes_of_mappings_get_their_keywords(
    tmp_path: Path, host: api.Host, keyword: str, written_as: str, code: str
) -> None:
    assert MAPPING.count(keyword) == 1
    file = written(tmp_path, HEAD + MAPPING.replace(keyword, written_as))
    assert code in codes(fixed(file, host))
    assert file.read_text() == HEAD + MAPPING


def test_the_edit_goes_to_the_file_where_the_name_stands(tmp_path: Path, host: api.Host) -> None:
    written(tmp_path, SERVICE.replace("CTImageStorage", NUMBER), "parts/services.yaml")
    written(tmp_path, "# family\n" + HEAD + "sets: {plain: [Implicit VR Little Endian]}\n", "family.yaml")
    main = written(tmp_path, "extends: family.yaml\ninclude: [parts/services.yaml, more.yaml]\n# main\n")
    written(
        tmp_path,
        SERVICE.replace("store", "again").replace("[Implicit", "[$plain, Implicit").replace("SCP", "SCU"),
        "more.yaml",
    )
    result = api.fix([main], host=host, configuration=strict("S130", "S131"))
    assert [Path(change.file).name for change in result.changes] == ["family.yaml", "services.yaml"]
    assert (tmp_path / "family.yaml").read_text() == f"# family\n{HEAD}sets: {{plain: [ImplicitVRLittleEndian]}}\n"
    assert (tmp_path / "parts/services.yaml").read_text() == SERVICE
    assert main.read_text().endswith("# main\n")


def test_two_descriptions_that_share_a_file(tmp_path: Path, host: api.Host) -> None:
    shared = written(tmp_path, SERVICE.replace("CTImageStorage", NUMBER), "shared.yaml")
    files = [written(tmp_path, f"include: [shared.yaml]\n{HEAD}", name) for name in ("a.yaml", "b.yaml")]
    result = api.fix(files, host=host, configuration=strict("S131"), jobs=2)
    assert shared.read_text() == SERVICE
    assert {each.code for each in result.repaired} == {"S131"}
    assert [each for each in result.after.report.findings if each.code == "S131"] == []


def test_a_record_of_a_plug_in_is_not_changed(tmp_path: Path, acme: api.Host) -> None:
    text = HEAD + SERVICE.replace("SCP", "SCU") + "    status_table: acme-table\n"
    file = written(tmp_path, text)
    result = fixed(file, acme, "S305")
    assert reasons(result) == [("S305", 'it stands in a file of the plug-in "acme", not in one of this project')]
    assert file.read_text() == text


def test_a_shared_table_gets_the_row_unless_a_provider_uses_it(tmp_path: Path, host: api.Host) -> None:
    table = 'status_tables: {t: {title: T, service: C-STORE, statuses: {"0000": {class: success, meaning: S}}}}\n'
    user = SERVICE.replace("SCP", "SCU") + "    status_table: t\n"
    file = written(tmp_path, HEAD + user + table)
    assert codes(fixed(file, host, "S305")) == ["S305"]
    assert "other: {class: failure, meaning: Other Status Codes}" in file.read_text()
    both = user.replace("SCU", "BOTH")
    file = written(tmp_path, HEAD + both + table, "both.yaml")
    assert fixed(file, host, "S305").changes == ()


def test_a_read_only_file_is_left_alone_with_a_sentence(tmp_path: Path, host: api.Host) -> None:
    file = written(tmp_path, WITH_NUMBER)
    file.chmod(0o444)
    result = fixed(file, host, "S131")
    assert reasons(result) == [("S131", f"{file} is read-only")]
    assert file.read_text() == WITH_NUMBER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (WITH_NUMBER.encode().replace(b"\n", b"\r\n"), (HEAD + SERVICE).encode().replace(b"\n", b"\r\n")),
        (b"\xef\xbb\xbf" + WITH_NUMBER.encode(), b"\xef\xbb\xbf" + (HEAD + SERVICE).encode()),
        (WITH_NUMBER.encode("utf-16"), (HEAD + SERVICE).encode("utf-16")),
        (b"\xfe\xff" + WITH_NUMBER.encode("utf-16-be"), b"\xfe\xff" + (HEAD + SERVICE).encode("utf-16-be")),
        (WITH_NUMBER.rstrip().encode(), (HEAD + SERVICE).rstrip().encode()),
    ],
    ids=["CRLF", "UTF-8 with BOM", "UTF-16", "UTF-16 BE", "no final newline"],
)
def test_the_form_of_the_file_stays(tmp_path: Path, host: api.Host, before: bytes, after: bytes) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(before)
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to("a.yaml")
    assert codes(fixed(link, host, "S131")) == ["S131"]
    assert file.read_bytes() == after
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert link.is_symlink()


def test_nothing_is_written_if_nobody_asks_for_it(tmp_path: Path, host: api.Host) -> None:
    file = written(tmp_path, WITH_NUMBER)
    result = fixed(file, host, "S131", write=False)
    assert [(each.file, each.before, each.after) for each in result.changes] == [
        (str(file), WITH_NUMBER, HEAD + SERVICE)
    ]
    assert file.read_text() == WITH_NUMBER
    assert len(result.before.report.findings) == 1
    assert result.after.report.findings == ()


def test_only_what_is_selected_and_not_accepted_is_repaired(tmp_path: Path, host: api.Host) -> None:
    file = written(tmp_path, WITH_NUMBER.replace("Implicit", "Implicit "))
    accepted = tmp_path / "accepted.yaml"
    accepted.write_text(
        'accepted: [{rule: S131, path: "services.store.sop_classes[0]", reason: R, owner: O, expires: 2999-01-01}]\n'
    )
    configuration = api.overruled(strict("S130", "S131", "S134"), accepted=accepted)
    result = api.fix([file], host=host, configuration=configuration)
    assert codes(result) == ["S130"]
    assert NUMBER in file.read_text()
    assert [(each.code, bool(each.accepted)) for each in result.after.report.findings] == [("S131", True)]


def test_an_anchor_that_two_places_share_is_left_alone(tmp_path: Path, host: api.Host) -> None:
    text = HEAD + SERVICE.replace("CTImageStorage", f"&ct {NUMBER}, MRImageStorage")
    file = written(tmp_path, text)
    result = fixed(file, host, "S131")
    assert reasons(result) == [("S131", "an anchor or a tag belongs to it")]
    assert file.read_text() == text


def test_a_name_in_an_anchored_list_is_repaired_for_all_who_use_it(tmp_path: Path, host: api.Host) -> None:
    second = SERVICE.replace("services:\n  store", "  again").replace("[CTImageStorage]", "*list").replace("SCP", "SCU")
    file = written(
        tmp_path, HEAD + SERVICE.replace("[CT", f"&list [{NUMBER}, CT").replace("CTImage", "MRImage") + second
    )
    fixed(file, host, "S131")
    assert "&list [CTImageStorage, MRImageStorage]" in file.read_text()


def test_a_vendors_rule_can_offer_a_repair(tmp_path: Path, acme: api.Host) -> None:
    file = written(tmp_path, HEAD)
    assert codes(fixed(file, acme, "acme/S1")) == ["acme/S1"]
    assert file.read_text() == HEAD.replace("name: P", "name: ACME")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("acme/S2", "the statement would not say the same any more"),
        ("acme/S3", "it would lead to an error"),
        ("acme/S4", "the finding would not be gone"),
    ],
)
def test_a_repair_that_does_not_keep_its_promise_is_not_made(
    tmp_path: Path, acme: api.Host, code: str, why: str
) -> None:
    file = written(tmp_path, HEAD + SERVICE)
    # A repair that works, beside one that does not, is made.
    result = fixed(file, acme, code, "acme/S1")
    assert reasons(result) == [(code, why)]
    assert codes(result) == ["acme/S1"]
    assert file.read_text() == (HEAD + SERVICE).replace("name: P", "name: ACME")


def test_of_two_repairs_of_one_value_the_first_is_made_and_the_run_ends(tmp_path: Path, acme: api.Host) -> None:
    file = written(tmp_path, HEAD)
    result = fixed(file, acme, "acme/S1", "acme/S5")
    assert codes(result)[0] == "acme/S1"
    assert len(result.repaired) < 61
    assert file.read_text() in (HEAD.replace("name: P", "name: ACME"), HEAD.replace("name: P", "name: TWICE"))


def test_a_repair_that_makes_a_key_stand_twice_is_not_made(tmp_path: Path, host: api.Host) -> None:
    text = HEAD + SERVICE + "    statuses: {0xA700: {class: failure, meaning: M}, A700: {class: failure, meaning: M}}\n"
    file = written(tmp_path, text)
    result = fixed(file, host)
    assert [code for code, _ in reasons(result)] == ["L024"]
    assert file.read_text() == text


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    tmp_path: Path, host: api.Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dcsgen.api import fixing

    file = written(tmp_path, WITH_NUMBER)
    done = fixing._write

    def interrupted(texts: fixing.Files) -> None:
        file.write_text("# somebody else\n")
        done(texts)

    monkeypatch.setattr(fixing, "_write", interrupted)
    with pytest.raises(OutputError, match="was changed while"):
        fixed(file, host, "S131")
    assert file.read_text() == "# somebody else\n"


def test_a_file_that_cannot_be_read_stays_a_finding(tmp_path: Path, host: api.Host) -> None:
    good = written(tmp_path, WITH_NUMBER)
    bad = written(tmp_path, "a: [", "bad.yaml")
    result = api.fix([bad, good, tmp_path / "none.yaml"], host=host, configuration=strict("S131"))
    assert good.read_text() == HEAD + SERVICE
    assert bad.read_text() == "a: ["
    assert result.after.unreadable
    assert [each.code for each in result.after.report.findings if each.severity is Severity.ERROR] == ["L006", "L001"]
