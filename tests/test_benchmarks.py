"""Benchmarks run: what they measure is real work that ends well. Their figures are nobody's business here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
    assert "Growth exponent of dcsgen" in done.stdout
    assert "| dcsgen diff of two versions of XYZ |" in done.stdout


@pytest.mark.slow
def test_the_benchmark_of_a_long_statement_runs() -> None:
    words = [sys.executable, ROOT / "benchmarks" / "long.py", "--runs", "1", "--attributes", "250"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("anew", "anew, --jobs 1", "one paragraph changed", "nothing changed"):
        assert f"| dcsgen, {name} |" in done.stdout
    assert "MiB" in done.stdout
