"""Validation: every kind of error has its code, its place, and a sentence that a person understands."""

from __future__ import annotations

import copy
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pytest

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Finding, Severity
from dcsgen.load import schema_kinds
from dcsgen.load.validate import validate
from dcsgen.load.yaml_reader import read_tree

BASE = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2002-08-05}
"""


def findings_of(text: str, fragments: dict[str, Path] | None = None, base: str = BASE) -> list[Finding]:
    """What is wrong with a description that is `BASE` and some more; the first line of the text is line 4."""
    tree, problems = read_tree((base + text).encode(), "d.yaml")
    assert problems == []
    return [tree.finding(problem) for problem in validate(tree.root, fragments or {})]


class Said(NamedTuple):
    """A finding as tests compare it."""

    code: str
    at: str
    path: str
    message: str


def said(text: str, fragments: dict[str, Path] | None = None, base: str = BASE) -> Said:
    """The only finding about a description."""
    (finding,) = findings_of(text, fragments, base)
    assert finding.place is not None
    assert finding.place.file == "d.yaml"
    kind = next(kind for kind in schema_kinds.ALL if kind.code == finding.code)
    assert (finding.slug, finding.severity) == (kind.slug, kind.severity)
    return Said(finding.code, f"{finding.place.line}:{finding.place.column}", finding.path, finding.message)


def hint_of(text: str) -> str:
    (finding,) = findings_of(text)
    return finding.hint


def test_minimal_description_is_fine() -> None:
    assert findings_of("") == []


# ---- keys ------------------------------------------------------------------------------------------------------------


def test_unknown_key() -> None:
    assert said("prodct: {}\n") == ("L020", "4:1", "prodct", 'the key "prodct" is not known here')
    assert hint_of("prodct: {}\n") == 'did you mean "product"?'


def test_unknown_key_deeper_points_at_the_key() -> None:
    text = "application_entities:\n  A:\n    function: F\n    asociation: {}\n"
    assert said(text) == ("L020", "7:5", "application_entities.A.asociation", 'the key "asociation" is not known in A')
    assert hint_of(text) == 'did you mean "association"?'


def test_unknown_key_that_is_like_none_names_those_that_there_are() -> None:
    hint = hint_of("communication: {xyzzy: 1}\n")
    assert hint == "keys in communication: description, stacks"


def test_unknown_key_in_an_item_of_a_list() -> None:
    text = "sequences: {s: {title: T, steps: [{source: A, target: B, message: M, nte: N}]}}\n"
    assert said(text).message == 'the key "nte" is not known in steps[0]'
    assert said(text).path == "sequences.s.steps[0].nte"


def test_each_unknown_key_is_found() -> None:
    findings = findings_of("aaa: 1\ncommunication: {bbb: 1, ccc: 2}\n")
    assert sorted(finding.path for finding in findings) == ["aaa", "communication.bbb", "communication.ccc"]


def test_missing_key() -> None:
    text = "services:\n  s:\n    application_entity: A\n    sop_classes: [CT]\n    transfer_syntaxes: [X]\n"
    assert said(text) == ("L022", "5:3", "services.s", '"s" has no "role"')
    assert hint_of(text) == "Role of the product, for example `role: SCP`"


def test_missing_keys_of_the_description_itself() -> None:
    findings = findings_of("", base="product: {name: P, vendor: V, version: '1'}\n")
    assert [(finding.code, finding.message) for finding in findings] == [
        ("L022", 'the description has no "dcsgen"'),
        ("L022", 'the description has no "document"'),
    ]
    assert all(str(finding.place) == "d.yaml:1:1" for finding in findings)


def test_missing_key_in_an_item_of_a_list() -> None:
    text = "sequences: {s: {title: T, steps: [{source: A, target: B, message: M}, {source: A, target: B}]}}\n"
    assert said(text).message == '"steps[1]" has no "message"'


def test_two_missing_keys_are_two_findings() -> None:
    assert [finding.message for finding in findings_of("configuration: {local: {A: {}}, remote: {B: {}}}\n")] == [
        '"A" has no "ae_title"'
    ]
    messages = {finding.message for finding in findings_of("sop_classes: {x: {kind: private}}\n")}
    assert messages == {'"x" has no "name"', '"x" has no "uid"'}


def test_key_of_a_wrong_form() -> None:
    finding = said("services: {}\nsets: {a b: [CT]}\n")
    assert finding[:3] == ("L024", "5:8", "sets.a b")
    assert finding.message == '"a b" cannot be a key of sets: it does not have the right form'


def test_key_that_is_too_long() -> None:
    finding = said(f"sets: {{{'x' * 65}: [CT]}}\n")
    assert finding[:2] == ("L024", "4:8")
    assert finding.message.endswith("it has 65 characters, 64 are the most")


def test_keys_that_must_be_codes_or_tags() -> None:
    status = "{class: failure, meaning: M}"
    good = f"status_tables: {{t: {{title: T, service: C-STORE, statuses: {{A7xx: {status}, C100-C1FF: {status}}}}}}}\n"
    assert findings_of(good) == []
    assert said(good.replace("A7xx", "A7xxx")).code == "L024"
    private = "private_attributes: {{'({}': {{creator: C, name: N, vr: LO, vm: '1'}}}}\n"
    assert findings_of(private.format("3287,xx01)")) == []
    # Groups of private data elements are odd (PS3.5 7.8).
    assert said(private.format("3286,xx01)")).code == "L024"


# ---- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("services: []", "a list is not a mapping"),
        ("include: part.yaml", '"part.yaml" is not a list'),
        ("extends: [a.yaml]", "a list is not text"),
        ("extends: 5", "5 is not text"),
        ("extends: true", "true is not text"),
        ("extends: null", "nothing is not text"),
        ("configuration: {local: {A: {ae_title: A, port: '104'}}}", '"104" is not a whole number'),
        ("configuration: {local: {A: {ae_title: A, port: 104.5}}}", "104.5 is not a whole number"),
        ("configuration: {parameters: {p: {range: [a, 5]}}}", '"a" is not a number or null'),
        ("configuration: {parameters: {p: {default: [1]}}}", "a list is not text, a number, true or false"),
    ],
)
def test_wrong_type(text: str, message: str) -> None:
    finding = said(f"{text}\n")
    assert (finding.code, finding.message) == ("L021", message)


def test_wrong_type_points_at_the_value_or_the_key_above_it_and_gives_an_example() -> None:
    text = "application_entities:\n  A:\n    function:\n      - F\n"
    assert said(text)[1:3] == ("6:5", "application_entities.A.function")
    assert hint_of(text).startswith("for example Waits for Associations")
    assert hint_of("include: part.yaml\n") == 'for example ["services.yaml"]'


def test_long_values_are_cut_in_messages() -> None:
    assert len(said(f"include: {'x' * 5000}\n").message) < 120


def test_value_that_is_not_one_of_a_list() -> None:
    text = "services: {s: {application_entity: A, sop_classes: [CT], role: scp, transfer_syntaxes: [X]}}\n"
    assert said(text) == ("L023", "4:64", "services.s.role", '"scp" is not "SCU", "SCP" or "BOTH"')
    assert hint_of(text) == 'did you mean "SCP"?'


def test_version_of_the_language() -> None:
    finding = said("", base=BASE.replace("dcsgen: 1", "dcsgen: 2"))
    assert finding == ("L023", "1:9", "dcsgen", "this must be 1, not 2")


@pytest.mark.parametrize("date", ["2002-8-5", "05.08.2002", "2002-08-05T10:00"])
def test_text_of_a_wrong_form(date: str) -> None:
    finding = said("", base=BASE.replace("2002-08-05", date))
    assert finding == ("L024", "3:48", "document.date", f'"{date}" does not have the right form')
    (with_hint,) = findings_of("", base=BASE.replace("2002-08-05", date))
    assert with_hint.hint == "for example 2002-08-05"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("configuration: {local: {A: {ae_title: A, port: 0}}}", "0 is less than 1"),
        ("configuration: {local: {A: {ae_title: A, port: 65536}}}", "65536 is more than 65535"),
        ("configuration: {local: {A: {ae_title: ABCDEFGHIJKLMNOPQ}}}", "17 characters, 16 are the most"),
        ("include: ['']", "the text is empty"),
        ("sets: {x: []}", "the list is empty"),
        ("iods: {i: {title: T, sop_class: CT, role: created, modules: {}}}", "the mapping is empty"),
        ("configuration: {parameters: {p: {range: [1]}}}", "the list has 1 of the 2 items that it needs"),
        ("configuration: {parameters: {p: {range: [1, 2, 3]}}}", "there are more items than the key takes"),
        ("character_sets: {supported: [ISO_IR 100, ISO_IR 100]}", '"ISO_IR 100" stands in the list more than once'),
    ],
)
def test_out_of_bounds(text: str, message: str) -> None:
    finding = said(f"{text}\n")
    assert finding.code == "L025"
    assert message in finding.message


# ---- several forms ---------------------------------------------------------------------------------------------------

MAPPING = """\
attribute_mappings:
  m: {{title: T, iod: i, direction: import, target: T, modules: {{M: {{attributes: {{A: {}}}}}}}}}
