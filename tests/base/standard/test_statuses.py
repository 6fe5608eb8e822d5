"""Status codes: ranges, classes and clauses fit together, and people's ways of writing codes are understood."""

from __future__ import annotations

import re

import pytest

from dcsgen.base.standard import composite_statuses, elements, normalized_statuses, statuses, uids
from dcsgen.base.standard.general_statuses import GENERAL, RETURNED_BY
from dcsgen.base.standard.service_classes import service_classes, service_of
from dcsgen.base.standard.status_table import Table
from dcsgen.base.words import StatusClass

TABLES = composite_statuses.TABLES + normalized_statuses.TABLES
EVERY = [(dimse, service_class) for dimse in statuses.dimse_services() for service_class in ("", *service_classes())]
KEYWORDS = {sop_class.keyword: sop_class.uid for sop_class in uids.all_of(uids.SOP_CLASSES) if sop_class.keyword}


@pytest.mark.parametrize(("dimse", "service_class"), EVERY)
def test_every_status_is_sound(dimse: str, service_class: str) -> None:
    found = statuses.statuses_of(dimse, service_class)
    assert any(status.low == 0 and status.status_class is StatusClass.SUCCESS for status in found)
    for status in found:
        assert 0 <= status.low <= status.high <= 0xFFFF
        assert statuses.parse_code(status.code) == (status.low, status.high)
        # PS3.7 Annex C: the value alone tells the class.
        assert {statuses.class_of(code) for code in (status.low, status.high)} == {status.status_class}
        assert all(elements.by_keyword(keyword) for keyword in status.related_fields)
        assert re.fullmatch(r"PS3\.[47] (Table )?[0-9A-Z]+(\.\d+)*(-\d+)?", status.clause)
        assert status.meaning
        assert status.dimse == dimse
        assert (status.service_class == "") == status.clause.startswith("PS3.7")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.clause} {table.dimse}")
def test_every_table_is_for_something_that_exists(table: Table) -> None:
    assert set(table.service_classes) <= set(service_classes())
    assert len({row.code for row in table.rows}) == len(table.rows)
    if table.applies_to in KEYWORDS:
        service = service_of(KEYWORDS[table.applies_to])
        assert service is not None
        assert service.service_class in table.service_classes
        assert table.dimse in service.dimse
    else:
        assert " " in table.applies_to or not table.applies_to


def test_a_service_class_has_statuses_only_for_dimse_services_that_it_uses() -> None:
    used: dict[str, set[str]] = {}
    for uid in KEYWORDS.values():
        if (service := service_of(uid)) is not None:
            used.setdefault(service.service_class, set()).update(service.dimse)
    for table in TABLES:
        for service_class in table.service_classes:
            assert table.dimse in used[service_class]


def test_a_code_has_one_class_wherever_it_stands() -> None:
    classes: dict[int, set[StatusClass]] = {}
    for dimse, service_class in EVERY:
        for status in statuses.statuses_of(dimse, service_class):
            for code in {status.low, status.high}:
                classes.setdefault(code, set()).add(status.status_class)
    assert {code for code, found in classes.items() if len(found) > 1} == set()


def test_every_general_status_is_returned_by_something() -> None:
    listed = {int(code, 16) for _, codes in RETURNED_BY.values() for code in codes.split()}
    assert listed == set(GENERAL)
    for code, general in GENERAL.items():
        assert statuses.class_of(code) is general.status_class
        assert not statuses.is_assignable(code)


@pytest.mark.parametrize(
    ("code", "dimse", "service_class", "status_class", "written", "clause"),
    [
        (0x0000, "C-STORE", "Storage", "success", "0000", "PS3.4 Table B.2-1"),
        (0xA710, "C-STORE", "Storage", "failure", "A7xx", "PS3.4 Table B.2-1"),
        (0xA710, "C-STORE", "", "failure", "A7xx", "PS3.4 Table B.2-1"),
        (0xB006, "C-STORE", "Storage", "warning", "B006", "PS3.4 Table B.2-1"),
        (0xC123, "C-STORE", "Storage", "failure", "Cxxx", "PS3.4 Table B.2-1"),
        (0x0124, "C-STORE", "Storage", "failure", "0124", "PS3.7 9.1.1.1.9"),
        (0xC100, "C-FIND", "Relevant Patient Information Query", "failure", "C100", "PS3.4 Table Q.2-1"),
        (0xC100, "C-FIND", "Query/Retrieve", "failure", "Cxxx", "PS3.4 Table C.4-1"),
        (0xFF01, "C-FIND", "Basic Worklist Management", "pending", "FF01", "PS3.4 Table K.4-1"),
        (0xA801, "C-MOVE", "Query/Retrieve", "failure", "A801", "PS3.4 Table C.4-2"),
        (0xA702, "C-MOVE", "Hanging Protocol Query/Retrieve", "failure", "A702", "PS3.4 Table C.4-2"),
        (0xFE00, "C-GET", "Query/Retrieve", "cancel", "FE00", "PS3.4 Table C.4-3"),
        (0x0122, "C-ECHO", "Verification", "failure", "0122", "PS3.7 9.1.5.1.4"),
        (0x0110, "N-SET", "Modality Performed Procedure Step", "failure", "0110", "PS3.4 Table F.7.2-2"),
        (0x0110, "N-ACTION", "Storage Commitment", "failure", "0110", "PS3.7 10.1.4.1.10"),
        (0xC221, "N-CREATE", "RT Machine Verification", "failure", "C221", "PS3.4 Table DD.3.2.1.2-1"),
        (0xB604, "N-SET", "Print Management", "warning", "B604", "PS3.4 Table H.4.3.1.2.1.2-1"),
        (0xC309, "N-CREATE", "Unified Procedure Step", "failure", "C309", "PS3.4 Table CC.2.5-4"),
    ],
)
def test_find_status(code: int, dimse: str, service_class: str, status_class: str, written: str, clause: str) -> None:
    found = statuses.find_status(code, dimse, service_class)
    assert found is not None
    assert (found.status_class, found.code, found.clause) == (status_class, written, clause)


