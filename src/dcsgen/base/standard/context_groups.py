"""The Context Groups of PS3.16, as far as pydicom's tables have them."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

KNOWN_HOLES = ("Context Groups without codes of their own are mostly not known.",)
_NAME = re.compile(r'^name_for_cid\[(\d+)\] = "([^"]+)"$', re.MULTILINE)


def keyword_of(cid: int) -> str:
    """The name of a Context Group as a keyword, `AnatomicModifier` for 2; empty if it is not known."""
    return _names().get(cid, "")


@cache
def _names() -> dict[int, str]:
    package = find_spec("pydicom")
    if package is None or package.origin is None:
        return {}
    # The file is read, not imported: its codes are many times as long as its names.
    file = Path(package.origin).parent / "sr" / "_cid_dict.py"
    return {int(number): name for number, name in _NAME.findall(file.read_text(encoding="utf-8"))}
