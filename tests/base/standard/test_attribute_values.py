"""The facts about terms and units are what the generator makes of the tables of dicom-standard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
GENERATOR = ROOT / "scripts" / "generate_attribute_values.py"
DATA = ROOT / "src" / "dcsgen" / "base" / "standard" / "data"
WHEEL = "dicom-standard==0.1.0"

pytestmark = pytest.mark.slow


def test_the_facts_regenerate_byte_for_byte(tmp_path: Path) -> None:
    """From the wheel that DCSGEN_DICOM_STANDARD_WHEEL names, or from a downloaded one."""
    wheel = os.environ.get("DCSGEN_DICOM_STANDARD_WHEEL")
    if not wheel:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        done = subprocess.run([*pip, "--dest", str(tmp_path), WHEEL], capture_output=True, check=False)
        if done.returncode:
            pytest.skip(f"{WHEEL} cannot be downloaded and DCSGEN_DICOM_STANDARD_WHEEL is not set")
        wheel = str(next(tmp_path.glob("*.whl")))
    subprocess.run([sys.executable, str(GENERATOR), "--wheel", wheel, "--folder", str(tmp_path)], check=True)
    for name in ("enumerated_values.json", "attribute_units.json"):
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name
