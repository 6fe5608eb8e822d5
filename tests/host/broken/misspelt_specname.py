"""A plug-in that marks a function for a hook that does not exist."""

from dcsgen.plugin import hookimpl

__version__ = "1.2.0"


@hookimpl(specname="dcsgen_layout")
def layouts() -> list[object]:
    return []
