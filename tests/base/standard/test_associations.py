"""The codes of rejected and aborted Associations (PS3.8 9.3).

Verified with public pages of PS3.8: Table 9-21 (9.3.4, 2024e), Table 9-26 (9.3.8, 2019a) and the results of a
Presentation Context (Table 9-18 in 9.3.3.2, 2020a).
"""

from __future__ import annotations

import pytest

from dcsgen.base.standard import associations


@pytest.mark.parametrize(
    ("source", "value", "name"),
    [
        (1, 1, "no-reason-given"),
        (1, 2, "application-context-name-not-supported"),
        (1, 3, "calling-AE-title-not-recognized"),
        (1, 7, "called-AE-title-not-recognized"),
        (2, 2, "protocol-version-not-supported"),
        (3, 1, "temporary-congestion"),
        (3, 2, "local-limit-exceeded"),
    ],
)
def test_reject_reason(source: int, value: int, name: str) -> None:
    found = associations.reject_reason(source, value)
    assert found is not None
    assert (found.name, found.clause) == (name, "PS3.8 Table 9-21")


@pytest.mark.parametrize(("source", "value"), [(1, 0), (1, 4), (1, 8), (2, 0), (2, 3), (3, 0), (3, 3), (4, 1)])
def test_a_reserved_reject_reason_has_no_name(source: int, value: int) -> None:
    assert associations.reject_reason(source, value) is None


def test_reasons_have_sources_that_exist() -> None:
    for reason in associations.REJECT_REASONS:
        assert associations.reject_source(reason.source)
    for reason in associations.ABORT_REASONS:
        assert associations.abort_source(reason.source)


def test_results_and_sources_of_a_rejection() -> None:
    names = [code.name for value in (1, 2) if (code := associations.reject_result(value))]
    assert names == ["rejected-permanent", "rejected-transient"]
    assert [value for value in range(6) if associations.reject_result(value)] == [1, 2]
    assert [value for value in range(6) if associations.reject_source(value)] == [1, 2, 3]


def test_aborts() -> None:
    assert [value for value in range(4) if associations.abort_source(value)] == [0, 2]
    assert [value for value in range(9) if associations.abort_reason(2, value)] == [0, 1, 2, 4, 5, 6]
    # The reason of a user is not significant.
    assert associations.abort_reason(0, 0) is None


def test_presentation_context_results() -> None:
    results = [associations.presentation_context_result(value) for value in range(5)]
    assert [result.name.split(" ")[0] for result in results if result] == [
        "acceptance",
        "user-rejection",
        "no-reason",
        "abstract-syntax-not-supported",
        "transfer-syntaxes-not-supported",
    ]
    assert associations.presentation_context_result(5) is None


def test_values_are_unique() -> None:
    for codes in (
        associations.REJECT_RESULTS,
        associations.REJECT_SOURCES,
        associations.ABORT_SOURCES,
        associations.PRESENTATION_CONTEXT_RESULTS,
    ):
        assert len({code.value for code in codes}) == len(codes)
    for reasons in (associations.REJECT_REASONS, associations.ABORT_REASONS):
        assert len({(reason.source, reason.value) for reason in reasons}) == len(reasons)
