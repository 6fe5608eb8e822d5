"""A plug-in whose thing raises as soon as it is looked at."""

from dcsgen.plugin import hookimpl

__version__ = "1.2.0"


class Hostile:
    @property
    def __class__(self) -> type:
        raise ValueError("do not look")


@hookimpl
def dcsgen_reporters() -> list[object]:
    return [Hostile()]
