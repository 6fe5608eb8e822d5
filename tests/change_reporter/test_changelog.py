"""The draft of the revision history: YAML that can be pasted into the description."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from differences import HOST, NEW, OLD, nothing, small, text_in
from markdown_it import MarkdownIt

from dcsgen import api


def test_it_can_be_pasted_and_says_it_in_words(tmp_path: Path) -> None:
    drafted = yaml.load(text_in("changelog", small(tmp_path)), yaml.BaseLoader)
    entry = drafted["document"]["history"]["2"]
    assert entry["date"] == "2021-01-01"
    description = entry["description"]
    assert description.startswith(
        'Changes that break what worked:\n\n- The service "storage" of STORE no longer accepts Explicit VR'
    )
    assert "\nAdditions and other changes that hurt nobody:\n" in description
    page = MarkdownIt("commonmark").render(description)
    # That revision and date are others says the entry itself.
    assert page.count("<li>") == len(small(tmp_path).changes) - 2
    assert "<em>" not in page


def test_the_description_with_it_has_no_findings_of_it(tmp_path: Path) -> None:
    difference = small(tmp_path)
    pasted = text_in("changelog", difference).partition("document:\n")[2]
    (tmp_path / "pasted.yaml").write_text(
        NEW.replace('document: {identifier: D-1, revision: "2", date: 2021-01-01}\n', "")
        + f'document:\n  identifier: D-1\n  revision: "2"\n  date: 2021-01-01\n{pasted}'
    )
    loaded = api.load(tmp_path / "pasted.yaml", HOST)
    assert loaded.capability is not None, loaded.findings
    assert list(loaded.capability.document.history) == ["2"]


def test_a_revision_that_was_not_raised_has_no_name_yet(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(OLD.replace("[ExplicitVRLittleEndian, ", "["))
    old, new = (api.load(tmp_path / name, HOST) for name in ("old.yaml", "new.yaml"))
    written = text_in("changelog", api.diff(old, new, HOST))
    assert "# The document still has the revision of the older one" in written
    assert list(yaml.safe_load(written)["document"]["history"]) == ["next"]


@pytest.mark.parametrize("text", ["No changes in what the description says."])
def test_nothing(text: str) -> None:
    (entry,) = yaml.safe_load(text_in("changelog", nothing()))["document"]["history"].values()
    assert entry["description"] == text
