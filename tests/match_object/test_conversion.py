"""Conversions that are written in one of the few forms that are computed; all others are left to people."""

from __future__ import annotations

import pytest

from dcsgen.match.object.conversion import converted


@pytest.mark.parametrize(
    ("value", "words", "unit", "expected"),
    [
        ("1234.0", "mm to cm", "mm", "123.4 cm"),
        ("898.429664831309", "mm to cm, rounded to 0.1 cm", "mm", "89.8 cm"),
        ("-724.97815409918", "mm to cm, rounded to 0.01 cm", "mm", "-72.5 cm"),
        ("1.02754", "Gy to cGy", "Gy", "102.754 cGy"),
        ("1.757", "m to cm, rounded to 1 cm", "m", "176 cm"),
        ("70.26", "rounded to 0.1 kg", "kg", "70.3 kg"),
        ("0", "mm to cm", "mm", "0 cm"),
        # Which way the middle goes, nobody says.
        ("0.5", "mm to cm, rounded to 0.1 cm", "mm", None),
        # Other words, other units, no number.
        ("5", "mm to cm, then doubled", "mm", None),
        ("5", "cm to mm", "mm", None),
        ("5", "mm to cGy", "mm", None),
        ("x", "mm to cm", "mm", None),
        ("5", "rounded to 0.1°, 360° to 0°", "°", None),
        ("NaN", "mm to cm", "mm", None),
        ("1E99999999", "mm to cm", "mm", None),
        ("1E30", "mm to cm, rounded to 0.1 cm", "mm", None),
    ],
)
def test_numbers(value: str, words: str, unit: str, expected: str | None) -> None:
    assert converted(value, words, unit) == expected


@pytest.mark.parametrize(
    ("value", "words", "values", "expected"),
    [
        ("O", "M, F, O to 1, 2, 9", ("M", "F", "O"), "9"),
        ("STATIC", "STATIC to 0, DYNAMIC to 1", ("STATIC", "DYNAMIC"), "0"),
        ("X", "M, F, O to 1, 2, 9", ("M", "F", "O"), None),
        ("M", "M, F to 1, 2", ("M", "F", "O"), None),
        ("M", "to capitals", ("M", "F"), None),
    ],
)
def test_terms(value: str, words: str, values: tuple[str, ...], expected: str | None) -> None:
    assert converted(value, words, "", values) == expected
