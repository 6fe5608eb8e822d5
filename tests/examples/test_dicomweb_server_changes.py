"""What `dcsgen diff` finds between the two versions of examples/dicomweb-server, against the published differences."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from dcsgen import api
from dcsgen.api import Loaded
from dcsgen.base.change import Verdict
from dcsgen.model import WebAttribute
from dcsgen.plugin import Judged

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "dicomweb-server"

STUDIES = "web_services/studies/transactions"
STORE = f"{STUDIES}/store"
SEARCH = f"{STUDIES}/search"
WORKLIST_SEARCH = "web_services/worklist/transactions/search"
RETURNED = f"{SEARCH}/attributes"
LEVELS = {"study": "STUDY", "series": "SERIES", "instance": "IMAGE"}

JUSTIFIED = {
    "C413 web_services/": "The version is a part of every URI, as the introduction of both statements says.",
    f"C549 {STORE}/validation/null-padding": "The changes from version 1 say that padded values are kept and found.",
}
"""Breaking and risky findings of which the truth is silent: code and beginning of the path, and what is published."""


@pytest.fixture(scope="module")
def truth(root: Path) -> dict[str, Any]:
    """The differences that a careful reader finds; skipped where they are not at hand."""
    named = os.environ.get("DCSGEN_STATEMENTS")
    folder = Path(named) if named else root.parent / "shared" / "statements"
    file = folder / "truth" / "diff-microsoft-v1-v2.json"
    if not file.is_file():
        pytest.skip(f"no ground truth at {file}; name its folder in DCSGEN_STATEMENTS")
    found: dict[str, Any] = json.loads(file.read_bytes())
    return found


@pytest.fixture(scope="module")
def both() -> tuple[Loaded, Loaded]:
    host = api.open_host(vendors=False)
    old, new = (api.load(FOLDER / f"dicomweb-server{name}.yaml", host) for name in ("-v1", ""))
    return old, new


@pytest.fixture(scope="module")
def told(both: tuple[Loaded, Loaded]) -> dict[str, Judged]:
    """All findings by code and path."""

    def every(changes: tuple[Judged, ...]) -> Iterator[tuple[str, Judged]]:
        for judged in changes:
            path = "/".join(map(str, judged.change.path))
            yield from ((f"{one.code} {path}", judged) for one in judged.judgements)
            yield from every(judged.echoes)

    return dict(every(api.diff(*both, api.open_host(vendors=False)).changes))


@pytest.fixture(scope="module")
def rows(both: tuple[Loaded, Loaded]) -> dict[str, WebAttribute]:
    """The Attributes of a search of studies in version 2."""
    assert both[1].capability is not None
    return both[1].capability.web_services["studies"].transactions["search"].attributes


def returned(truth: Mapping[str, list[str]], rows: Mapping[str, WebAttribute]) -> dict[str, set[str]]:
    """Attributes by the Tags of the truth, with the levels at which it has them."""
    keywords = {row.tag: path for path, row in rows.items()}
    found: dict[str, set[str]] = {}
    for level, tags in truth.items():
        for tag in tags:
            found.setdefault(keywords[tag[: len("(gggg,eeee)")]], set()).add(LEVELS[level])
    return found


SAID: dict[str, tuple[str, Callable[[Any], bool]]] = {
    f"C451 {STORE}/limits/size of a request": (
        "request_limit",
        lambda change: (change.after.value, change.after.unit) == (2, "GB"),
    ),
    f"C452 {STORE}/limits/size of a file": (
        "request_limit",
        lambda change: (change.before.value, change.before.unit) == (2, "GB"),
    ),
    f"C458 {STORE}/validation/searchable-attributes": (
        "validation",
        lambda change: change.before.consequence == "refused",
    ),
    f"C549 {STORE}/validation/other-attributes": ("validation", lambda change: change.after.consequence == "warning"),
    f"C002 {STORE}/statuses/202/condition": (
        "status_202",
        lambda change: "warning" in change.after and "warning" not in change.before,
    ),
    f"C008 {STORE}/response_attributes/ReferencedSOPSequence.WarningReason": ("response_attributes_added", bool),
    f"C008 {STORE}/response_attributes/FailedSOPSequence.WarningReason": ("response_attributes_added", bool),
    f"C008 {STORE}/response_attributes/ReferencedSOPSequence.FailedAttributesSequence": (
        "response_attributes_added",
        bool,
    ),
    f"C555 {STORE}/failure_reasons/B007": (
        "failure_reason_moved_to_warning",
        lambda change: change.action == "removed",
    ),
    f"C006 {STORE}/warning_reasons": (
        "warning_reason_added",
        lambda change: not change.before and {int(code, 16) for code in change.after} == {1, 45063},
    ),
    f"C002 {STORE}/request_attributes/PatientID/constraint": (
        "identifier_rule",
        lambda change: "64" in change.after and "64" not in change.before and change.after.startswith("Empty"),
    ),
}
"""Which finding says what the truth says about the Store transaction, and what has to stand in it."""


def test_every_difference_of_the_store_transaction_is_found(truth: dict[str, Any], told: dict[str, Judged]) -> None:
    assert {about for about, _ in SAID.values()} == set(truth["store"])
    for name, (_, confirmed) in SAID.items():
        assert confirmed(told[name].change), name
    # The numbers of the truth, in the hexadecimal digits of the standard.
    moved = {f"{code:04X}" for code in truth["store"]["failure_reason_moved_to_warning"]}
    added = {f"{code:04X}" for code in truth["store"]["warning_reason_added"]}
    assert {name.rpartition("/")[2] for name in told if name.startswith(f"C555 {STORE}/failure_reasons/")} == moved
    assert set(told[f"C006 {STORE}/warning_reasons"].change.after) == moved | added


def test_what_a_search_returns_is_found_with_its_levels(
    truth: dict[str, Any], told: dict[str, Judged], rows: dict[str, WebAttribute]
) -> None:
    for code, listed in (("C541", "default_tags_removed_to_additional"), ("C542", "default_tags_added")):
        published = returned(truth["search"][listed], rows)
        found = {
            str(each.change.path[-2]): each for name, each in told.items() if name.startswith(f"{code} {RETURNED}/")
        }
        assert {path: set(rows[path].levels) for path in found} == published
    less = [each.change for name, each in told.items() if name.startswith("C541 ")]
    assert {(change.before, change.after) for change in less} == {("always", "included")}


def test_the_new_table_of_instances_is_what_instances_are_no_longer_returned_with(
    truth: dict[str, Any], rows: dict[str, WebAttribute]
) -> None:
    """The truth names the table; what is in it follows from the list of what has left the table of defaults."""
    assert truth["search"]["new_table"] == "Additional Instance tags"
    included = {path for path, row in rows.items() if "IMAGE" in row.levels and row.returned_when == "included"}
    published = returned(truth["search"]["default_tags_removed_to_additional"], rows)
    assert included == {path for path, at in published.items() if "IMAGE" in at}


def test_everything_else_of_the_truth_is_found(truth: dict[str, Any], told: dict[str, Judged]) -> None:
    assert set(truth) - {"pair", "files", "derivation", "confidence", "formatting_noise", "store"} == {
        "services",
        "transfer_syntaxes",
        "media_types",
        "retrieve",
        "search",
    }
    assert set(truth["search"]) == {
        "default_tags_removed_to_additional",
        "default_tags_added",
        "new_table",
        "empty_string_search",
    }
    header = truth["retrieve"]["header_added"].split()[0]
    assert f"C559 {STUDIES}/retrieve/headers/{header}" in told
    assert "bulk update" in truth["services"]
    assert told["C412 web_services/bulk-update"].change.action == "added"
    for search in (SEARCH, WORKLIST_SEARCH):
        change = told[f"C002 {search}/search/remark"].change
        assert "no search for empty values" in change.after
        assert "empty values" not in change.before


def test_what_has_not_changed_is_not_found(truth: dict[str, Any], told: dict[str, Judged]) -> None:
    """Services and their transactions, Transfer Syntaxes and media types of what both versions have."""
    assert truth["transfer_syntaxes"] == truth["media_types"] == "unchanged"
    quiet = {"transfer_syntax", "web_media_type", "web_transaction", "web_resource", "transcoding"}
    loud = [
        name
        for name, judged in told.items()
        if judged.change.subject in quiet and "bulk-update" not in name and not judged.change.words
    ]
    assert loud == []


def test_tables_that_are_only_set_otherwise_are_no_difference(truth: dict[str, Any], told: dict[str, Judged]) -> None:
    assert truth["formatting_noise"].startswith("status tables")
    assert [name for name in told if "/statuses/" in name and "bulk-update" not in name] == [
        f"C002 {STORE}/statuses/202/condition"
    ]


def test_what_breaks_or_is_risky_is_published(truth: dict[str, Any], told: dict[str, Judged]) -> None:
    """The other way round: each such finding says what the truth says, or has its reason in `JUSTIFIED`."""
    serious = {
        name
        for name, judged in told.items()
        if any(one.verdict in (Verdict.BREAKING, Verdict.RISKY) for one in judged.judgements)
    }
    confirmed = {name for name in serious if name in SAID or name.startswith(f"C541 {RETURNED}/")}
    justified = {name: [each for each in JUSTIFIED if name.startswith(each)] for name in serious - confirmed}
    assert [name for name, reasons in justified.items() if len(reasons) != 1] == []
    assert {reason for reasons in justified.values() for reason in reasons} == set(JUSTIFIED), "a reason is stale"
