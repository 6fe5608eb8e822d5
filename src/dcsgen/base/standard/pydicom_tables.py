"""The tables that pydicom generates from PS3.6, read without importing the package.

`import pydicom` takes about 100 ms, which every command would pay; one table alone takes a few.
The files are part of pydicom's package but not of its public interface, so a test compares what comes
out with the public one.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

_EDITION = re.compile(r'^__dicom_version__\b.*?=\s*["\']([^"\']+)["\']', re.MULTILINE)

Row = tuple[str, str, str, str, str]


@cache
def tables(file: str) -> ModuleType:
    """A module of pydicom that holds nothing but tables, `_uid_dict` or `_dicom_dict`.

    ModuleNotFoundError if pydicom is not installed or does not have it.
    """
    path = _file(file)
    spec = spec_from_file_location(f"dcsgen_pydicom{file}", path)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"{path.name} of pydicom cannot be imported", name=f"pydicom.{file}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def edition() -> str:
    """The edition of the standard that the tables were made from, e.g. `2024c`; empty if pydicom does not say it."""
    # Importing the file would take twenty times as long: it asks the installed packages for pydicom's own version.
    match = _EDITION.search(_file("_version").read_text(encoding="utf-8"))
    return match[1] if match else ""


def _file(name: str) -> Path:
    package = find_spec("pydicom")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pydicom is not installed", name="pydicom")
    path = Path(package.origin).with_name(f"{name}.py")
    if not path.is_file():
        raise ModuleNotFoundError(f"pydicom is installed without {path.name}", name=f"pydicom.{name}")
    return path
