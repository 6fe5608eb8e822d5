"""Two states of the examples, in each layout: the marks are those of what was edited, and no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from reading_marks import accepted, all_sections, ids_of, of_document, rejected

from copied_examples import copied
from dcsgen import api
from dcsgen.plugin import Statement
from dcsgen.render.marks.statement import marked
from dcsgen.render.statement import render

ROOT = Path(__file__).resolve().parents[3]
LAYOUTS = ["ps3.2-annex-n", "ps3.2-annex-a", "tr62266"]

Edit = tuple[str, str, str]
"""A file of the example, or "*" for all of them, a pattern, and what takes its place."""

EDITS: dict[str, tuple[str, Sequence[Edit]]] = {
    "sop-class-exchanged": (
        "archive",
        [("services.yaml", "    - MRImageStorage", "    - NuclearMedicineImageStorage")],
    ),
    "first-transfer-syntax-removed": (
        "archive",
        [("services.yaml", r"uncompressed: \[ExplicitVRLittleEndian, ", "uncompressed: [")],
    ),
    "service-removed": ("modality", [("modality.yaml", "  - print.yaml\n", "")]),
    "application-entity-renamed": ("archive", [("*", r"\bARCHIVE\b", "VAULT")]),
    "attribute-changed": (
        "modality",
        [("print.yaml", "Columns and rows from 1 to 5.", "Columns and rows from 1 to 6.")],
    ),
    "prose-changed": ("xyz", [("xyz.yaml", "send test plans for every technique", "send plans for every technique")]),
    "status-added": (
        "archive",
        [("services.yaml", '      "0210": {class: failure, meaning: Duplicate Invocation, condition: .*\n', "")],
    ),
    "web-service-removed": ("archive", [("archive.yaml", "  - web-services.yaml\n", "")]),
}

PAIRS = [
    *((slug, layout) for slug in EDITS for layout in ("ps3.2-annex-n", "tr62266")),
    *((slug, "ps3.2-annex-a") for slug in ("application-entity-renamed", "attribute-changed")),
    *((slug, "overview") for slug in ("service-removed", "sop-class-exchanged")),
]
"""Every edit where services come first and where Application Entities do; the other two layouts have the same parts."""


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(folders=[ROOT / "plugins"])


@pytest.fixture(scope="module")
def rendered(host: api.Host, tmp_path_factory: pytest.TempPathFactory) -> object:
    """A function that gives the two statements of a pair in a layout."""
    layouts = {layout.name: layout for _, layout in host.layouts}

    @cache
    def loaded(example: str, slug: str) -> api.Loaded:
        description = copied(example, tmp_path_factory.mktemp("pair"))
        for name, pattern, text in EDITS[slug][1] if slug else ():
            for file in sorted(description.parent.glob("*.yaml" if name == "*" else name)):
                before = file.read_text("utf-8")
                after = re.sub(pattern, text, before)
                assert name == "*" or after != before
                file.write_text(after, "utf-8")
        return api.load(description, host)

    @cache
    def statement(example: str, slug: str, layout: str) -> Statement:
        found = loaded(example, slug)
        assert found.capability is not None, found.findings
        return render(found.capability, layouts[layout]).statement

    return lambda slug, layout: (statement(EDITS[slug][0], "", layout), statement(EDITS[slug][0], slug, layout))


@pytest.mark.parametrize(("slug", "layout"), PAIRS)
def test_both_documents_can_be_read_in_the_marked_one(rendered: object, slug: str, layout: str) -> None:
    assert callable(rendered)
    old, new = rendered(slug, layout)
    result = marked(old, new)
    assert of_document(result, accepted) == of_document(new)
    assert of_document(result, rejected) == of_document(old)
    ids = ids_of(result)
    assert len(ids) == len(set(ids))
    assert set(ids_of(new)) <= set(ids)
    for section in all_sections(result.sections):
        for target in re.findall(r'<a [^>]*href="#([^"]*)"', section.html):
            assert target in ids, (section.id, target)


@pytest.mark.parametrize(
    ("slug", "layout", "words"),
    [
        (
            "sop-class-exchanged",
            "tr62266",
            {
                "ae-archive": ("row MR Image Storage removed", "row Nuclear Medicine Image Storage added"),
                "accepted-contexts-archive-keep-objects": (
                    "row MR Image Storage removed",
                    "row Nuclear Medicine Image Storage added",
                ),
            },
        ),
        ("attribute-changed", "tr62266", {}),
        ("first-transfer-syntax-removed", "tr62266", {}),
    ],
)
def test_what_was_edited_is_listed(rendered: object, slug: str, layout: str, words: dict[str, tuple[str, ...]]) -> None:
    assert callable(rendered)
    result = marked(*rendered(slug, layout))
    assert result.changes is not None
    found = {each.id: each.words for each in result.changes.sections}
    for id, expected in words.items():
        assert found[id] == expected
    kinds = {each.what for section in result.changes.sections for each in section.differences}
    assert kinds <= {"row", "text", "list item"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_renamed_application_entity_is_no_other_one(rendered: object, layout: str) -> None:
    assert callable(rendered)
    result = marked(*rendered("application-entity-renamed", layout))
    assert {each.change for each in all_sections(result.sections)} <= {"", "changed"}


def test_a_removed_service_is_shown_at_its_place(rendered: object) -> None:
    assert callable(rendered)
    old, new = rendered("service-removed", "tr62266")
    result = marked(old, new)
    gone = {each.id for each in all_sections(old.sections)} - {each.id for each in all_sections(new.sections)}
    shown = {each.id for each in all_sections(result.sections) if each.change == "removed"}
    assert shown == gone
    assert gone
    assert [each.id for each in all_sections(result.sections) if each.change != "removed"] == [
        each.id for each in all_sections(new.sections)
    ]
