"""What several products have in common, and what at least one of them has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from compare_helpers import EXAMPLES, edited, example, service, small
from hypothesis import given, settings
from hypothesis import strategies as st

from dcsgen import api
from dcsgen.api.flat import as_lines
from dcsgen.base.errors import UsageError
from dcsgen.compare.combined import NOT_STATED, ONLY, Combined, Way, combine
from dcsgen.compare.combined.algebra import joined
from dcsgen.compare.combined.forms import demanded
from dcsgen.compare.combined.normal import LEFT_OUT, normal
from dcsgen.compare.items import keyed
from dcsgen.match import meetings
from dcsgen.model import Capability, Service
from dcsgen.model.compared import CAPABILITY, Empty, Form, Record
from dcsgen.model.negotiable import negotiable

ALL = (*EXAMPLES, "planning", "dicomweb-server")
NAMES = st.sampled_from(ALL)
SEEDS = st.integers(0, 2**32)
FEW = settings(max_examples=6, derandomize=True)
BOTH = ["ExplicitVRLittleEndian", "ImplicitVRLittleEndian"]
CT, MR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4"


def contexts(capability: Capability) -> set[Any]:
    """All that Application Entities can agree on."""
    return {one.key for one in negotiable(capability)}


def common(*products: dict[str, Any]) -> Combined:
    return combine([small(**records) for records in products], Way.INTERSECTION)


def anything(*products: dict[str, Any]) -> Combined:
    return combine([small(**records) for records in products], Way.UNION)


def only_service(made: Combined) -> Service:
    (found,) = made.capability.services.values()
    return found


def told(made: Combined, what: str) -> list[tuple[str, tuple[int, ...]]]:
    return [("/".join(map(str, note.path)), note.products) for note in made.notes if note.what == what]


@given(first=NAMES, second=NAMES, seed=SEEDS, edits=st.integers(0, 5))
@FEW
def test_what_is_negotiable_in_common_is_what_both_can_negotiate(
    first: str, second: str, seed: int, edits: int
) -> None:
    a, b = edited(example(first), seed, edits), edited(example(second), seed + 1, edits)
    assert contexts(combine([a, b], Way.INTERSECTION).capability) == contexts(a) & contexts(b)
    assert contexts(combine([a, b], Way.UNION).capability) == contexts(a) | contexts(b)


@given(first=NAMES, second=NAMES, third=NAMES, way=st.sampled_from(Way))
@FEW
def test_the_order_of_products_makes_no_difference(first: str, second: str, third: str, way: Way) -> None:
    a, b, c = example(first), example(second), example(third)
    assert combine([a, b, c], way).capability == combine([c, a, b], way).capability


@given(name=NAMES, seed=SEEDS, edits=st.integers(0, 5), way=st.sampled_from(Way))
@FEW
def test_a_product_has_everything_in_common_with_itself(name: str, seed: int, edits: int, way: Way) -> None:
    one = edited(example(name), seed, edits)
    assert combine([one, one], way).capability == combine([one], way).capability


@given(first=NAMES, second=NAMES, third=NAMES)
@FEW
def test_what_is_common_stays_if_it_is_combined_again(first: str, second: str, third: str) -> None:
    a, b, c = example(first), example(second), example(third)
    made = combine([a, b], Way.INTERSECTION).capability
    assert facts(combine([made, a], Way.INTERSECTION).capability) == facts(made)
    assert facts(combine([made, c], Way.INTERSECTION).capability) == facts(
        combine([a, b, c], Way.INTERSECTION).capability
    )


def facts(capability: Capability) -> set[str]:
    """All that a Capability says but for its document, in lines that do not depend on names, groups and order."""
    lines = as_lines(normal(capability, joined).capability).splitlines()
    return {line for line in lines if not line.startswith(("product.", "document.", "application_entities."))}


@pytest.mark.parametrize("name", ALL)
def test_all_services_come_back_under_their_names(name: str) -> None:
    one = example(name)
    made = combine([one, one], Way.INTERSECTION).capability
    assert contexts(made) == contexts(one)
    assert set(made.web_services) == set(one.web_services)
    assert {key.split("-")[0] for key in made.services} <= {key.split("-")[0] for key in one.services}
    assert made.product == one.product
    assert made.document == one.document


@pytest.mark.parametrize("first", ALL)
@pytest.mark.parametrize("second", ALL)
def test_what_comes_out_is_a_description(first: str, second: str) -> None:
    if first < second:
        for combined in (api.intersection, api.union):
            made = combined([example(first), example(second)])
            assert made.capability.product.version
            assert made.document.decode().startswith("# What ")


def test_services_are_the_same_however_they_are_named_and_divided() -> None:
    made = common(
        {"services": {"one": service(transfer_syntaxes=BOTH)}},
        {
            "services": {
                "ct": service(sop_classes=["CTImageStorage"], transfer_syntaxes=BOTH[:1]),
                "mr": service(sop_classes=["MRImageStorage"], transfer_syntaxes=BOTH[:1], application_entity="B"),
                "nm": service(sop_classes=["NuclearMedicineImageStorage"], application_entity="B"),
            }
        },
    )
    found = only_service(made)
    assert [one.uid for one in found.sop_classes] == [CT, MR]
    assert [one.name for one in found.transfer_syntaxes] == ["Explicit VR Little Endian"]
    assert found.application_entity == "COMMON"


def test_another_role_or_initiator_is_another_service() -> None:
    made = common(
        {"services": {"s": service(sop_classes=["Verification"], role="BOTH")}},
        {"services": {"s": service(sop_classes=["Verification"], role="SCU")}},
    )
    assert only_service(made).role == "SCU"
    assert (
        common({"services": {"s": service(initiator="self")}}, {"services": {"s": service()}}).capability.services == {}
    )


def test_what_one_does_not_state_is_left_out_and_told() -> None:
    made = common({"services": {"s": service(level_of_conformance=2)}}, {"services": {"s": service()}})
    assert only_service(made).level_of_conformance is None
    assert told(made, NOT_STATED) == [("services/s/level_of_conformance", (1,))]


def test_what_one_denies_is_no_gap() -> None:
    made = common(
        {"services": {"s": service(coercion="none")}},
        {"services": {"s": service(coercion={"PatientID": {"change": "modified"}})}},
    )
    # A peer of both has to reckon with it.
    assert list(only_service(made).coercion or {}) == ["PatientID"]
    assert told(made, NOT_STATED) == []


def test_numbers_are_the_tightest_or_the_widest() -> None:
    products = [
        {
            "application_entities": {
                "A": {
                    "function": "f",
                    "association": {"max_pdu_received": pdu, "as_acceptor": {"max_associations": most}},
                }
            },
            "services": {"s": service(max_peers=most)},
        }
        for pdu, most in ((16384, 5), (0, "unlimited"))
    ]
    tight, wide = common(*products), anything(*products)
    assert (only_service(tight).max_peers, only_service(wide).max_peers) == (5, "unlimited")
    policy = tight.capability.application_entities["COMMON"].association
    assert policy.max_pdu_received == 16384
    assert policy.as_acceptor is not None
    assert policy.as_acceptor.max_associations == 5
    assert wide.capability.application_entities["ANY"].association.max_pdu_received == 0


def test_what_one_demands_is_demanded() -> None:
    def tls(stance: str) -> dict[str, Any]:
        profile = {"profile": "bcp-195-tls", "stance": stance, "tls_versions": ["1.2", "1.3"]}
        return {"security": {"secure_transport": {"tls": profile}}}

    made = common(tls("offers"), tls("demands"))
    assert made.capability.security.secure_transport["tls"].stance == "demands"
    assert anything(tls("offers"), tls("demands")).capability.security.secure_transport["tls"].stance == "offers"


def test_keys_have_the_matching_that_all_have() -> None:
    def query(**keys: list[str]) -> dict[str, Any]:
        matching = {key: {"matching": found} for key, found in keys.items()}
        model = ["StudyRootQueryRetrieveInformationModelFind"]
        return {"services": {"q": service(sop_classes=model, keys=matching)}}

    one = query(PatientID=["single_value", "wildcard"], PatientName=["wildcard"])
    other = query(PatientID=["single_value"], StudyDate=["range"])
    keys = only_service(common(one, other)).keys
    assert {key: [str(one) for one in value.matching] for key, value in keys.items()} == {"PatientID": ["single_value"]}
    assert set(only_service(anything(one, other)).keys) == {"PatientID", "PatientName", "StudyDate"}


def test_status_codes_of_tables_and_of_services_are_the_same() -> None:
    status = {"0000": {"class": "success", "meaning": "Success"}}
    table = {"t": {"title": "T", "service": "C-STORE", "statuses": status}}
    made = common(
        {"services": {"s": service(status_table="t")}, "status_tables": table},
        {"services": {"s": service(statuses=status)}},
    )
    assert list(only_service(made).statuses) == ["0000"]


def test_a_list_without_items_in_common_is_not_one_without_limit() -> None:
    def web(*resources: str) -> dict[str, Any]:
        media = {"application/dicom+json": {"resources": list(resources)} if resources else {}}
        search = {"resources": {"studies": {}}, "response_media_types": media}
        studies = {
            "application_entity": "A",
            "service": "Studies",
            "role": "origin_server",
            "transactions": {"search": search},
        }
        return {"web_services": {"w": studies}}

    (found,) = common(web("studies"), web("series")).capability.web_services.values()
    assert found.transactions["search"].response_media_types == {}
    (found,) = common(web("studies"), web()).capability.web_services.values()
    assert found.transactions["search"].response_media_types["application/dicom+json"].resources == ("studies",)


def test_a_union_says_who_has_what() -> None:
    made = anything(
        {"services": {"s": service(sop_classes=["CTImageStorage"], transfer_syntaxes=BOTH)}},
        {"services": {"s": service(transfer_syntaxes=BOTH[:1])}},
    )
    assert told(made, ONLY) == [
        ("services/s/transfer_syntaxes/1.2.840.10008.1.2", (0,)),
        ("services/s-scp", (1,)),
    ]
    document = api.union(
        [
            small(services={"s": service(sop_classes=["CTImageStorage"], transfer_syntaxes=BOTH)}),
            small(product={"name": "Q", "vendor": "V", "version": "2"}, services={"s": service()}),
        ]
    ).document.decode()
    assert "  # only Q 2\n  s-scp:" in document


def test_activities_of_one_name_on_different_sides_are_two() -> None:
    def activity(side: str) -> dict[str, Any]:
        return {"real_world_activities": {"send": {"name": "Send", "side": side}}}

    made = anything(activity("local"), activity("remote")).capability.real_world_activities
    assert sorted(str(one.side) for one in made.values()) == ["local", "remote"]
    assert common(activity("local"), activity("remote")).capability.real_world_activities == {}


def test_one_product_is_not_enough() -> None:
    with pytest.raises(UsageError, match="two or more"):
        api.intersection([example("xyz")])


def test_the_summary_names_what_is_not_stated() -> None:
    made = api.intersection(
        [
            small(services={"s": service(level_of_conformance=2)}),
            small(product={"name": "Q", "vendor": "V", "version": "2"}, services={"s": service()}),
        ]
    )
    assert made.summary == (
        "Intersection of P 1 and Q 2: 2 SOP Classes with role, 0 web transactions, 0 media profiles with role",
        "Q 2 does not state, so that it is left out: services.level_of_conformance",
    )


def test_what_both_say_that_there_is_none_of_is_none() -> None:
    none = {"configuration": {"parameters": "none"}, "context_groups": "none"}
    made = common(none, none).capability
    assert made.configuration.parameters == {}
    assert made.context_groups == {}
    assert common(none, {}).capability.context_groups is None


def test_what_one_product_insists_on_is_asked_for_though_others_do_not_have_it() -> None:
    tls = {"tls": {"profile": "bcp-195-tls", "stance": "demands"}}
    made = common({"security": {"secure_transport": tls}}, {})
    assert list(made.capability.security.secure_transport) == ["tls"]
    assert [products for _, products in told(made, ONLY)] == [(0,)]
    offered = {"tls": {"profile": "bcp-195-tls", "stance": "offers"}}
    assert common({"security": {"secure_transport": offered}}, {}).capability.security.secure_transport == {}


def missing(small: Any, large: Any, record: Record, path: str = "") -> Iterator[str]:
    """What one record has in its lists and maps, at whatever depth, and the other one has not."""
    for name, field in record.fields.items():
        here, there, at = getattr(small, name), getattr(large, name), f"{path}/{name}"
        if name in LEFT_OUT or demanded(field) or not here or not there:
            continue
        if field.form is Form.ONE and field.record is not None:
            yield from missing(here, there, field.record, at)
        elif field.form is Form.MAP:
            for key in here:
                if key not in there:
                    if not (field.record is not None and field.record.stance):
                        yield f"{at}/{key}"
                elif field.record is not None:
                    yield from missing(here[key], there[key], field.record, f"{at}/{key}")
        elif field.form in (Form.SET, Form.LIST) and field.empty is not Empty.ANY:
            yield from (f"{at}/{key}" for key in keyed(here, field) if key not in keyed(there, field))


@given(first=NAMES, second=NAMES)
@FEW
def test_an_intersection_is_part_of_each_and_each_is_part_of_the_union(first: str, second: str) -> None:
    products = [example(first), example(second)]
    least, most = (normal(combine(products, way).capability, joined).capability for way in Way)
    for one in products:
        whole = normal(one, joined).capability
        assert list(missing(least, whole, CAPABILITY)) == []
        assert list(missing(whole, most, CAPABILITY)) == []


@given(peer=NAMES, first=NAMES, second=NAMES)
@FEW
def test_what_matches_the_intersection_matches_each_product(peer: str, first: str, second: str) -> None:
    """The Transfer Syntaxes that a peer and the intersection have in common are in common with each product."""
    products = [example(first), example(second)]
    least = combine(products, Way.INTERSECTION).capability
    for one in products:
        assert in_common(example(peer), least) <= in_common(example(peer), one)


def in_common(peer: Capability, product: Capability) -> set[tuple[str, str, str, str]]:
    """SOP Class, user, initiator and Transfer Syntax of all that two products can negotiate, as `match` sees it."""
    return {
        (str(meeting.key), str(meeting.user.side), str(meeting.context.initiator), uid)
        for meeting in meetings(peer, product)
        if meeting.context is not None and meeting.context.initiator is not None
        for uid in meeting.context.common
    }


def test_a_scanner_can_store_to_what_two_archives_have_in_common() -> None:
    least = combine([example("archive"), example("dcmqrscp")], Way.INTERSECTION).capability
    assert any(uid == CT and user == "a" for uid, user, _, _ in in_common(example("modality"), least))
