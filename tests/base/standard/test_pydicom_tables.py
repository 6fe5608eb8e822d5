"""pydicom's tables are read without its package, and it is said plainly when they are not there."""

from __future__ import annotations

import pytest

from dcsgen.base.standard import pydicom_tables


def test_a_table_is_read_once() -> None:
    assert pydicom_tables.tables("_uid_dict") is pydicom_tables.tables("_uid_dict")


def test_a_module_that_pydicom_lacks() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"without _no_such_dict\.py"):
        pydicom_tables.tables("_no_such_dict")


def test_no_pydicom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pydicom_tables, "find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match="pydicom is not installed"):
        pydicom_tables.tables("_other_dict")


def test_the_edition_is_the_one_that_pydicom_states() -> None:
    from pydicom import __dicom_version__

    assert pydicom_tables.edition() == __dicom_version__
