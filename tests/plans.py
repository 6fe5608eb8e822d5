"""RT Plans for tests: pydicom's own, made into one that XYZ/PRODUCT takes, and written to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydicom import Dataset, dcmread
from pydicom.data import get_testdata_file

ROOT = Path(__file__).resolve().parents[1]


def sample(name: str = "rtplan.dcm") -> Path:
    """A file that pydicom brings along; skips the test where it is not installed with them."""
    found = get_testdata_file(name, download=False)
    if found is None:
        pytest.skip(f"pydicom is installed without its test file {name}")
    return Path(str(found))


MACHINES = {"TPS_ALPHA": "LINAC_A_1998", "TPS_BETA": "Room 1", "VSIM_1": "LINAC1"}
"""What the machine is called by the AE-specific mapping of XYZ/PRODUCT."""


def approved(calling: str = "") -> Dataset:
    """The plan of pydicom with what XYZ/PRODUCT demands, from a peer with that AE Title, and more of what it reads."""
    plan = dcmread(sample())
    plan.ApprovalStatus = "APPROVED"
    plan.ReviewDate = "20030903"
    plan.ReviewerName = "Doe^Jane"
    plan.PatientSize, plan.PatientWeight, plan.AdmissionID = "1.7", "70", "A1"
    plan.SoftwareVersions = ["1.0", "2.0"]
    setup = plan.PatientSetupSequence[0]
    setup.FixationDeviceSequence = [_item(FixationDeviceType="MASK", FixationDeviceLabel="M1")]
    setup.SetupTechnique = "ISOCENTRIC"
    plan.ToleranceTableSequence = [
        _item(
            ToleranceTableNumber="1",
            ToleranceTableLabel={"TPS_ALPHA": "T1", "TPS_BETA": "Photons", "VSIM_1": "SIM"}.get(calling, "STANDARD"),
            GantryAngleTolerance="1",
            BeamLimitingDeviceToleranceSequence=[
                _item(RTBeamLimitingDeviceType="X", BeamLimitingDevicePositionTolerance="2")
            ],
        )
    ]
    if calling == "TPS_ALPHA":
        for reference in plan.DoseReferenceSequence:
            reference.DoseReferenceDescription = "PTV1"
    if calling == "VSIM_1":
        plan.OtherPatientIDsSequence = [_item(PatientID="H1", TypeOfPatientID="TEXT")]
        plan.TreatmentSite = "PELVIS"
    for beam in plan.BeamSequence:
        beam.TreatmentMachineName = MACHINES.get(calling, beam.TreatmentMachineName)
        beam.BeamDescription = "Field 1"
    return plan


def _item(**elements: object) -> Dataset:
    item = Dataset()
    for keyword, value in elements.items():
        setattr(item, keyword, value)
    return item
