"""The status codes of HTTP, against those that Python has."""

from __future__ import annotations

from http import HTTPStatus

from dcsgen.base.standard import web_services
from dcsgen.base.standard.http_statuses import NAMES

RENAMED = {"413", "414", "416", "422", "418", "510"}
"""Codes that RFC 9110 renamed, and two that Python has although they are unused or obsolete."""


def test_codes_and_names_are_those_of_python() -> None:
    python = {str(int(status)): status.phrase for status in HTTPStatus}
    assert set(python) - RENAMED <= set(NAMES)
    assert {code: name for code, name in NAMES.items() if code in python and code not in RENAMED} == {
        code: name for code, name in python.items() if code in NAMES and code not in RENAMED
    }


def test_the_codes_of_ps3_18_are_among_them() -> None:
    assert {str(code) for code in web_services.common_statuses()} <= set(NAMES)
