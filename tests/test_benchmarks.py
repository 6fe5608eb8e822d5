"""Benchmarks run: what they measure is real work that ends well. Their figures are nobody's business here."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import msgspec
import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_benchmark_of_checking_runs() -> None:
    words = [sys.executable, ROOT / "benchmarks" / "check.py", "--runs", "1", "--sizes", "50", "200"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("| dcsgen check |") == 4
    assert "Stages of synthetic-200.yaml" in done.stdout


@pytest.mark.slow
def test_synthetic_descriptions_are_good_ones(tmp_path: Path) -> None:
    file = tmp_path / "synthetic.yaml"
    subprocess.run([sys.executable, ROOT / "benchmarks" / "synthetic.py", "3000", file], check=True)
    done = subprocess.run(
        [sys.executable, "-m", "dcsgen", "check", file, "--no-plugins"], capture_output=True, text=True, check=False
    )
    assert done.stdout == "no findings in 1 file\n"


@pytest.mark.slow
def test_the_benchmark_of_comparing_runs() -> None:
    pytest.importorskip("deepdiff")
    words = [sys.executable, ROOT / "benchmarks" / "compare.py", "--runs", "1", "--sizes", "50", "400"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "| 50 to 400 |" in done.stdout
    assert "| dcsgen diff of two versions of XYZ |" in done.stdout


@pytest.fixture
def comparing(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of the benchmark."""
    pytest.importorskip("deepdiff")
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    spec = spec_from_file_location("benchmark_of_comparing", ROOT / "benchmarks" / "compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_dcsgen_and_deepdiff_find_the_same_attributes(comparing: Any) -> None:
    old, new = comparing.versions(400)
    found = comparing.touched(old, new)
    assert len(found) > 3
    plain = (msgspec.to_builtins(side) for side in (old, new))
    assert comparing.touched_by(comparing.deep_diff(*plain)) == found


def test_what_takes_too_long_is_stopped(comparing: Any) -> None:
    def forever() -> bool:
        while True:
            pass

    assert comparing.limited(forever, 1) is None
    taken = comparing.limited(lambda: sum(range(1000)) > 0, 10)
    assert 0 <= taken < 10
    with pytest.raises(AssertionError, match="finds other Attributes"):
        comparing.limited(lambda: False, 10)


@pytest.mark.slow
def test_the_benchmark_of_matrices_runs_and_all_engines_count_the_same() -> None:
    sizes = ["--sizes", "15", "25", "--files", "3"]
    words = [sys.executable, ROOT / "benchmarks" / "matrix.py", "--runs", "1", *sizes]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("| match |") == 2
    assert "| 15 to 25 |" in done.stdout
    assert "| 3 descriptions |" in done.stdout


@pytest.mark.slow
def test_the_benchmark_of_a_long_statement_runs() -> None:
    words = [sys.executable, ROOT / "benchmarks" / "long.py", "--runs", "1", "--attributes", "60"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("anew", "anew, --jobs 1", "one paragraph changed", "nothing changed"):
        assert f"| dcsgen, {name} |" in done.stdout
    assert "MiB" in done.stdout
