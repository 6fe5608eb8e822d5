"""What is read from a document that dcsgen makes agrees with the description that it is made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.api.importing import read_draft
from dcsgen.base.draft import Draft
from dcsgen.base.words import Role
from dcsgen.host import Host
from dcsgen.model.capability import Capability
from dcsgen.model.negotiable import negotiable

LAYOUTS = ("ps3.2-annex-n", "ps3.2-annex-a", "tr62266")
EXAMPLES = ("archive", "dcmqrscp", "modality", "planning", "xyz")


@pytest.fixture(scope="module")
def host(root: Path) -> Host:
    return api.open_host(folders=[root / "plugins"])


def agree(root: Path, host: Host, folder: Path, example: str, layout: str, format: str) -> None:
    """Write a document, read it, and compare what it says of services with the description."""
    file = root / "examples" / example / f"{example}.yaml"
    loaded = api.load(file, host)
    assert loaded.capability is not None
    made = api.documents(api.Order(file=file, formats=(format,), layout=layout), host)
    (document,) = made.contents.items()
    path = folder / f"{example}.{format}"
    path.write_bytes(document[1])
    draft = read_draft(path, host)
    assert read_services(draft) == services_of(loaded.capability)
    assert read_syntaxes(draft) == syntaxes_of(loaded.capability)


def services_of(capability: Capability) -> set[tuple[str, str, str]]:
    return {
        (service.application_entity, sop_class.uid, role)
        for service in capability.services.values()
        for sop_class in service.sop_classes
        for role in single(service.role)
    }


def syntaxes_of(capability: Capability) -> set[tuple[str, str]]:
    return {(one.sop_class.uid, one.transfer_syntax.uid) for one in negotiable(capability)}


def read_services(draft: Draft) -> set[tuple[str, str, str]]:
    facts = [
        fact
        for fact in draft.facts
        if fact.path[0] == "services" and fact.path[2:3] == ("sop_classes",) and len(fact.path) == 4
    ]
    return {
        (fact.value["application_entity"], str(fact.path[3]), role)
        for fact in facts
        if fact.confidence >= draft.threshold
        for role in single(Role(fact.value["role"]))
    }


def read_syntaxes(draft: Draft) -> set[tuple[str, str]]:
    facts = [
        fact
        for fact in draft.facts
        if fact.path[0] == "services" and fact.path[2:3] == ("sop_classes",) and len(fact.path) == 6
    ]
    return {(str(fact.path[3]), str(fact.path[5])) for fact in facts if fact.confidence >= draft.threshold}


def single(role: Role) -> tuple[str, ...]:
    return ("SCU", "SCP") if role is Role.BOTH else (role.value,)


@pytest.mark.parametrize("format", ["html", "md"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_documents_of_a_small_example_are_read_back(
    root: Path, host: Host, tmp_path: Path, layout: str, format: str
) -> None:
    agree(root, host, tmp_path, "modality", layout, format)


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_documents_of_all_examples_are_read_back(
    root: Path, host: Host, tmp_path: Path, example: str, layout: str
) -> None:
    for format in ("html", "md"):
        agree(root, host, tmp_path, example, layout, format)


@pytest.mark.slow
@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_documents_of_word_processors_and_paper_are_read_back(
    root: Path, host: Host, tmp_path: Path, format: str
) -> None:
    agree(root, host, tmp_path, "xyz", "tr62266", format)
