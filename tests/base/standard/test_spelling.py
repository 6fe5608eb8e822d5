"""Names that differ in case, spaces and punctuation only count as the same, whichever way that is found out."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dcsgen.base.standard.spelling import spelled


def test_what_does_not_count() -> None:
    assert spelled("Digital X-Ray Image_Storage (For Processing)") == "digitalxrayimagestorageforprocessing"
    assert spelled("Modality & Worklist") == spelled("modality and worklist") == "modalityandworklist"
    assert spelled("Größe–1") == spelled("GRÖSSE 1") == "grösse1"


@given(st.text())
def test_ascii_is_no_special_case(text: str) -> None:
    assert spelled(text) == re.sub(r"[\W_]+", "", text.replace("&", " and ").casefold())
