"""A plug-in whose reporter has a number for a name."""

from dcsgen.plugin import Reporter, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_reporters() -> list[Reporter]:
    return [Reporter(5, lambda report, colour: "")]
