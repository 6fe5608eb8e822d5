"""DICOM files as they come: with and without preamble, in other byte orders, damaged, nested, huge, in folders."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom import Dataset, dcmwrite
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

from dcsgen import api
from dcsgen.api.dicom_files import DEEPEST, DEFERRED, is_dicom, read_object
from dcsgen.base.data_set import every_spot
from dcsgen.base.errors import UnreadableInputError, UsageError
from plans import approved, sample

RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"


def small(**more: object) -> Dataset:
    found = Dataset()
    found.SOPClassUID, found.SOPInstanceUID = RT_PLAN, "1.2.3"
    for keyword, value in more.items():
        setattr(found, keyword, value)
    return found


def written(folder: Path, dataset: Dataset, syntax: str = ImplicitVRLittleEndian, *, raw: bool = False) -> Path:
    file = folder / "object.dcm"
    little, implicit = syntax != ExplicitVRBigEndian, syntax == ImplicitVRLittleEndian
    if raw:
        dcmwrite(file, dataset, little_endian=little, implicit_vr=implicit)
    else:
        dataset.file_meta = FileMetaDataset()
        dataset.file_meta.TransferSyntaxUID = syntax
        dcmwrite(file, dataset, enforce_file_format=True)
    return file


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian])
@pytest.mark.parametrize("raw", [False, True])
def test_every_encoding_says_the_same(syntax: str, raw: bool, tmp_path: Path) -> None:
    plan = small(PatientName="Müller^Jörg", SpecificCharacterSet="ISO_IR 100", SeriesNumber="07", PatientWeight="70.50")
    plan.BeamSequence = [small(BeamNumber="1"), small(BeamNumber="2")]
    file = written(tmp_path, plan, syntax, raw=raw)
    found = read_object(file)
    assert (found.transfer_syntax, found.assumed, found.sop_class) == (syntax, raw, RT_PLAN)
    values = {spot.path: spot.element.values for spot in every_spot(found.data_set) if spot.element is not None}
    assert values["PatientName"] == ("Müller^Jörg",)
    # Numbers as they are encoded.
    assert (values["SeriesNumber"], values["PatientWeight"]) == (("07",), ("70.50",))
    assert values["BeamSequence[2].BeamNumber"] == ("2",)
    assert found.character_sets == ("ISO_IR 100",)


def test_all_of_pydicoms_plan_is_there() -> None:
    found = read_object(sample())
    assert sum(1 for _ in every_spot(found.data_set)) == 126
    assert found.transfer_syntax == ImplicitVRLittleEndian


def test_values_that_are_no_numbers_and_values_in_binary_are_text(tmp_path: Path) -> None:
    from pydicom import config

    plan = small(NumberOfBeams="1", PregnancyStatus=4)
    file = written(tmp_path, plan)
    data = file.read_bytes()
    assert data.count(b"1 ", len(data) - 20)
    file.write_bytes(data[:-2] + b"x ")
    before = config.settings.reading_validation_mode
    values = {spot.path: spot.element.values for spot in every_spot(read_object(file).data_set) if spot.element}
    assert config.settings.reading_validation_mode == before
    assert values["NumberOfBeams"] == ("x",)
    assert values["PregnancyStatus"] == ("4",)


def test_private_attributes_have_their_creator(tmp_path: Path) -> None:
    plan = small()
    plan.private_block(0x3009, "COMPANY", create=True).add_new(0x01, "LO", "A")
    for syntax in (ImplicitVRLittleEndian, ExplicitVRLittleEndian):
        found = read_object(written(tmp_path, plan, syntax)).data_set.find("(3009,xx01)")
        assert found is not None
        assert (found.tag, found.creator) == ("(3009,1001)", "COMPANY")


def test_pixels_stay_in_the_file(tmp_path: Path) -> None:
    plan = small(Rows=2048, Columns=2048)
    plan.add_new("PixelData", "OW", b"\0" * (DEFERRED + 10))
    found = read_object(written(tmp_path, plan, ExplicitVRLittleEndian)).data_set.find("PixelData")
    assert found is not None
    assert (found.bulk, found.length, found.has_value, found.values) == (True, DEFERRED + 10, True, ())


def nested(depth: int) -> Dataset:
    inner = small()
    for _ in range(depth):
        outer = small()
        outer.BeamSequence = [inner]
        inner = outer
    return inner


def test_sequences_in_sequences(tmp_path: Path) -> None:
    assert read_object(written(tmp_path, nested(20))).sop_class == RT_PLAN
    with pytest.raises(UnreadableInputError, match="nested"):
        read_object(written(tmp_path, nested(DEEPEST + 5)))


def test_a_file_that_nests_without_end_is_told_and_not_followed(tmp_path: Path) -> None:
    # Items of undefined length, one in the other: 16 bytes each.
    level = struct.pack("<HHL", 0x300A, 0x00B0, 0xFFFFFFFF) + struct.pack("<HHL", 0xFFFE, 0xE000, 0xFFFFFFFF)
    head = (
        struct.pack("<HHL", 0x0008, 0x0016, len(RT_PLAN) + len(RT_PLAN) % 2)
        + RT_PLAN.encode()
        + b"\0" * (len(RT_PLAN) % 2)
    )
    file = tmp_path / "deep.dcm"
    file.write_bytes(head + level * 20_000)
    with pytest.raises(UnreadableInputError, match=r"nested|damaged|truncated"):
        read_object(file)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda data: b"", "no DICOM file"),
        (lambda data: b"dcsgen: 1\n" * 50, "no DICOM file"),
        (lambda data: data[:128] + b"XXXX" + data[132:], "no DICOM file"),
        (lambda data: data[: len(data) - 7], "truncated"),
        (lambda data: data[: len(data) // 2], "truncated"),
    ],
)
def test_damaged_files_are_told_in_a_sentence(damage: Callable[[bytes], bytes], words: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.dcm"
    file.write_bytes(damage(sample().read_bytes()))
    with pytest.raises(UnreadableInputError, match=words) as trouble:
        read_object(file)
    assert str(trouble.value).startswith(str(file))


@pytest.mark.parametrize("length", range(132, 2672, 97))
def test_wherever_a_file_is_cut_there_is_a_sentence_or_an_object(length: int, tmp_path: Path) -> None:
    file = tmp_path / "plan.dcm"
    file.write_bytes(sample().read_bytes()[:length])
    assert told(file).endswith(("truncated", "damaged", "what object it is.", RT_PLAN))


def told(file: Path) -> str:
    """What reading a file comes to."""
    try:
        return read_object(file).sop_class
    except UnreadableInputError as trouble:
        return "truncated" if "truncated" in str(trouble) else "damaged" if "damaged" in str(trouble) else str(trouble)


def test_pydicoms_truncated_plan_ends_in_its_beams() -> None:
    with pytest.raises(UnreadableInputError, match=r"ends in Beam Sequence \(300A,00B0\), 265 bytes"):
        read_object(sample("rtplan_truncated.dcm"))


def test_what_says_no_sop_class_is_no_object(tmp_path: Path) -> None:
    plan = Dataset()
    plan.PatientID, plan.StudyDate = "1", "20200101"
    dcmwrite(tmp_path / "a.dcm", plan, little_endian=True, implicit_vr=True)
    with pytest.raises(UnreadableInputError, match="no SOP Class UID"):
        read_object(tmp_path / "a.dcm")


def test_files_are_known_by_what_is_in_them(tmp_path: Path) -> None:
    assert is_dicom(sample())
    assert is_dicom(sample("rtstruct.dcm"))
    other = tmp_path / "other.dcm"
    for content in (b"", b"product: {}\n", b"%PDF-1.7\n" + b" " * 200, b"<html>" * 40, b"PK\3\4" + b"\0" * 200):
        other.write_bytes(content)
        assert not is_dicom(other)
    assert not is_dicom(tmp_path / "none")


def test_a_folder_stands_for_the_objects_in_it(tmp_path: Path) -> None:
    capability = api.capability_of({"application_entities": {"A": {"function": "It is."}}} | MINIMAL)
    (tmp_path / "in").mkdir()
    approved().save_as(tmp_path / "in" / "plan")
    (tmp_path / "note.txt").write_text("no object")
    found = api.match_objects([tmp_path], capability)
    assert [fate.file for fate in found.fates] == [str(tmp_path / "in" / "plan")]
    assert api.holds_objects(tmp_path)
    (tmp_path / "product.yaml").write_text("dcsgen: 1\n")
    assert not api.holds_objects(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableInputError, match="no DICOM files"):
        api.match_objects([tmp_path / "empty"], capability)


def test_of_several_files_those_that_cannot_be_read_are_listed(tmp_path: Path) -> None:
    capability = api.capability_of({"application_entities": {"A": {"function": "It is."}}} | MINIMAL)
    found = api.match_objects([sample(), sample("rtplan_truncated.dcm"), tmp_path / "none.dcm"], capability)
    assert len(found.fates) == 1
    assert [one.message.split(" is ")[-1][:9] for one in found.unread][:1] == ["truncated"]
    assert "there is no file" in found.unread[1].message


@pytest.mark.parametrize("title", ["A" * 17, "A\\B", "   ", "Ä"])
def test_what_can_be_no_ae_title(title: str) -> None:
    capability = api.capability_of({"application_entities": {"A": {"function": "It is."}}} | MINIMAL)
    with pytest.raises(UsageError, match="no AE Title"):
        api.match_objects([sample()], capability, calling=title)


MINIMAL = {
    "dcsgen": 1,
    "product": {"name": "P", "vendor": "V", "version": "1"},
    "document": {"identifier": "D", "revision": "1", "date": "2020-01-01"},
}
