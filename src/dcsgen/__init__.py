"""DICOM Conformance Statements as data: see `dcsgen.api` for the library and `dcsgen.plugin` for vendors."""

from dcsgen.version import __version__

__all__ = ["__version__"]
