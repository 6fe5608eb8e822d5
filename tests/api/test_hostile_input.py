"""Whatever stands in a file: loading gives findings or a `DcsgenError`, and text is shown as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.base.errors import DcsgenError
from dcsgen.base.finding import Finding
from dcsgen.plugin import Statement
from dcsgen.render.statement import render

HOST = api.open_host(vendors=False)

RELAXED = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

HOSTILE = "<script>alert('x')</script> & <img src=\"file:///etc/passwd\"> ![p](http://127.0.0.1:9/x.png) {{ 7*7 }}"


LINK = "http://127.0.0.1:9/x.png"
"""Prose may hold links, of which this is one; nothing follows them by itself."""


def loads(data: bytes, folder: Path) -> None:
    file = folder / "any.yaml"
    file.write_bytes(data)
    try:
        loaded = api.load(file, HOST)
    except DcsgenError:
        return
    assert loaded.findings or loaded.capability
    for finding in loaded.findings:
        assert finding.message
        assert finding.code.startswith("L")
        assert finding.place is not None


@RELAXED
@given(st.binary(max_size=400))
def test_arbitrary_bytes(tmp_path: Path, data: bytes) -> None:
    loads(data, tmp_path)


KEYS = st.sampled_from(
    sorted(
        {key for schema in (schemas.load("description"),) for key in schema["properties"]}
        | {key for d in schemas.load("description")["$defs"].values() for key in d.get("properties", {})}
        | {"modules", "attributes", "default", "per_ae_title", "$x", "Patient", "PatientName", "BeamSequence.BeamName"}
    )
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(allow_nan=True),
    st.text(max_size=8),
    st.sampled_from(["$x", "$y", "RTPlanStorage", "ImplicitVRLittleEndian", "SCU", "any.yaml", "../x", "/", "1.2.3"]),
)
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=6)
)


@RELAXED
@given(st.dictionaries(st.sampled_from(sorted(schemas.load("description")["properties"])), TREES, max_size=8))
def test_arbitrary_trees(tmp_path: Path, tree: dict[str, Any]) -> None:
    loads(yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass"), tmp_path)


@RELAXED
@given(path=st.lists(KEYS, min_size=1, max_size=5), leaf=TREES)
def test_one_wrong_value_in_a_good_description(tmp_path: Path, path: list[str], leaf: Any) -> None:
    tree: dict[str, Any] = {
        "dcsgen": 1,
        "product": {"name": "P", "vendor": "V", "version": "1"},
        "document": {"identifier": "D", "revision": "1", "date": "2020-01-01"},
    }
    node = tree
    for key in path[:-1]:
        inner = node.setdefault(key, {})
        if not isinstance(inner, dict):
            node[key] = inner = {}
        node = inner
    node[path[-1]] = leaf
    loads(yaml.safe_dump(tree).encode("utf-8", "surrogatepass"), tmp_path)


class Tags(HTMLParser):
    """Collects what a browser would take for elements and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def filled(here: schemas.Located) -> Any:
    """A value for a schema with the hostile text wherever free text may stand."""
    here = schemas.follow(here)
    schema = here.schema
    if "anyOf" in schema:
        return schema["examples"][0]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object" and "properties" in schema:
        left_out = {"include", "extends", "extensions", "template"}
        return {
            key: filled(below)
            for key in schema["properties"]
            if key not in left_out and (below := schemas.child(here, key)) is not None
        }
    if any(mark in schema for mark in ("pattern", "format", "x-ref", "x-dicom")) or kind in ("integer", "number"):
        return schema["examples"][0] if "examples" in schema else "RTPlanStorage"
    if kind in ("object", "array"):
        return schema["examples"][0]
    if kind == "boolean":
        return True
    if isinstance(kind, list):
        return HOSTILE
    return HOSTILE if kind == "string" and schema.get("maxLength", 999) > len(HOSTILE) else "x"


