"""A plug-in that gives a thing of another hook, beside a right one."""

from dcsgen.plugin import Format, Reporter, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_reporters() -> list[object]:
    return [Format("odd", ".odd", lambda statement: b""), Reporter("even", lambda report, colour: "")]
