"""Whatever a file holds, there is an answer or a sentence."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dcsgen import api
from dcsgen.base.errors import UnreadableInputError
from dcsgen.builtin.object_reporter import text
from plans import ROOT, sample

PLAN = sample().read_bytes()
FLIPS = st.lists(st.tuples(st.integers(132, len(PLAN) - 1), st.integers(0, 255)), min_size=1, max_size=8)


@cache
def xyz() -> api.Loaded:
    return api.load(ROOT / "examples" / "xyz" / "xyz.yaml", api.open_host(folders=[ROOT / "plugins"]))


def answer(data: bytes) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.dcm"
        file.write_bytes(data)
        try:
            found = api.match_objects([file], xyz(), values=True)
        except UnreadableInputError as trouble:
            return str(trouble)
    return str(text.REPORTER.write(found, False))


@given(flips=FLIPS)
@settings(max_examples=120)
def test_bytes_that_were_changed(flips: list[tuple[int, int]]) -> None:
    data = bytearray(PLAN)
    for place, value in flips:
        data[place] = value
    assert answer(bytes(data)).endswith((".", "\n"))


@given(start=st.integers(132, len(PLAN)), more=st.binary(max_size=400))
@settings(max_examples=60)
def test_bytes_that_were_put_in(start: int, more: bytes) -> None:
    assert answer(PLAN[:start] + more + PLAN[start:]).endswith((".", "\n"))


@given(data=st.binary(max_size=600))
@settings(max_examples=60)
def test_any_data_set(data: bytes) -> None:
    head = bytes.fromhex("08001600 1e000000") + b"1.2.840.10008.5.1.4.1.1.481.5\0"
    assert answer(head + data).endswith((".", "\n"))
