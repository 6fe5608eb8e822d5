"""JSON for other programs: readable, and whole even where the name of a file is no text."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from dcsgen.base.json_text import json_text

PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(PLAIN)
def test_it_looks_as_the_standard_library_has_it(value: Any) -> None:
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def test_names_that_are_no_text_are_escaped() -> None:
    class Named(Struct, omit_defaults=True):
        name: str
        more: str = ""

    text = json_text({"files": [Named("é\udc80.yaml")]})
    assert text.isascii()
    assert json.loads(text) == {"files": [{"name": "é\udc80.yaml"}]}