def hostile_description() -> dict[str, Any]:
    """A description that is valid and hostile in every text."""
    defs = schemas.load("description")["$defs"]

    def of(name: str, **over: Any) -> Any:
        return {**filled(schemas.Located(defs[name], "description")), **over}

    status = filled(schemas.Located(schemas.load("status-table")["$defs"]["status"], "status-table"))
    mapped = filled(schemas.Located(schemas.load("attribute-mapping")["$defs"]["attribute"], "attribute-mapping"))
    target = filled(schemas.Located(schemas.load("ae-mapping")["$defs"]["target"], "ae-mapping"))
    target["values"] = {HOSTILE: HOSTILE}
    texts = {HOSTILE: HOSTILE}
    return {
        "dcsgen": 1,
        "product": of("product"),
        "document": of(
            "document",
            layout="tr62266",
            history={HOSTILE: of("revision")},
            terms=texts,
            abbreviations=texts,
            references={HOSTILE: of("reference")},
        ),
        "application_entities": {"AE": of("application_entity")},
        "real_world_activities": {
            "store-prescriptions": of("real_world_activity", triggered_by=["export-plan"]),
            "export-plan": of("real_world_activity", side="remote", triggered_by=[]),
        },
        "sequences": {"s": of("sequence", steps=[of("step"), of("step", kind="local", target=HOSTILE + "2")])},
        "services": {
            "plan-import": of(
                "service",
                application_entity="AE",
                statuses={"A700": status},
                status_table="t",
                iod="i",
                attribute_mapping="m",
                ae_mapping="a",
                sop_classes=["RTPlanStorage", "own"],
            ),
        },
        "status_tables": {
            "t": {"title": HOSTILE, "service": HOSTILE, "description": HOSTILE, "statuses": {"A7xx": status}}
        },
        "iods": {
            "i": {
                "title": HOSTILE,
                "sop_class": "RTPlanStorage",
                "role": "received",
                "description": HOSTILE,
                "modules": {"Patient": {"support": "used", "remark": HOSTILE}},
            },
        },
        "attribute_mappings": {
            "m": {
                "title": HOSTILE,
                "iod": "i",
                "direction": "import",
                "target": HOSTILE,
                "description": HOSTILE,
                "modules": {"Patient": {"description": HOSTILE, "attributes": {"PatientID": mapped}}},
            },
        },
        "ae_mappings": {
            "a": {
                "title": HOSTILE,
                "attribute_mapping": "m",
                "configurable_by": "user",
                "description": HOSTILE,
                "attributes": {"PatientID": {"purpose": HOSTILE, "default": target, "per_ae_title": {"X": target}}},
            },
        },
        "communication": {"description": HOSTILE, "stacks": {HOSTILE: of("stack", physical_media=[HOSTILE])}},
        "sop_classes": {"own": of("extended_sop_class", uid="1.2.3.4")},
        "transfer_syntaxes": {"own": of("private_transfer_syntax")},
        "private_attributes": {"(3287,xx01)": of("private_attribute")},
        "configuration": of(
            "configuration",
            local={"AE": of("local_address")},
            remote={"PEER": of("remote_address", application_entity="AE")},
            parameters={HOSTILE: of("parameter", application_entity="AE")},
        ),
        "character_sets": of("character_sets", supported=[HOSTILE]),
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Statement:
    folder = tmp_path_factory.mktemp("hostile")
    file = folder / "hostile.yaml"
    file.write_text(yaml.safe_dump(hostile_description(), allow_unicode=True, sort_keys=False))
    loaded = api.load(file, HOST)
    assert errors(loaded.findings) == []
    assert loaded.capability is not None
    layout = next(layout for _, layout in HOST.layouts if layout.name == "tr62266")
    return render(loaded.capability, layout).statement


def written(statement: Statement, name: str) -> bytes:
    return next(format for _, format in HOST.formats if format.name == name).write(statement)


@pytest.fixture(scope="module")
def hostile_html(hostile: Statement) -> str:
    return written(hostile, "html").decode()


def errors(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.place} {finding.message}" for finding in findings if finding.severity == "error"]


def test_hostile_text_is_shown_as_text(hostile_html: str) -> None:
    tags = Tags()
    tags.feed(hostile_html)
    own = re.sub(r"<script[ >].*?</script>", "", hostile_html, flags=re.DOTALL)
    assert "<script>alert" not in own.replace("<script>", "", 0)
    assert "alert('x')</script>" not in own
    assert own.count("&lt;script&gt;") > 60, "the text is missing in many places"
    assert not [attrs for tag, attrs in tags.tags if tag == "img"]
    assert "{{ 7*7 }}" in own


def test_nothing_in_the_page_is_fetched_from_elsewhere(hostile_html: str) -> None:
    tags = Tags()
    tags.feed(hostile_html)
    for tag, attributes in tags.tags:
        for name in ("src", "href", "xlink:href", "data", "action", "poster", "srcset"):
            address = attributes.get(name) or ""
            if tag == "a":
                assert not re.match("(?i)(javascript|file|data|vbscript):", address)
            else:
                assert address == "" or address.startswith(("data:", "#")), f"<{tag} {name}={address!r}>"


def test_hostile_text_is_text_in_markdown(hostile: Statement) -> None:
    from markdown_it import MarkdownIt

    page = written(hostile, "md").decode()
    tags = Tags()
    tags.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page))
    names = {tag for tag, _ in tags.tags}
    assert names <= {
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "ul", "ol", "li", "br", "em", "strong", "code", "blockquote"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    links = {attrs.get("href") or "#" for tag, attrs in tags.tags}
    assert {link for link in links if not link.startswith("#")} == {LINK, "https://www.dicomstandard.org/"}
    shown = "".join(tags.texts)
    assert shown.count("<script>alert('x')</script> & <img") > 60, "the text is missing in many places, or was changed"
    assert shown.count(HOSTILE) > 20


def test_hostile_text_is_text_in_word(hostile: Statement) -> None:
    from lxml import etree

    with ZipFile(BytesIO(written(hostile, "docx"))) as file:
        document = etree.fromstring(file.read("word/document.xml"))
        relations = file.read("word/_rels/document.xml.rels")
        assert not [name for name in file.namelist() if ".." in name or name.startswith("/")]
    assert set(re.findall(rb'Target="([^"]*)" TargetMode', relations)) == {LINK.encode()}
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    texts = ("".join(each.text or "" for each in p.iter(f"{word}t")) for p in document.iter(f"{word}p"))
    assert sum(text.count("<script>alert('x')</script> & <img") for text in texts) > 60
