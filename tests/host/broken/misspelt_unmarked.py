"""A plug-in with a function that looks like a hook and is none."""

__version__ = "1.2.0"


def dcsgen_colours() -> list[str]:
    return []
