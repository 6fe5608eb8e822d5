"""What is said of objects, against an import that a real C-STORE request reaches: the same class and code of status."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom import Dataset, config, dcmread
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian
from pynetdicom import AE

from dcsgen import api
from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import ObjectFate
from dcsgen.base.standard.statuses import class_of
from dcsgen.base.words import StatusClass
from importing import Importing
from plans import ROOT, approved, sample

RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"
CALLING = ("TPS_ALPHA", "TPS_BETA", "VSIM_1", "NET_MONITOR")
"""AE Titles that XYZ/PRODUCT knows; nothing is different for the last one."""

WHAT_THE_MESSAGE_SAYS = ("SOPClassUID", "SOPInstanceUID", "SpecificCharacterSet")
"""Without them there is no request, or its texts cannot be read."""

Change = tuple[tuple[str, tuple[Any, ...]], str, float]

CLASSES = {
    StatusClass.FAILURE: Outcome.FAILS,
    StatusClass.WARNING: Outcome.LOSS,
}


@pytest.fixture(scope="module")
def xyz() -> api.Loaded:
    return api.load(ROOT / "examples" / "xyz" / "xyz.yaml", api.open_host(folders=[ROOT / "plugins"]))


class Sender:
    """Sends plans to the import, by one Association for each calling AE Title, opened anew if it was idle too long."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.opened: dict[str, Any] = {}

    def association(self, title: str) -> Any:
        found = self.opened.get(title)
        if found is None or not found.is_established:
            ae = AE(ae_title=title)
            ae.add_requested_context(RT_PLAN, [ImplicitVRLittleEndian, ExplicitVRLittleEndian])
            found = self.opened[title] = ae.associate("127.0.0.1", self.port, ae_title="XYZ_IMPORT")
            assert found.is_established
        return found

    def close(self) -> None:
        for association in self.opened.values():
            if association.is_established:
                association.release()


@pytest.fixture(scope="module")
def sender(xyz: api.Loaded) -> Iterator[Sender]:
    assert xyz.capability is not None
    with Importing(xyz.capability) as product:
        there = product.find("XYZ_IMPORT", None, tls=False)
        assert there is not None
        sender = Sender(there.port)
        yield sender
        sender.close()


def told_and_returned(plan: Dataset, xyz: api.Loaded, sender: Sender, calling: str) -> tuple[ObjectFate, int]:
    """What is said of a plan, and the status that the import returns for the same bytes."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.dcm"
        plan.save_as(file, enforce_file_format=True)
        (fate,) = api.match_objects([file], xyz, calling=calling).fates
        response = sender.association(calling).send_c_store(dcmread(file))
    assert "Status" in response, "the Association was lost"
    return fate, int(response.Status)


def agree(fate: ObjectFate, returned: int) -> None:
    """The class is the one that was said, and the code too."""
    answer = fate.status
    assert answer is not None
    found = class_of(returned)
    if fate.outcome is Outcome.CANNOT_TELL:
        # Of what the receiver does not state, nothing is said; the import refuses it.
        assert any(trouble.missing for one in fate.attributes for trouble in one.troubles)
        return
    assert answer.status_class is found, f"{answer} but {returned:04X}"
    assert f"{returned:04X}" in (answer.code, *answer.others)
    if found in CLASSES:
        assert fate.outcome.rank >= CLASSES[found].rank
    else:
        assert fate.outcome in (Outcome.WORKS, Outcome.LOSS)


def places(dataset: Dataset, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to all data elements: keywords of Sequences and indices of Items, then a keyword."""
    for element in dataset:
        if element.keyword in WHAT_THE_MESSAGE_SAYS:
            continue
        yield (*above, element.keyword)
        if element.VR == "SQ":
            for index, item in enumerate(element.value):
                yield from places(item, (*above, element.keyword, index))


PLANS = {title: approved(title) for title in CALLING}
PLACES = {title: list(places(plan)) for title, plan in PLANS.items()}
LONG = {"LO": 64, "SH": 16, "ST": 600, "LT": 600, "PN": 64, "CS": 16, "UI": 0, "DA": 0, "TM": 0}


def changed(plan: Dataset, way: tuple[Any, ...], how: str, number: float) -> Dataset:
    """A plan with one data element deleted, emptied, lengthened, or with another value."""
    plan = copy.deepcopy(plan)
    here: Any = plan
    for step in way[:-1]:
        here = here[step] if isinstance(step, str) else here.value[step] if hasattr(here, "value") else here[step]
    element = here[way[-1]]
    if how == "delete":
        del here[way[-1]]
    elif how == "empty":
        element.value = [] if element.VR == "SQ" else None
    elif element.VR == "SQ":
        element.value = [*element.value, *copy.deepcopy(list(element.value))]
    elif how == "lengthen" and LONG.get(element.VR):
        text = str(element.value[0] if element.VM > 1 else element.value or "")
        element.value = (text + "X" * 600)[: LONG[element.VR]]
    elif element.VR in ("DS", "IS"):
        element.value = str(int(number)) if element.VR == "IS" else f"{number:.2f}"
    elif element.VR == "CS":
        element.value = "OTHER"
    return plan


CHANGES = st.tuples(
    st.sampled_from([(title, way) for title, ways in PLACES.items() for way in ways]),
    st.sampled_from(["delete", "empty", "lengthen", "other"]),
    st.sampled_from([-1000000.0, -1.0, 0.0, 0.5, 1.0, 20.0, 361.0, 1000000.0]),
)
"""Whose plan, which data element, and what becomes of it."""


@given(change=CHANGES)
@settings(max_examples=60, derandomize=True)
def test_one_change_gets_the_status_that_was_said(change: Change, xyz: api.Loaded, sender: Sender) -> None:
    told_is_returned(change, xyz, sender)


@pytest.mark.slow
@given(change=CHANGES)
@settings(max_examples=400)
def test_many_changes_get_the_status_that_was_said(change: Change, xyz: api.Loaded, sender: Sender) -> None:
    told_is_returned(change, xyz, sender)


def told_is_returned(change: Change, xyz: api.Loaded, sender: Sender) -> None:
    (calling, way), how, number = change
    modes = config.settings.reading_validation_mode, config.settings.writing_validation_mode
    config.settings.reading_validation_mode = config.settings.writing_validation_mode = config.IGNORE
    try:
        fate, returned = told_and_returned(changed(PLANS[calling], way, how, number), xyz, sender, calling)
    finally:
        config.settings.reading_validation_mode, config.settings.writing_validation_mode = modes
    agree(fate, returned)


@pytest.mark.parametrize("calling", CALLING)
def test_the_approved_plan_gets_the_status_that_was_said(calling: str, xyz: api.Loaded, sender: Sender) -> None:
    fate, returned = told_and_returned(PLANS[calling], xyz, sender, calling)
    agree(fate, returned)
    assert returned == 0x0000


def test_what_is_left_of_a_truncated_plan_is_refused_as_was_said(xyz: api.Loaded, sender: Sender) -> None:
    # pydicom reads what is there; a sender that does so sends it on.
    fate, returned = told_and_returned(dcmread(sample("rtplan_truncated.dcm")), xyz, sender, "NET_MONITOR")
    assert returned == 0xA901
    assert fate.status is not None
    assert fate.status.code == "A901"
