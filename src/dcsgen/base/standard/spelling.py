"""When two ways of writing a name of the standard count as the same."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\W_]+")


def spelled(text: str) -> str:
    """A name reduced to its letters and digits, e.g. `digitalxrayimage` for `Digital X-Ray Image`.

    Names that differ only in case, spaces, hyphens and punctuation become equal, and so do `&` and `and`,
    between which editions of PS3.6 changed.
    """
    return _BETWEEN.sub("", text.replace("&", " and ").casefold())