"""


def test_both_forms_are_fine() -> None:
    assert findings_of(MAPPING.format("ignored")) == []
    assert findings_of(MAPPING.format("{use: ignored}")) == []


def test_word_of_none_of_the_forms() -> None:
    finding = said(MAPPING.format("mandatry"))
    assert finding.code == "L023"
    assert finding.message == '"mandatry" is not "mandatory", "optional", "ignored" or a mapping'
    assert hint_of(MAPPING.format("mandatry")) == 'did you mean "mandatory"?'


def test_value_of_none_of_the_forms() -> None:
    assert said(MAPPING.format("[a]")).message == 'a list is not "mandatory", "optional", "ignored" or a mapping'


def test_errors_inside_the_form_that_was_meant() -> None:
    finding = said(MAPPING.format("{use: mandatry}"))
    assert finding.path.endswith("attributes.A.use")
    assert finding.message == '"mandatry" is not "mandatory", "optional" or "ignored"'
    findings = findings_of(MAPPING.format("{rnge: [1], length: 0}"))
    assert sorted(finding.code for finding in findings) == ["L020", "L022", "L025"]


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ("0", "L025", "0 is less than 1"),
        ("unlimted", "L023", '"unlimted" is not "unlimited" or a whole number'),
        ("[5]", "L023", 'a list is not "unlimited" or a whole number'),
    ],
)
def test_number_or_word(value: str, code: str, message: str) -> None:
    limit = f"{{as_initiator: {{max_associations: {value}}}}}"
    finding = said(f"application_entities: {{A: {{function: F, association: {limit}}}}}\n")
    assert (finding.code, finding.message) == (code, message)


def test_word_or_list() -> None:
    text = "application_entities: {{A: {{function: F, association: {{accepted_called_ae_titles: {}}}}}}}\n"
    assert findings_of(text.format("configured")) == []
    assert findings_of(text.format("[A, B]")) == []
    assert said(text.format("everyone")).message == '"everyone" is not "any", "configured" or a list'
    assert said(text.format("[ABCDEFGHIJKLMNOPQ]")).code == "L025"
    assert said(text.format("[A, A]")).code == "L025"


# ---- all together ----------------------------------------------------------------------------------------------------


def test_all_at_once() -> None:
    text = """\
