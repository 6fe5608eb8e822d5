"""Fingerprints: they stay when words and lines change, and tell findings apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from dcsgen import api
from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.base.fingerprint import with_fingerprints

DESCRIPTION = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  STORE: {function: F}
services:
  storage:
    application_entity: STORE
    role: SCP
    sop_classes: [CTImageStorage, RTPlanStorag, RTDoseStorag]
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""


def finding(**over: Any) -> Finding:
    fields: dict[str, Any] = {
        "code": "S101",
        "slug": "a-slug",
        "severity": Severity.ERROR,
        "message": "words",
        "path": "services.a.sop_classes[0]",
        "place": Place("folder/product.yaml", 3, 4),
    }
    return Finding(**{**fields, **over})


def fingerprints(*findings: Finding) -> list[str]:
    return [one.fingerprint for one in with_fingerprints(findings)]


def found(folder: Path, text: str = DESCRIPTION, name: str = "product.yaml") -> dict[str, str]:
    """Fingerprint by message of what is found in a description."""
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    report = api.check([folder / name], host=api.open_host(vendors=False)).report
    assert report.findings
    return {one.message: one.fingerprint for one in report.findings}


def test_it_is_sixteen_hexadecimal_digits() -> None:
    (one,) = fingerprints(finding())
    assert re.fullmatch("[0-9a-f]{16}", one)


def test_it_survives_another_wording_severity_line_and_folder() -> None:
    others = (
        finding(message="other words", hint="h", slug="another-slug"),
        finding(severity=Severity.NOTE, excerpt="x", related=(Place("b", 1, 1),), provider="p", accepted="r"),
        finding(place=Place("/elsewhere/product.yaml", 70, 1)),
        finding(place=Place("C:\\checkout\\product.yaml", 3, 4)),
    )
    assert {*fingerprints(finding())} == {one for other in others for one in fingerprints(other)}


def test_it_differs_by_code_file_path_and_subject() -> None:
    every = (
        finding(),
        finding(code="S102"),
        finding(place=Place("folder/family.yaml", 3, 4)),
        finding(place=None),
        finding(path="services.b.sop_classes[0]"),
        finding(subject="1.2.3"),
        finding(subject="1.2.4"),
    )
    assert len({one for each in every for one in fingerprints(each)}) == len(every)


def test_with_a_subject_the_place_in_a_list_does_not_count() -> None:
    first, later = finding(subject="1.2.3"), finding(subject="1.2.3", path="services.a.sop_classes[7]")
    assert fingerprints(first) == fingerprints(later)
    assert fingerprints(finding()) != fingerprints(finding(path="services.a.sop_classes[7]"))


def test_equal_ones_are_numbered_in_reading_order() -> None:
    one, two, three = fingerprints(finding(), finding(message="b"), finding(message="c"))
    assert len({one, two, three}) == 3
    assert fingerprints(finding(), finding(message="b")) == [one, two]


@given(
    st.lists(
        st.builds(
            finding,
            code=st.sampled_from(["S101", "L020"]),
            path=st.sampled_from(["", "a", "a[0]", "a[1]"]),
            subject=st.sampled_from(["", "x", "\0", "\udc80"]),
            place=st.sampled_from([None, Place("a.yaml", 1, 1), Place("b/a.yaml", 1, 1), Place("\udc80", 1, 1)]),
        ),
        max_size=12,
    )
)
def test_no_two_are_the_same(findings: Sequence[Finding]) -> None:
    named = with_fingerprints(findings)
    assert len({one.fingerprint for one in named}) == len(findings)
    assert [structs.replace(one, fingerprint="") for one in named] == list(findings)


def test_of_a_checked_file_it_survives_moved_lines_and_another_checkout(tmp_path: Path) -> None:
    before = found(tmp_path / "one")
    moved = DESCRIPTION.replace("services:", "\n# a comment\n\nservices:").replace("role: SCP", "role:     SCP")
    assert found(tmp_path / "a" / "b", moved) == before


def test_of_a_checked_file_it_survives_other_items_in_the_same_list(tmp_path: Path) -> None:
    before = found(tmp_path)
    after = found(
        tmp_path, DESCRIPTION.replace("[CTImageStorage, RTPlanStorag", "[MRImageStorage, CTImageStorage, RTPlanStorag")
    )
    assert after == before
    without = found(tmp_path, DESCRIPTION.replace("RTPlanStorag, ", ""))
    (message,) = (message for message in before if "RTDoseStorag" in message)
    assert without[message] == before[message]


def test_two_missing_keys_of_one_record_differ_by_the_key(tmp_path: Path) -> None:
    both = found(tmp_path, DESCRIPTION.replace('{name: P, vendor: V, version: "1"}', "{name: P}"))
    one = found(tmp_path, DESCRIPTION.replace('{name: P, vendor: V, version: "1"}', "{name: P, vendor: V}"))
    (message,) = (message for message in both if '"version"' in message)
    assert one[message] == both[message]
    assert len(set(both.values())) == len(both)
