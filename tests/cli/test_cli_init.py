"""`dcsgen init` from its words to its files: options, the dialogue on a terminal, and what it says without one."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_fakes import Outcome

from dcsgen.cli.main import main

Init = Callable[..., Outcome]


class Stream(io.StringIO):
    """A stream that a person may sit at."""

    terminal = True

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Init:
    """Runs the command in an empty folder; `typed` is what a person types, None without a terminal."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, typed: str | None = None, plugins: bool = False) -> Outcome:
        streams = {name: Stream() for name in ("stdout", "stderr")}
        streams["stdin"] = Stream(typed or "")
        for name, stream in streams.items():
            stream.terminal = typed is not None and name != "stdout"
            monkeypatch.setattr(sys, name, stream)
        code = main(["init", *([] if plugins else ["--no-plugins"]), *words])
        return Outcome(code, streams["stdout"].getvalue(), streams["stderr"].getvalue())

    return run


def test_all_by_options(init: Init, tmp_path: Path) -> None:
    outcome = init(
        *("dcs", "--type", "workstation", "--name", "Reader", "--vendor", "Acme", "--product-version", "7"),
        *("--ae-title", "READER7", "--port", "11112", "--identifier", "R-7", "--date", "2024-01-31", "--no-schemas"),
    )
    assert (outcome.code, outcome.out) == (0, "dcs/product.yaml\n")
    assert outcome.err.splitlines()[1:] == [
        "  dcsgen serve dcs/product.yaml --open        shows the document while you write",
        "  dcsgen check dcs/product.yaml               tells what is wrong or missing",
        "  dcsgen build dcs/product.yaml --out public  writes HTML and PDF",
    ]
    text = (tmp_path / "dcs" / "product.yaml").read_text()
    for line in ("name: Reader", 'version: "7"', "identifier: R-7", "date: 2024-01-31"):
        assert f"  {line}\n" in text
    assert "{ae_title: READER7, port: 11112, address" in text


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ((), "--type, --name and --vendor are missing"),
        (("--type", "archive", "--vendor", "Acme"), "--name is missing"),
        (("--name", "A", "--vendor", "Acme"), "--type is missing"),
    ],
)
def test_without_a_terminal_the_missing_options_are_named(
    init: Init, tmp_path: Path, words: tuple[str, ...], missing: str
) -> None:
    outcome = init(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert f"{missing}, and there is no terminal to ask on" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_starter_that_knows_its_vendor_needs_no_other(init: Init, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "acme.py").write_text(
        "from pathlib import Path\nfrom dcsgen.plugin import Starter, hookimpl\n"
        "@hookimpl\ndef dcsgen_starters():\n    return [Starter('s', 'S', Path(__file__).with_name('s.yaml'))]\n"
    )
    (tmp_path / "ours" / "s.yaml").write_text("# S\nproduct: {name: <<product>>, vendor: Acme}\n")
    words = ("--plugins", "ours", "--type", "s", "--no-schemas")
    assert init(*words, plugins=True).err.startswith("dcsgen: error: --name is missing, and there is no terminal")
    assert init(*words, "--name", "A", plugins=True).out == "product.yaml\n"
    assert "has no vendor: leave out --vendor" in init(*words, "x", "--name", "A", "--vendor", "B", plugins=True).err


def test_a_person_is_asked(init: Init, tmp_path: Path) -> None:
    outcome = init(typed="0\narchives\n1\n\nPlan Store\nAcme\n\n\n70000\n104\n")
    assert outcome.code == 0
    assert outcome.out.startswith("product.yaml\nschemas/description.schema.json\n")
    asked = outcome.err.splitlines()
    assert asked[0] == "A first description, for product.yaml. Enter alone takes what stands in brackets."
    assert asked[1:3] == ["What type of product is it?", "  1  archive             Archive or PACS"]
    assert "Type:   write a number from 1 to 8, or a name\n" in outcome.err
    assert 'Type:   write a number from 1 to 8, or a name; did you mean "archive"?\n' in outcome.err
    assert "Product name:   the product name is empty" in outcome.err
    assert "Product version [1.0]: AE Title [PLAN_STORE]: Port [104]:   the port" in outcome.err
    assert "{ae_title: PLAN_STORE, port: 104" in (tmp_path / "product.yaml").read_text()


def test_only_what_is_not_told_is_asked(init: Init, tmp_path: Path) -> None:
    outcome = init("--type", "dicomweb-server", "--name", "Web", typed="Acme\n2\n8080\n")
    assert outcome.code == 0
    assert outcome.err.splitlines()[1].startswith("Vendor: Product version [1.0]: Port [8443]: ")
    assert "https://HOST:8080/dicomweb" in (tmp_path / "product.yaml").read_text()


def test_answers_that_end_early_leave_nothing(init: Init, tmp_path: Path) -> None:
    outcome = init(typed="1\nPlan Store\n")
    assert outcome.code == 2
    assert "nothing was written" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_told_before_anything_is_asked(init: Init, tmp_path: Path) -> None:
    (tmp_path / "product.yaml").write_text("mine")
    outcome = init(typed="1\n")
    assert outcome.code == 2
    assert "What type" not in outcome.err
    assert "product.yaml is there already" in outcome.err


def test_wrong_words_are_told_at_once(init: Init) -> None:
    assert "from 1 to 65535" in init("--port", "x", typed="1\n").err
    assert 'did you mean "modality"' in init("--type", "modalty", typed="1\n").err
    assert init("--list", typed=None).out.splitlines()[1].startswith("archive ")
