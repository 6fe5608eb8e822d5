"""The data files agree with each other, with the product's description and with its extension."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dcsgen import api
from dcsgen.model import AttributeMapping, Capability
from dcsgen.model.attribute_mapping import MappedAttribute

STATUS_IN_PROSE = re.compile(r"\bstatus(?:es)? ([0-9A-F]{4})\b|\bor ([0-9A-F]{4})\b")


def mapping_of(product: Capability) -> AttributeMapping:
    return product.attribute_mappings["xyz-rt-plan-import"]


def rows_of(product: Capability) -> Iterator[tuple[str, MappedAttribute]]:
    """The Attributes that the file lists, as path and row."""
    for module in mapping_of(product).modules.values():
        yield from ((path, row) for path, row in module.attributes.items() if not row.implied)


def test_the_plugin_gives_all_of_it_without_a_finding(host: api.Host) -> None:
    assert host.findings == ()
    assert [(record.collection, record.name) for provider, record in host.records if provider == "xyz"] == [
        ("iods", "xyz-rt-plan"),
        ("attribute_mappings", "xyz-rt-plan-import"),
        ("status_tables", "xyz-c-store"),
        ("ae_mappings", "xyz-rt-plan-import"),
    ]


def test_records_say_who_gave_them(product: Capability) -> None:
    assert product.iods["xyz-rt-plan"].provider == "xyz"
    assert product.status_tables["xyz-c-store"].provider == "xyz"
    assert mapping_of(product).provider == "xyz"
    assert product.ae_mappings["xyz-rt-plan-import"].provider == "xyz"


def test_at_least_250_attributes_are_mapped(product: Capability) -> None:
    assert len(list(rows_of(product))) >= 250


def test_every_status_of_a_row_is_in_annex_c(product: Capability) -> None:
    known = product.status_tables["xyz-c-store"].statuses

    assert {row.status for _, row in rows_of(product) if row.status} <= set(known)


def test_every_status_in_the_prose_is_in_annex_c(product: Capability) -> None:
    known = product.status_tables["xyz-c-store"].statuses
    mapping = mapping_of(product)
    texts = [mapping.description, product.ae_mappings["xyz-rt-plan-import"].description]
    texts += [module.description for module in mapping.modules.values()]
    texts += [text for _, row in rows_of(product) for text in (row.constraint, row.otherwise, row.remark)]
    texts += [module.remark for module in product.iods["xyz-rt-plan"].modules.values()]
    named = {code for text in texts for pair in STATUS_IN_PROSE.findall(text) for code in pair if code}

    assert len(named) > 20
    assert named <= set(known)


def test_a_row_that_names_a_status_says_what_happens(product: Capability) -> None:
    silent = [path for path, row in rows_of(product) if row.status and not row.otherwise]

    assert silent == []


def test_an_ignored_attribute_has_no_field_and_no_status(product: Capability) -> None:
    touched = [path for path, row in rows_of(product) if row.use == "ignored" and (row.field or row.status)]

    assert touched == []


def test_a_mandatory_attribute_is_stored_or_checked(product: Capability) -> None:
    idle = [path for path, row in rows_of(product) if row.use == "mandatory" and not (row.field or row.otherwise)]

    assert idle == []


def test_no_field_takes_two_attributes_unless_the_remark_says_so(product: Capability) -> None:
    takers: dict[str, list[tuple[str, str]]] = {}
    for path, row in rows_of(product):
        for field in row.field:
            takers.setdefault(field, []).append((path, row.remark))
    shared = {field: who for field, who in takers.items() if len(who) > 1}

    assert shared
    assert [field for field, who in shared.items() if not all("same field" in remark for _, remark in who)] == []


def test_every_peer_of_the_ae_specific_mapping_is_configured(product: Capability) -> None:
    mapping = product.ae_mappings["xyz-rt-plan-import"]
    peers = {title for attribute in mapping.attributes.values() for title in attribute.per_ae_title}

    assert peers == {"TPS_ALPHA", "TPS_BETA", "VSIM_1"}
    assert peers <= set(product.configuration.remote)
    assert {product.configuration.remote[peer].application_entity for peer in peers} == {"XYZ_IMPORT"}


def test_what_the_ae_specific_mapping_reads_is_mapped_or_ignored_on_purpose(product: Capability) -> None:
    listed = dict(rows_of(product))
    mapping = product.ae_mappings["xyz-rt-plan-import"]
    sources = {target.source for row in mapping.attributes.values() for target in row.per_ae_title.values()} - {""}

    assert sources
    assert sources <= set(listed)


def test_mapped_values_are_accepted_values(product: Capability) -> None:
    listed = dict(rows_of(product))
    strange = [
        (path, peer, local)
        for path, attribute in product.ae_mappings["xyz-rt-plan-import"].attributes.items()
        for peer, target in attribute.per_ae_title.items()
        for local in target.values.values()
        if listed[path].values and local not in listed[path].values
    ]

    assert strange == []


def test_tables_of_the_database_are_those_that_are_used(product: Capability) -> None:
    used = {field.partition(".")[0] for _, row in rows_of(product) for field in row.field}

    assert product.extensions["xyz"]["database_tables"] == sorted(used)


def test_character_sets_agree_with_the_import(product: Capability) -> None:
    assert dict(rows_of(product))["SpecificCharacterSet"].values == product.character_sets.supported


def test_an_unknown_key_of_the_extension_is_found(tmp_path: Path, host: api.Host) -> None:
    file = tmp_path / "product.yaml"
    file.write_text(
        'dcsgen: 1\nproduct: {name: P, vendor: V, version: "1"}\n'
        'document: {identifier: D, revision: "1", date: 2002-08-05}\n'
        "extensions:\n  xyz:\n    product_lien: treatment\n    release_note: 4.1\n",
        encoding="utf-8",
    )

    findings = api.check([file], host=host).report.findings

    assert [(finding.path, finding.place.line if finding.place else 0) for finding in findings] == [
        ("extensions.xyz.product_lien", 6),
        ("extensions.xyz.release_note", 7),
    ]
