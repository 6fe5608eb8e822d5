"""A plug-in whose hook raises."""

from dcsgen.plugin import Reporter, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_reporters() -> list[Reporter]:
    raise ValueError("no such colour\nand more that nobody reads")
