"""Prose of descriptions in sentences: what CommonMark sets apart loses its marks, and nothing else does."""

from __future__ import annotations

import pytest

from dcsgen.base.text import one_line


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("What *Largest object* says.", "What Largest object says"),
        ("**Never** with `--port`,\nor *so*.", "Never with --port, or so"),
        ("3 * 4 * 5 and xx*yy*zz", "3 * 4 * 5 and xx*yy*zz"),
        ("Names with * and ? ([](#matching)).", "Names with * and ?"),
        ("NAME_OF_IT and _this_", "NAME_OF_IT and _this_"),
    ],
)
def test_marks(prose: str, said: str) -> None:
    assert one_line(prose) == said
