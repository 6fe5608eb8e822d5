"""The matrix of many products against pairs worked out one by one, from descriptions and from abilities."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from dcsgen import api
from dcsgen.api import capability_of
from dcsgen.base.interaction import Interaction, Means, Outcome, Side
from dcsgen.base.words import Initiator, Role
from dcsgen.match.matrix import Pairs
from dcsgen.model import Capability
from dcsgen.model.ability import BY_PROVIDER, BY_USER, Abilities, Ability, Leg, abilities
from dcsgen.model.negotiable import negotiable
from dcsgen.model.prospect import prospects
from dcsgen.model.service import Service
from dcsgen.model.sop_class import SopClass, TransferSyntax

SOP_CLASSES = ("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.1", "1.2.840.10008.1.20.1", "1.2.3")
EXAMPLES = Path(__file__).parents[2] / "examples"
SYNTAXES = ("ImplicitVRLittleEndian", "ExplicitVRLittleEndian", "JPEGBaseline8Bit", "RLELossless")


def described(services: Sequence[dict[str, Any]], **more: Any) -> Capability:
    """The Capability of a product with one Application Entity."""
    frame = {
        "dcsgen": 1,
        "product": {"name": "P", "vendor": "V", "version": "1", "description": "It does."},
        "document": {"identifier": "D", "revision": "1", "date": "2020-01-01"},
        "application_entities": {"AE": {"function": "Does."}},
    }
    named = {f"s{number}": {"application_entity": "AE", **service} for number, service in enumerate(services)}
    return capability_of({**frame, **({"services": named} if named else {}), **more})


def numbers(products: Sequence[Abilities], group: str = "") -> list[tuple[list[int], list[int]]]:
    pairs = Pairs(products)
    return [(list(row.works), list(row.may)) for row in (pairs.row(user, group) for user in range(len(products)))]


def one_by_one(user: Capability, provider: Capability) -> set[str]:
    """The SOP Classes that work, found without what the matrix uses: every Presentation Context with every other."""
    fits = {Initiator.SELF: Initiator.PEER, Initiator.PEER: Initiator.SELF}
    return {
        ours.sop_class.uid
        for ours in negotiable(user)
        for theirs in negotiable(provider)
        if (ours.role, theirs.role) == (Role.SCU, Role.SCP)
        and fits[ours.initiator] is theirs.initiator
        and ours.sop_class.uid == theirs.sop_class.uid
        and ours.transfer_syntax.uid == theirs.transfer_syntax.uid
    }


BASE = described([])

services = st.builds(
    Service,
    application_entity=st.just("AE"),
    sop_classes=st.lists(st.sampled_from(SOP_CLASSES), min_size=1, unique=True).map(
        lambda uids: tuple(SopClass(uid, uid) for uid in uids)
    ),
    role=st.sampled_from(Role),
    initiator=st.sampled_from([None, *Initiator]),
    transfer_syntaxes=st.lists(st.sampled_from("abcd"), min_size=1, unique=True).map(
        lambda uids: tuple(TransferSyntax(uid, uid) for uid in uids)
    ),
)


@given(st.lists(st.dictionaries(st.sampled_from("stuv"), services), min_size=1, max_size=9))
def test_rows_are_what_presentation_contexts_say_one_by_one(products: list[dict[str, Service]]) -> None:
    capabilities = [structs.replace(BASE, services=each) for each in products]
    expected = [[len(one_by_one(user, provider)) for provider in capabilities] for user in capabilities]
    found = numbers([abilities(each) for each in capabilities])
    assert [works for works, _ in found] == expected
    assert all(not any(may) for _, may in found)


legs = st.builds(
    Leg,
    st.dictionaries(
        st.sampled_from((BY_USER, BY_PROVIDER)), st.lists(st.sampled_from("abc"), min_size=1, unique=True).map(tuple)
    ),
    st.lists(st.sampled_from((BY_USER, BY_PROVIDER)), unique=True).map(tuple),
)
things = st.builds(
    lambda group, both: Ability(means=Means.WEB, group=group, name="", legs=both, paths=()),
    st.sampled_from(("G", "H")),
    st.tuples(legs, legs),
)
products = st.builds(
    Abilities,
    st.dictionaries(st.sampled_from("klmn"), things),
    st.dictionaries(st.sampled_from("klmn"), things),
)


@given(st.lists(products, min_size=1, max_size=18))
def test_rows_count_what_pairs_say_one_by_one(found: list[Abilities]) -> None:
    for group in ("", "G", "H"):
        rows = numbers(found, group)
        for user, (works, may) in zip(found, rows, strict=True):
            met = [[each for each in prospects(user, one) if group in ("", each.group)] for one in found]
            assert works == [sum(each.outcome is Outcome.WORKS for each in pair) for pair in met]
            assert may == [sum(each.outcome is Outcome.CANNOT_TELL for each in pair) for pair in met]


@pytest.mark.parametrize("count", [1, 7, 8, 9, 64, 65])
@pytest.mark.parametrize("things", [0, 1, 255, 256, 300])
def test_numbers_beyond_a_byte_and_products_beyond_one(count: int, things: int) -> None:
    leg = (Leg({"x": ("a",)}),)
    made = {str(n): Ability(means=Means.NETWORK, group="G", name="", legs=leg, paths=()) for n in range(things)}
    found = [Abilities(uses=made if number == 0 else {}, provides=made) for number in range(count)]
    assert numbers(found) == [([things if row == 0 else 0] * count, [0] * count) for row in range(count)]


def storage(role: str, syntaxes: Sequence[str] = ("ImplicitVRLittleEndian",), **more: str) -> Capability:
    service = {"sop_classes": ["CTImageStorage"], "role": role, "transfer_syntaxes": list(syntaxes), **more}
    return described([service])


@pytest.mark.parametrize(
    ("user", "provider", "reason"),
    [
        (storage("SCU"), storage("SCU"), "The other product is no SCP of it."),
        (
            storage("SCU"),
            storage("SCP", initiator="self"),
            "Each side opens the Association itself; neither waits for the other.",
        ),
        (
            storage("SCU", initiator="peer"),
            storage("SCP"),
            "Each side waits for the other to open the Association.",
        ),
        (
            storage("SCU", SYNTAXES[:2]),
            storage("SCP", SYNTAXES[3:]),
            "No common Transfer Syntax: the Transfer Syntaxes of the user are Implicit VR Little Endian, Explicit VR "
            "Little Endian; those of the provider RLE Lossless.",
        ),
    ],
)
def test_what_has_no_partner_is_told_why(user: Capability, provider: Capability, reason: str) -> None:
    (met,) = prospects(abilities(user), abilities(provider))
    assert (met.outcome, met.reason, met.agreed) == (Outcome.FAILS, reason, ())


def test_what_is_agreed_stands_in_the_order_of_the_user() -> None:
    user, provider = storage("SCU", SYNTAXES), storage("SCP", SYNTAXES[2:0:-1])
    (met,) = prospects(abilities(user), abilities(provider))
    assert met.outcome is Outcome.WORKS
    assert met.agreed == ("Explicit VR Little Endian", "JPEG Baseline (Process 1)")
    assert (met.user_paths, met.provider_paths) == ((("services", "s0"),), (("services", "s0"),))
    assert met.group == "Storage"


def test_transfer_syntaxes_that_are_not_stated_leave_it_open() -> None:
    user = storage("SCU")
    provider = storage("SCP")
    silent = structs.replace(
        provider, services={key: structs.replace(one, transfer_syntaxes=()) for key, one in provider.services.items()}
    )
    found = [abilities(user), abilities(silent)]
    assert numbers(found)[0] == ([0, 0], [0, 1])
    (met,) = prospects(*found)
    assert (met.outcome, met.reason) == (
        Outcome.CANNOT_TELL,
        "The Transfer Syntaxes of the provider are not stated.",
    )


def media(*roles: str) -> Abilities:
    service = {"application_entity": "AE", "profile": "STD-GEN-CD", **({"roles": list(roles)} if roles else {})}
    return abilities(described([], media={"disc": service}))


def test_media_go_from_creators_and_updaters_to_readers() -> None:
    found = [media("FSC"), media("FSU"), media("FSR"), media()]
    assert [works for works, _ in numbers(found)] == [[0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert [may for _, may in numbers(found)] == [[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 0], [0, 1, 1, 1]]


def augmented(role: str, profile: str = "AUG-X-CD") -> Abilities:
    own = {"AUG-X-CD": {"name": "X", "kind": "augmented", "base": "STD-GEN-CD"}}
    service = {"application_entity": "AE", "profile": profile, "roles": [role]}
    return abilities(described([], media={"disc": service}, application_profiles=own))


def test_a_medium_under_an_augmented_profile_is_read_under_its_standard_one_but_not_the_other_way_round() -> None:
    found = [augmented("FSC"), augmented("FSC", "STD-GEN-CD"), augmented("FSR"), augmented("FSR", "STD-GEN-CD")]
    assert [works for works, _ in numbers(found)][:2] == [[0, 0, 1, 1], [0, 0, 0, 1]]
    (met,) = prospects(found[1], found[2])
    assert met.reason == (
        "No common Application Profile: the Application Profiles of the user are STD-GEN-CD; those of the provider "
        "AUG-X-CD."
    )


def web(role: str, name: str = "retrieve", resource: str = "Study", **payloads: list[str]) -> Abilities:
    transaction = {"resources": {resource: {}}, **{key: {one: {} for one in names} for key, names in payloads.items()}}
    service = {"application_entity": "AE", "service": "Studies", "role": role, "transactions": {name: transaction}}
    return abilities(described([], web_services={"web": service}))


JSON, DICOM = "application/dicom+json", 'multipart/related; type="application/dicom"'


@pytest.mark.parametrize(
    ("user", "provider", "outcome", "reason"),
    [
        (
            web("user_agent", response_media_types=['Multipart/Related;type="application/dicom"']),
            web("origin_server", response_media_types=[DICOM]),
            Outcome.WORKS,
            "",
        ),
        (
            web("user_agent", response_media_types=[JSON]),
            web("origin_server", response_media_types=[DICOM]),
            Outcome.FAILS,
            "No common media type of the response: the media types of the response of the user are "
            "application/dicom+json; those of the provider multipart/related; type=application/dicom.",
        ),
        (
            web("user_agent", resource="Series", response_media_types=[JSON]),
            web("origin_server", response_media_types=[JSON]),
            Outcome.FAILS,
            "No common resource: the resources of the user are Series; those of the provider Study.",
        ),
        (
            web("user_agent"),
            web("origin_server", response_media_types=[DICOM]),
            Outcome.CANNOT_TELL,
            "The media types of the response of the user are not stated.",
        ),
        (web("user_agent"), web("origin_server"), Outcome.WORKS, ""),
        (
            web("user_agent", response_media_types=["image/jpeg", "image/*"]),
            web("origin_server", response_media_types=["image/png"]),
            Outcome.CANNOT_TELL,
            "The media types of the response of the user are not all stated.",
        ),
        (
            web("user_agent", "store", request_media_types=[DICOM]),
            web("origin_server", "store", request_media_types=[DICOM]),
            Outcome.WORKS,
            "",
        ),
        (
            web("user_agent", "store", request_media_types=[DICOM]),
            web("origin_server", "retrieve", response_media_types=[DICOM]),
            Outcome.FAILS,
            "The other product is no origin server of it.",
        ),
    ],
)
def test_web_transactions_need_a_resource_and_payloads_of_both(
    user: Abilities, provider: Abilities, outcome: Outcome, reason: str
) -> None:
    (met,) = prospects(user, provider)
    assert (met.outcome, met.reason) == (outcome, reason)


@pytest.fixture(scope="module")
def examples() -> list[Capability]:
    host = api.open_host(vendors=False)
    names = ("archive", "dcmqrscp", "dicomweb-server", "modality", "planning", "xyz")
    read = [api.read_side(str(EXAMPLES / name), host).capability for name in names]
    return [capability for capability in read if capability is not None]


def test_pairs_of_the_examples_have_the_answers_of_dcsgen_match(examples: list[Capability]) -> None:
    found = [abilities(each) for each in examples]
    host = api.open_host(vendors=False)
    met = 0
    for (user, ours), (provider, theirs) in combinations(zip(examples, found, strict=True), 2):
        match = api.match(user, provider, host)
        for side, one, other in ((Side.A, ours, theirs), (Side.B, theirs, ours)):
            matched: dict[str, list[Interaction]] = {}
            for each in match.interactions:
                if each.user.side is side:
                    key = f"{each.service_class}/{each.key}" if each.means is Means.WEB else each.key
                    matched.setdefault(key, []).append(each)
            for each in prospects(one, other):
                its = matched.get(each.key, [])
                met += len(its)
                if each.means is Means.NETWORK:
                    agreed = any(context is not None and context.chosen for context in (x.context for x in its))
                    assert agreed is (each.outcome is Outcome.WORKS), each
                if each.outcome is Outcome.FAILS:
                    assert all(x.outcome is Outcome.FAILS for x in its), each
    assert met > 100


def test_services_of_several_application_entities_are_one_ability() -> None:
    one = {"sop_classes": ["CTImageStorage"], "role": "SCU", "transfer_syntaxes": [SYNTAXES[0]]}
    product = abilities(described([one, {**one, "transfer_syntaxes": [SYNTAXES[1]]}]))
    (only,) = product.uses.values()
    assert only.paths == (("services", "s0"), ("services", "s1"))
    assert len(only.legs[0].ways["opened by the user"]) == 2
