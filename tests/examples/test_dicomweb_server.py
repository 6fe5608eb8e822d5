"""The example examples/dicomweb-server: both versions are clean and say what the published statements say."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from dcsgen import api
from dcsgen.base.finding import Profile
from dcsgen.load.compose import compose
from dcsgen.model import Capability, WebTransaction

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "dicomweb-server"
FILES = {"v1": FOLDER / "dicomweb-server-v1.yaml", "v2": FOLDER / "dicomweb-server.yaml"}


def loaded(version: str) -> Capability:
    found = api.load(FILES[version], api.open_host())
    assert found.findings == ()
    assert found.capability is not None
    return found.capability


@pytest.fixture(scope="module")
def v1() -> Capability:
    return loaded("v1")


@pytest.fixture(scope="module")
def v2() -> Capability:
    return loaded("v2")


def transaction(capability: Capability, name: str) -> WebTransaction:
    return capability.web_services["studies"].transactions[name]


@pytest.mark.parametrize("version", FILES)
def test_what_is_found_even_at_strict_is_accepted(version: str) -> None:
    file = FILES[version]
    configuration = api.configuration([file])
    strict = structs.replace(configuration, choice=structs.replace(configuration.choice, profile=Profile.STRICT))
    result = api.check([file], host=api.open_host(), configuration=strict)
    assert [f"{found.place} {found.message}" for found in result.report.findings if not found.accepted] == []


def test_every_file_is_included() -> None:
    read = {Path(source.name).name for file in FILES.values() for source in compose(file).tree.sources}
    assert read == {file.name for file in FOLDER.glob("*.yaml")} - {"dcsgen-accepted.yaml"}


def test_the_services_are_those_of_the_statement(v1: Capability, v2: Capability) -> None:
    published = {"studies": ["retrieve", "store", "search", "delete"]}
    published["worklist"] = ["create", "request-cancellation", "retrieve", "update", "change-state", "search"]
    for capability in (v1, v2):
        assert {key: list(capability.web_services[key].transactions) for key in published} == published
    own = {key for key, service in v2.web_services.items() if service.private}
    assert own == {"change-feed", "query-tags", "operations", "export", "bulk-update"}


def test_version_2_takes_what_is_not_valid_with_a_warning(v1: Capability, v2: Capability) -> None:
    before, after = transaction(v1, "store"), transaction(v2, "store")
    assert set(before.failure_reasons) - set(after.failure_reasons) == {"B007"}
    assert set(after.warning_reasons) - set(before.warning_reasons) == {"B007", "0001"}
    assert (
        before.validation["searchable-attributes"].consequence,
        after.validation["other-attributes"].consequence,
    ) == (
        "refused",
        "warning",
    )


def test_version_2_returns_less_without_being_asked(v1: Capability, v2: Capability) -> None:
    before, after = transaction(v1, "search").attributes, transaction(v2, "search").attributes
    assert set(before) == set(after)
    always = [{path for path, each in rows.items() if each.returned_when == "always"} for rows in (before, after)]
    assert always[1] - always[0] == {"StudyDescription", "ManufacturerModelName"}
    assert len(always[0] - always[1]) == 15


def test_version_2_gives_out_the_original(v1: Capability, v2: Capability) -> None:
    header = "msdicom-request-original"
    assert header not in transaction(v1, "retrieve").headers
    assert transaction(v2, "retrieve").headers[header].private


@pytest.fixture(scope="module")
def truth(root: Path) -> dict[str, Any]:
    """What the published statement says; skipped where it is not at hand."""
    named = os.environ.get("DCSGEN_STATEMENTS")
    folder = Path(named) if named else root.parent / "shared" / "statements"
    file = folder / "truth" / "microsoft-dicom-server-v2.json"
    if not file.is_file():
        pytest.skip(f"no ground truth at {file}; name its folder in DCSGEN_STATEMENTS")
    found: dict[str, Any] = json.loads(file.read_bytes())
    return found


def test_media_types_and_transfer_syntaxes_are_the_published_ones(truth: dict[str, Any], v2: Capability) -> None:
    published = truth["media_types"]
    retrieve, store = transaction(v2, "retrieve"), transaction(v2, "store")
    assert list(store.request_media_types) == published["store_request"]
    assert list(store.response_media_types) == published["store_response"]
    for what, ends in (("metadata", "Metadata"), ("rendered", ("Rendered Instance", "Rendered Frames"))):
        found = [name for name, each in retrieve.response_media_types.items() if each.resources[0].endswith(ends)]
        assert found == published[what]
    frames = {name for name, each in retrieve.response_media_types.items() if "Frames" in each.resources}
    assert {name.partition('type="')[2].rstrip('"') or name for name in frames} == set(published["frames"])
    transcoding = retrieve.transcoding["on-request"]
    assert [syntax.uid for syntax in transcoding.stored] == truth["transcoding_source_transfer_syntaxes"]
    asked = [text.partition(" ")[0] for text in truth["retrieve_transfer_syntaxes_requestable"]]
    assert ["*", *(syntax.uid for syntax in transcoding.negotiated)] == asked


def test_the_transactions_are_the_published_ones(truth: dict[str, Any], v2: Capability) -> None:
    services = ("studies", "worklist")
    assert len(truth["web_services"]) == sum(len(v2.web_services[key].transactions) for key in services)
    assert {row["role"] for row in truth["web_services"]} == {"origin server (SCP)"}
    assert {v2.web_services[key].role for key in services} == {"origin_server"}


@pytest.mark.parametrize("layout", ["overview", "ps3.2-annex-a", "ps3.2-annex-n", "tr62266"])
def test_version_1_is_printed_without_findings(layout: str, tmp_path: Path) -> None:
    file = FILES["v1"]
    accepting = api.configuration([file])
    result = api.build(
        file, out=tmp_path, formats=["html"], layout=layout, host=api.open_host(), configuration=accepting
    )
    assert [found.message for found in result.findings if not found.accepted] == []