prodct: {}
application_entities:
  A: {title: T}
services:
  s: {application_entity: A, sop_classes: [], role: SPC, transfer_syntaxes: x}
configuration: {local: {A: {ae_title: A, port: 0}}}
"""
    found = sorted((finding.code, finding.path) for finding in findings_of(text))
    assert found == [
        ("L020", "prodct"),
        ("L021", "services.s.transfer_syntaxes"),
        ("L022", "application_entities.A"),
        ("L023", "services.s.role"),
        ("L025", "configuration.local.A.port"),
        ("L025", "services.s.sop_classes"),
    ]


@pytest.mark.parametrize("root", [None, 5, "x", [], [{}]])
def test_data_that_are_no_mapping_at_all(root: Any) -> None:
    (problem,) = validate(root, {})
    assert (problem.kind.code, problem.path) == ("L021", ())


@pytest.mark.parametrize("name", schemas.names())
def test_every_published_schema_can_be_used_by_its_name(name: str) -> None:
    assert validate(None, {}, name) != []


def test_record_against_its_own_schema() -> None:
    record = {"title": "T", "service": "C-STORE", "statuses": {"0000": {"class": "success"}}}
    (problem,) = validate(record, {}, "status-table")
    assert (problem.kind.code, problem.path) == ("L022", ("statuses", "0000"))


def test_nothing_is_changed() -> None:
    root = {"dcsgen": 2, "services": {"s": {}}, "extensions": {"x": {"y": [1]}}}
    before = copy.deepcopy(root)
    validate(root, {})
    assert root == before


# ---- keys of plug-ins ------------------------------------------------------------------------------------------------


def fragment(folder: Path, schema: Any) -> dict[str, Path]:
    """A schema, or text that may be none, as the fragment of the plug-in `acme`."""
    file = folder / "acme.schema.json"
    file.write_text(schema if isinstance(schema, str) else json.dumps(schema), encoding="utf-8")
    return {"acme": file}


LINES: dict[str, Any] = {
    "type": "object",
    "properties": {"line": {"enum": ["treatment", "planning"]}, "year": {"type": "integer"}},
    "additionalProperties": False,
}


def test_keys_that_the_fragment_takes(tmp_path: Path) -> None:
    assert findings_of("extensions: {acme: {line: treatment}}\n", fragment(tmp_path, LINES)) == []


def test_keys_that_it_does_not_take(tmp_path: Path) -> None:
    finding = said("extensions:\n  acme: {lin: 1}\n", fragment(tmp_path, LINES))
    assert finding == ("L020", "5:10", "extensions.acme.lin", 'the key "lin" is not known in acme')
    finding = said("extensions:\n  acme: {line: treatmnt}\n", fragment(tmp_path, LINES))
    assert finding == ("L023", "5:16", "extensions.acme.line", '"treatmnt" is not "treatment" or "planning"')
    assert said("extensions: {acme: [1]}\n", fragment(tmp_path, LINES)).code == "L021"


def test_extension_that_no_plugin_knows(tmp_path: Path) -> None:
    (finding,) = findings_of("extensions:\n  amce: {line: 1}\n", fragment(tmp_path, LINES))
    assert (finding.code, finding.severity) == ("L026", Severity.WARNING)
    assert str(finding.place) == "d.yaml:5:3"
    assert finding.hint == "plug-ins with keys of their own: acme"
    (alone,) = findings_of("extensions: {acme: {}}\n")
    assert "extensions.acme" in alone.message
    assert alone.hint.endswith(": none")


def test_extensions_do_not_keep_the_rest_from_being_checked(tmp_path: Path) -> None:
    findings = findings_of("extensions: {acme: {lin: 1}}\nprodct: 1\n", fragment(tmp_path, LINES))
    assert sorted(finding.path for finding in findings) == ["extensions.acme.lin", "prodct"]


@pytest.mark.parametrize("extensions", ["5", "[acme]", "null"])
def test_extensions_of_the_wrong_type(extensions: str, tmp_path: Path) -> None:
    assert said(f"extensions: {extensions}\n", fragment(tmp_path, LINES)).code == "L021"


def test_fragment_that_refers_to_itself_demands_nothing(tmp_path: Path) -> None:
    assert findings_of("extensions:\n  acme: {a: b}\n", fragment(tmp_path, {"$ref": "#"})) == []


@pytest.mark.parametrize(
    "schema",
    [
        "",
        "{",
        "[]",
        '"x"',
        {"type": "objct"},
        {"properties": {"a": {"pattern": "("}}},
        {"$ref": "#/$defs/gone"},
        {"$ref": "gone.schema.json"},
    ],
)
def test_fragment_that_is_no_schema(schema: Any, tmp_path: Path) -> None:
    finding = said("extensions:\n  acme: {a: b}\n", fragment(tmp_path, schema))
    assert finding[:3] == ("L027", "5:9", "extensions.acme")
    assert finding.message.startswith("the schema acme.schema.json cannot be used: ")
    assert "\n" not in finding.message


def test_fragment_that_is_not_there(tmp_path: Path) -> None:
    assert said("extensions: {acme: {}}\n", {"acme": tmp_path / "gone.json"}).code == "L027"


def test_fragment_may_refer_to_the_published_schemas(tmp_path: Path) -> None:
    fragments = fragment(tmp_path, {"additionalProperties": {"$ref": "status-table.schema.json#/$defs/status"}})
    assert findings_of("extensions: {acme: {x: {class: success, meaning: M}}}\n", fragments) == []
    assert said("extensions: {acme: {x: {class: success}}}\n", fragments).code == "L022"


def test_fragment_may_not_make_dcsgen_fetch_anything(tmp_path: Path) -> None:
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

    server = HTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        fragments = fragment(tmp_path, {"$ref": f"http://127.0.0.1:{server.server_port}/schema.json"})
        assert said("extensions: {acme: {}}\n", fragments).code == "L027"
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


@pytest.mark.parametrize(
    ("schema", "path", "message"),
    [
        ({"additionalProperties": False}, "extensions.acme.a", 'the key "a" is not known in acme'),
        (
            {"patternProperties": {"^x": {}}, "additionalProperties": False},
            "extensions.acme.a",
            'the key "a" is not known in acme',
        ),
        ({"anyOf": [False, {"type": "array"}]}, "extensions.acme", "a mapping is not a list"),
        ({"anyOf": [{"required": ["b"]}, {"required": ["c"]}]}, "extensions.acme", 'has none of "b" and "c"'),
        ({"properties": {"a": {"anyOf": [{"$ref": "#/$defs/x"}]}}, "$defs": {"x": {"type": "array"}}}, "", "1 is not"),
        ({"dependentRequired": {"a": ["b"]}}, "extensions.acme", "b"),
        ({"not": {"required": ["a"]}}, "extensions.acme", "a"),
        (False, "extensions.acme", "schema"),
        ({"maxProperties": 0}, "extensions.acme", "a"),
    ],
)
def test_schemas_of_other_makes_give_sentences_too(schema: Any, path: str, message: str, tmp_path: Path) -> None:
    finding = said("extensions: {acme: {a: 1}}\n", fragment(tmp_path, schema))
    assert finding.path.startswith(path)
    assert message in finding.message


def test_keys_with_a_pattern_are_known(tmp_path: Path) -> None:
    schema = {"patternProperties": {"^x": {}}, "additionalProperties": False}
    assert said("extensions: {acme: {xa: 1, b: 2}}\n", fragment(tmp_path, schema)).path == "extensions.acme.b"


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        (
            "application_entities: {A: {function: F, association: {implementation_class_uid: 1.02.3}}}",
            "numbers joined by dots, none with a zero before it; for example 2.25.129856438205198329834.0.1",
        ),
        (
            "configuration: {local: {A: {ae_title: 'Ä'}}}",
            "letters A to Z, digits, signs and spaces, not spaces alone, no backslash; for example XYZ_IMPORT",
        ),
    ],
)
def test_the_form_of_uids_and_ae_titles_is_told_in_words(keys: str, hint: str) -> None:
    assert [(finding.code, finding.hint) for finding in findings_of(f"{keys}\n")] == [("L024", hint)]
