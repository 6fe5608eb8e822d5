"""A plug-in that gives a file by its name instead of its path."""

from dcsgen.plugin import Iod, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_iods() -> list[Iod]:
    return [Iod("plan", "plan.yaml")]
