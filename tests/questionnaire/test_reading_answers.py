"""From what people write into a sheet to what a description holds."""

from __future__ import annotations

from typing import Any

import pytest

from dcsgen.api.answering import _yaml
from dcsgen.ask import UnfitError, read_answer
from dcsgen.ask.reading import is_open
from dcsgen.base.place import Path

ASSOCIATION = ("application_entities", "A", "association")


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ((*ASSOCIATION, "max_pdu_received"), "16384", 16384),
        ((*ASSOCIATION, "max_pdu_received"), " 16 384\n", 16384),
        ((*ASSOCIATION, "as_acceptor", "max_associations"), "Unlimited", "unlimited"),
        ((*ASSOCIATION, "as_acceptor", "max_associations"), "5", 5),
        ((*ASSOCIATION, "accepted_calling_ae_titles"), "configured", "configured"),
        ((*ASSOCIATION, "accepted_calling_ae_titles"), "ONE, TWO", ["ONE", "TWO"]),
        (("character_sets", "supported"), "ISO_IR 100\nISO_IR 192", ["ISO_IR 100", "ISO_IR 192"]),
        (("character_sets", "supported"), "- ISO_IR 100\n- ISO_IR 192\n", ["ISO_IR 100", "ISO_IR 192"]),
        (("character_sets", "supported"), "Not supported", "none"),
        (("services", "s", "keys", "PatientID", "matching"), "Single value; universal", ["single_value", "universal"]),
        (("services", "s", "keys", "PatientID", "returned"), "Yes", True),
        (("services", "s", "keys", "PatientID", "returned"), "not supported", False),
        (("services", "s", "role"), "scp", "SCP"),
        (("services", "s", "behaviour"), "It stores, all: of it.", "It stores, all: of it."),
        (("services", "s", "coercion"), "none", "none"),
        (("configuration", "parameters", "P", "range"), "5 to 60", [5, 60]),
        (("configuration", "parameters", "P", "range"), "1.5 – ", [1.5, None]),
        (
            ("security", "secure_transport"),
            "tls: {profile: B.12}\nother:\n  profile: B.1",
            {"tls": {"profile": "B.12"}, "other": {"profile": "B.1"}},
        ),
    ],
)
def test_an_answer_is_what_a_description_holds(path: Path, text: str, value: Any) -> None:
    assert read_answer(text, path, _yaml) == value


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ((*ASSOCIATION, "max_pdu_received"), "a lot", '"a lot" is no whole number'),
        ((*ASSOCIATION, "max_pdu_received"), "16.5", "whole number"),
        (("services", "s", "role"), "server", "none of the words that can be chosen: SCU, SCP, BOTH"),
        (("services", "s", "keys", "PatientID", "returned"), "sometimes", "neither yes nor no"),
        (("configuration", "parameters", "P", "range"), "small", "no range"),
        (("configuration", "parameters"), "Everything can be set.", "a list in YAML"),
        (("configuration", "parameters"), "{a: [", "no YAML"),
        (("services", "s", "no_such_key"), "x", "no key"),
    ],
)
def test_what_fits_nowhere_says_why(path: Path, text: str, message: str) -> None:
    with pytest.raises(UnfitError, match=message):
        read_answer(text, path, _yaml)


@pytest.mark.parametrize("text", ["", " ", "?", "Unknown", "to be clarified", "-"])
def test_an_open_question_is_no_answer(text: str) -> None:
    assert is_open(text)


@pytest.mark.parametrize("text", ["none", "no", "0", "not supported"])
def test_a_no_is_an_answer(text: str) -> None:
    assert not is_open(text)
