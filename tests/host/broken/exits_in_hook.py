"""A plug-in whose hook raises what is no Exception and has no text."""

from dcsgen.plugin import Reporter, hookimpl

__version__ = "1.2.0"


class Stop(BaseException):
    def __str__(self) -> str:
        raise RuntimeError("not even this")


@hookimpl
def dcsgen_reporters() -> list[Reporter]:
    raise Stop