@pytest.mark.parametrize(
    ("code", "dimse", "service_class"),
    [
        (0xA801, "C-GET", "Query/Retrieve"),
        (0xA701, "C-STORE", "Non-Patient Object Storage"),
        (0xB600, "N-GET", "Print Management"),
        (0xA700, "C-STORE", "Acme Storage"),
        (0x0120, "N-SET", "Print Management"),
    ],
)
def test_a_code_without_meaning_is_not_found(code: int, dimse: str, service_class: str) -> None:
    assert statuses.find_status(code, dimse, service_class) is None


def test_print_image_boxes_can_succeed_whatever_their_color() -> None:
    found = [status for status in statuses.statuses_of("N-SET", "Print Management") if status.low == 0]
    assert {status.applies_to for status in found} == {"BasicGrayscaleImageBox", ""}


def test_an_unknown_dimse_service_is_an_error() -> None:
    with pytest.raises(KeyError):
        statuses.statuses_of("C-CANCEL")


def test_own_ranges() -> None:
    assert [status.code for status in statuses.own_ranges("C-STORE", "Storage")] == ["A7xx", "A9xx", "Cxxx"]
    assert [status.code for status in statuses.own_ranges("C-FIND")] == ["Cxxx"]
    assert statuses.own_ranges("C-STORE", "Non-Patient Object Storage") == ()
    for dimse, service_class in EVERY:
        for status in statuses.own_ranges(dimse, service_class):
            assert statuses.is_assignable(status.low)
            assert statuses.is_assignable(status.high)


@pytest.mark.parametrize(
    ("code", "status_class"),
    [
        (0x0000, "success"),
        (0x0001, "warning"),
        (0x0107, "warning"),
        (0x0116, "warning"),
        (0x0117, "failure"),
        (0x02FF, "failure"),
        (0xA000, "failure"),
        (0xBFFF, "warning"),
        (0xCFFF, "failure"),
        (0xFE00, "cancel"),
        (0xFF01, "pending"),
        (0x0002, None),
        (0x0300, None),
        (0xD000, None),
        (0xFF02, None),
    ],
)
def test_class_of(code: int, status_class: str | None) -> None:
    """Verified with the convention at the head of PS3.7 2020, Annex C."""
    assert statuses.class_of(code) == status_class


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A700", 0xA700, 0xA700),
        ("A7xx", 0xA700, 0xA7FF),
        ("cXXX", 0xC000, 0xCFFF),
        ("A700-A7FF", 0xA700, 0xA7FF),
        ("C000 – CFFF", 0xC000, 0xCFFF),
        ("A7xx-A9xx", 0xA700, 0xA9FF),
        ("0xA710", 0xA710, 0xA710),
        ("0xA7xx", 0xA700, 0xA7FF),
        ("0122H", 0x0122, 0x0122),
        ("0xxx", 0x0000, 0x0FFF),
        ("0000", 0, 0),
    ],
)
def test_parse_code(text: str, low: int, high: int) -> None:
    assert statuses.parse_code(text) == (low, high)


@pytest.mark.parametrize(
    "text", ["", "A7", "A70", "A7000", "A7x0", "xxxx", "-", "A700-", "A9xx-A7xx", "G000", "success"]
)
def test_parse_code_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="status code"):
        statuses.parse_code(text)


def test_failure_reasons_are_codes_of_the_failure_class() -> None:
    codes = [reason.code for reason in statuses.FAILURE_REASONS]
    assert codes == sorted(set(codes))
    assert {statuses.class_of(code) for code in codes} == {StatusClass.FAILURE}
    # All but one are statuses of PS3.7 too, with nearly the same words.
    assert set(codes) - set(GENERAL) == {0x0131}
