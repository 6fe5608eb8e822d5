"""A plug-in that forgot to return."""

from dcsgen.plugin import hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_reporters() -> None:
    return None
