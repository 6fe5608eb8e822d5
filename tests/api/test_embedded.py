"""Files out of which no description can be taken: a sentence that says why, never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.api import embedded
from dcsgen.base.errors import UnreadableInputError
from dcsgen.load.limits import Limits


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "holds no description: it was not made by dcsgen"),
        (b"dcsgen: 1\n", "holds no description: it was not made by dcsgen"),
        (b"%PDF-1.7\n%%EOF\n", "holds no description: it was not made by dcsgen"),
        (b"<!doctype html><p>text</p>", "holds no description: it was not made by dcsgen"),
        (b"\x00\xff\xfe" * 50, "holds no description: it was not made by dcsgen"),
        (b"{}", "is damaged: Object missing required field"),
        (b'{"dcsgen": ' + b"[" * 5000, "is damaged"),
        (b'{"dcsgen": 1, "product"', "is damaged"),
    ],
)
def test_what_holds_no_description(tmp_path: Path, data: bytes, sentence: str) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    with pytest.raises(UnreadableInputError, match=r"a\.pdf") as caught:
        api.extract(file)
    assert sentence in str(caught.value)


def test_a_file_that_is_too_large_is_not_to_be_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "LIMITS", embedded.LIMITS._replace(size=10))
    file = tmp_path / "a.html"
    file.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableInputError) as caught:
        api.extract(file)
    assert caught.value.finding is not None
    assert caught.value.finding.hint == "give an HTML, PDF or JSON file that dcsgen made"
    assert Limits().too_large != embedded.LIMITS.too_large


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError):
        api.extract(tmp_path / "nothing.pdf")
