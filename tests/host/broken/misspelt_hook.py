"""A plug-in with a misspelt hook."""

from dcsgen.plugin import Reporter, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_reporter() -> list[Reporter]:
    return []
