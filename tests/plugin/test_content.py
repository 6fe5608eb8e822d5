"""Which records of two products are about the objects that one stores at the other."""

from __future__ import annotations

from typing import Any

import pytest

from dcsgen import api
from dcsgen.base.words import StatusClass
from dcsgen.match import meetings
from dcsgen.model import Status
from dcsgen.plugin.content import Content, codes_of, content_of, entry_of
from dcsgen.plugin.testing import minimal_description

SYNTAXES = ["ImplicitVRLittleEndian"]


def iod(role: str) -> dict[str, Any]:
    return {
        "title": role,
        "sop_class": "RTPlanStorage",
        "role": role,
        "modules": {"RT General Plan": {"support": "used"}},
    }


def service(ae: str, role: str, **more: Any) -> dict[str, Any]:
    fields = {"application_entity": ae, "sop_classes": ["RTPlanStorage"], "role": role, "transfer_syntaxes": SYNTAXES}
    return {**fields, **more}


def content(a: dict[str, Any], b: dict[str, Any]) -> Content:
    """What is sent from A to B over the first services that fit."""
    sender = {"application_entities": {"SEND": {"function": "It sends."}}, **a}
    receiver = {"application_entities": {"KEEP": {"function": "It keeps."}}, **b}
    pair = (api.capability_of(minimal_description(**one)) for one in (sender, receiver))
    meeting = next(iter(meetings(*pair)))
    found = content_of(meeting)
    assert found is not None
    assert content_of(meeting) is found
    return found


SENDS = {"services": {"send": service("SEND", "SCU")}}
KEEPS = {"services": {"keep": service("KEEP", "SCP")}}


@pytest.mark.parametrize(
    ("iods", "named", "written", "forwarded"),
    [
        ({}, "", "", None),
        ({"one": iod("created")}, "", "one", None),
        ({"one": iod("created"), "two": iod("created")}, "", "", None),
        ({"one": iod("created"), "two": iod("created")}, "two", "two", None),
        ({"one": iod("received")}, "", "", None),
        ({"one": iod("received"), "two": iod("created")}, "one", "two", None),
        ({"one": iod("forwarded")}, "one", "", ("iods", "one")),
        ({"one": iod("forwarded")}, "", "", ("iods", "one")),
    ],
)
def test_objects_are_those_of_the_applied_iod(
    iods: dict[str, Any], named: str, written: str, forwarded: tuple[str, ...] | None
) -> None:
    more = {"iod": named} if named else {}
    found = content({"services": {"send": service("SEND", "SCU", **more)}, "iods": iods}, KEEPS)
    assert (found.sent.iod, found.forwarded) == (written, forwarded)


def test_who_stores_and_creates_nothing_passes_on() -> None:
    both = {"services": {"send": service("SEND", "SCU"), "keep": service("SEND", "SCP")}}
    assert content(both, KEEPS).forwarded == ("services", "keep")
    assert content({**both, "iods": {"one": iod("created")}}, KEEPS).forwarded is None


def test_applied_iod_of_another_sop_class_is_not_taken() -> None:
    other = {**iod("received"), "sop_class": "RTDoseStorage", "modules": {"RT Dose": {"support": "used"}}}
    keeps = {
        "services": {"keep": service("KEEP", "SCP", iod="other")},
        "iods": {"other": other, "plan": iod("received")},
    }
    assert content(SENDS, keeps).taken.iod == "plan"


def test_title_is_that_of_the_sending_application_entity() -> None:
    assert content(SENDS, KEEPS).ae_title == ""
    titled = {**SENDS, "configuration": {"local": {"SEND": {"ae_title": "TPS"}}}}
    assert content(titled, KEEPS).ae_title == "TPS"


def test_only_stored_objects_have_content() -> None:
    echo = [
        api.capability_of(
            minimal_description(
                application_entities={ae: {"function": "It is there."}},
                services={"echo": {**service(ae, role), "sop_classes": ["Verification"]}},
            )
        )
        for ae, role in (("SEND", "SCU"), ("KEEP", "SCP"))
    ]
    assert [content_of(meeting) for meeting in meetings(*echo)] == [None]


@pytest.mark.parametrize(
    ("code", "refuses"), [("A900", True), ("B000", False), ("0000", False), ("C010", False), ("", None)]
)
def test_status_decides_whether_an_object_is_refused(code: str, refuses: bool | None) -> None:
    odd = {"services": {"keep": service("KEEP", "SCP", statuses={"C0xx": {"class": "warning", "meaning": "Odd"}})}}
    assert content(SENDS, odd).refuses(code) is refuses


def test_narrowest_entry_of_a_code() -> None:
    made = {key: Status(class_=StatusClass.FAILURE, meaning=key) for key in ("Cxxx", "C010", "C000-C0FF", "other")}
    assert [entry_of(code, made)[0] for code in (0xC010, 0xC011, 0xC100, 0xA700)] == [
        "C010",
        "C000-C0FF",
        "Cxxx",
        "other",
    ]
    assert entry_of(0xA700, {}) == ("other", None)
    assert codes_of("other") is None
