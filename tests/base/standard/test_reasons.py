"""Failure and warning reasons are sound, and the narrowest one is found."""

from __future__ import annotations

import pytest

from dcsgen.base.standard import reasons, statuses
from dcsgen.base.standard.reasons import MEDIA_CREATION_FAILURES, WEB_STORE_FAILURES, WEB_STORE_WARNINGS, Reason
from dcsgen.base.words import StatusClass


@pytest.mark.parametrize("table", [MEDIA_CREATION_FAILURES, WEB_STORE_FAILURES, WEB_STORE_WARNINGS])
def test_a_reason_has_the_class_that_its_attribute_says(table: tuple[Reason, ...]) -> None:
    wanted = StatusClass.WARNING if table is WEB_STORE_WARNINGS else StatusClass.FAILURE
    assert {statuses.class_of(code) for reason in table for code in (reason.low, reason.high)} == {wanted}
    assert all(statuses.parse_code(reason.code) == (reason.low, reason.high) for reason in table)
    assert len({reason.code for reason in table}) == len(table)


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (0xC122, "Referenced Transfer Syntax not supported"),
        (0xC123, "Error: Cannot understand"),
        (0xA7FF, "Refused: Out of resources"),
        (0x0122, "Referenced SOP Class not supported"),
    ],
)
def test_the_narrowest_reason_is_found(code: int, meaning: str) -> None:
    found = reasons.find(code, WEB_STORE_FAILURES)
    assert found is not None
    assert found.meaning == meaning


def test_what_is_none_is_not_found() -> None:
    assert reasons.find(0xB000, WEB_STORE_FAILURES) is None
    assert reasons.find(0x0205, WEB_STORE_FAILURES) is None
    assert reasons.find(0x0205, MEDIA_CREATION_FAILURES) is not None


def test_codes_that_storage_commitment_has_too_mean_the_same() -> None:
    ours = {reason.low: reason.meaning for reason in MEDIA_CREATION_FAILURES}
    theirs = {reason.code: reason.meaning for reason in statuses.FAILURE_REASONS}
    shared = set(ours) & set(theirs)
    assert shared == {0x0110, 0x0112, 0x0119, 0x0122}
    assert {code: ours[code] for code in shared} == {code: theirs[code] for code in shared}
