"""Documents of this vendor have its colours and its cover."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.finding import Profile

DRAFT = api.Configuration(choice=api.Choice(profile=Profile.DRAFT))
"""Of so small a description nobody wants to hear what it lacks."""

DESCRIPTION = """\
dcsgen: 1
product: {name: XYZ/SMALL, vendor: XYZ/Company Oncology Systems Ltd, version: "2.0"}
document:
  identifier: XYZ-DCS-S
  revision: "3"
  date: 2002-08-05
  template: xyz
  history: {"3": {date: 2002-08-05, author: A. Author, description: Third issue.}}
extensions: {xyz: {release_note: XYZ-RN-2.0}}
"""


def built(tmp_path: Path, host: api.Host, form: str, description: str = DESCRIPTION) -> Path:
    file = tmp_path / "small.yaml"
    file.write_text(description, encoding="utf-8")
    result = api.build(file, out=tmp_path, formats=[form], layout=None, host=host, configuration=DRAFT)
    assert result.findings == ()
    return result.paths[0]


def test_html_has_the_colours_of_the_vendor_if_the_description_asks_for_them(tmp_path: Path, host: api.Host) -> None:
    ours = built(tmp_path, host, "html").read_text(encoding="utf-8")
    plain = built(tmp_path, host, "html", DESCRIPTION.replace("  template: xyz\n", "")).read_text(encoding="utf-8")

    assert "--accent: #14375e" in ours
    assert "--accent: #14375e" not in plain


@pytest.mark.slow
@pytest.mark.parametrize("stated", [True, False], ids=["all stated", "the least stated"])
def test_pdf_begins_with_the_cover_of_the_vendor(tmp_path: Path, host: api.Host, stated: bool) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF")
    least = DESCRIPTION.partition("  history")[0]

    document = pdfium.PdfDocument(built(tmp_path, host, "pdf", DESCRIPTION if stated else least).read_bytes())
    cover = document[0].get_textpage().get_text_range()

    assert "XYZ/Company Oncology Systems Ltd" in cover
    assert "XYZ/SMALL" in cover
    assert "Version 2.0" in cover
    assert ("XYZ-RN-2.0" in cover) is stated
    assert ("Third issue." in cover) is stated
