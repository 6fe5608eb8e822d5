"""A plug-in that gives two reporters of one name."""

from dcsgen.plugin import Reporter, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_reporters() -> list[Reporter]:
    return [Reporter("twin", lambda report, colour: "1"), Reporter("twin", lambda report, colour: "2")]
