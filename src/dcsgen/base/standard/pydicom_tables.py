"""The tables that pydicom generates from PS3.6, read without importing the package.

`import pydicom` takes about 100 ms, which every command would pay; one table alone takes a few.
The files are part of pydicom's package but not of its public interface, so a test compares what comes
out with the public one.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

Row = tuple[str, str, str, str, str]


@cache
def tables(file: str) -> ModuleType:
    """A module of pydicom that holds nothing but tables, `_uid_dict` or `_dicom_dict`.

    ModuleNotFoundError if pydicom is not installed or does not have it.
    """
    package = find_spec("pydicom")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pydicom is not installed", name="pydicom")
    path = Path(package.origin).with_name(f"{file}.py")
    spec = spec_from_file_location(f"dcsgen_pydicom{file}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ModuleNotFoundError(f"pydicom is installed without {path.name}", name=f"pydicom.{file}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def edition() -> str:
    """The edition of the standard that the tables were made from, e.g. `2024c`."""
    return str(tables("_version").__dicom_version__)
