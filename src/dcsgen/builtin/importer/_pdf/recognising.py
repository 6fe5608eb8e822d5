"""Words of a page that is a picture, by tesseract, if that is installed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from typing import Any

from dcsgen.base.errors import UnreadableInputError
from dcsgen.builtin.importer._pdf.letters import Word

DOTS = 300
"""Dots per inch in which a page is looked at."""

LEAST = 30.0
"""How sure tesseract has to be of a word, from 0 to 100."""

LONGEST = 120
"""Seconds for a page."""

WORD = "5"
"""The level of words in what tesseract gives."""


def program() -> str:
    """Where tesseract is; raises `UnreadableInputError` with what to install where it is missing."""
    found = shutil.which("tesseract")
    if found is None:
        raise UnreadableInputError("--ocr needs tesseract, which is not installed: apt-get install tesseract-ocr")
    return found


def recognised(page: Any) -> list[Word]:
    """The words in the picture of a page of pypdfium2."""
    picture = io.BytesIO()
    page.render(scale=DOTS / 72, grayscale=True).to_pil().save(picture, format="PNG")
    command = [program(), "stdin", "stdout", "--dpi", str(DOTS), "--psm", "4", "tsv"]
    try:
        done = subprocess.run(command, input=picture.getvalue(), capture_output=True, timeout=LONGEST, check=True)
    except subprocess.TimeoutExpired:
        return []
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnreadableInputError(f"tesseract failed: {said[-1] if said else 'it does not say why'}") from error
    return words_in(done.stdout.decode("utf-8", "replace"))


def words_in(table: str) -> list[Word]:
    """The words in the table that tesseract writes, with tabulators between its columns."""
    found = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] != WORD or not text or float(row["conf"]) < LEAST:
            continue
        left, top, width, height = (float(row[side]) * 72 / DOTS for side in ("left", "top", "width", "height"))
        box = (left, top, left + width, top + height)
        step = width / len(text)
        edges = tuple(left + step * index for index in range(len(text) + 1))
        found.append(Word(text=text, box=box, size=round(height, 1), bold=False, edges=edges))
    return found
