"""Reads DICOM files as plain data: with or without preamble, without pixels; what is damaged gives a sentence."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dcsgen.base.data_set import DataElement, DataSet, DicomObject
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.standard import elements
from dcsgen.base.standard.value_representations import by_code

if TYPE_CHECKING:
    from pydicom import Dataset

DEEPEST = 64
"""Sequences in Sequences that are read; no IOD of PS3.3 comes near."""

DEFERRED = 1 << 20
"""Bytes from which a value stays in the file: pixels and the like, of which only the length matters."""

MOST = 1_000_000
"""Data Elements of one object."""

DIRECTORY = "1.2.840.10008.1.3.10"
"""Media Storage Directory Storage: a DICOMDIR is about objects, and none itself."""

_BULK = ("OB", "OD", "OF", "OL", "OV", "OW", "UN")
_SYNTAXES = {
    (True, True): "1.2.840.10008.1.2",
    (False, True): "1.2.840.10008.1.2.1",
    (False, False): "1.2.840.10008.1.2.2",
}
"""Transfer Syntaxes by whether the VR is implicit, and the bytes little endian (PS3.5 Annex A)."""


def is_dicom(file: Path) -> bool:
    """Whether a file is a DICOM file by what is in it: the prefix of PS3.10 7.1, or a Data Set that begins at once."""
    try:
        with file.open("rb") as stream:
            head = stream.read(132)
    except OSError:
        return False
    return head[128:] == b"DICM" or _begins_data_set(head, file.stat().st_size)


def _begins_data_set(head: bytes, size: int) -> bool:
    if len(head) < 8:
        return False
    for order in ("<", ">"):
        group, number, length = struct.unpack(f"{order}HHL", head[:8])
        # A Data Set begins with group 0008, perhaps after the Meta Information of a file without its preamble.
        if group not in (0x0002, 0x0008) or number > 0x00FF:
            continue
        if by_code(head[4:6].decode("latin-1")) is not None or length <= size - 8:
            return True
    return False


def holds_objects(place: Path) -> bool:
    """Whether a path is a DICOM file, or a folder with some in it that is not that of a description."""
    if not place.is_dir():
        return is_dicom(place)
    return not any(place.glob("*.y*ml")) and bool(dicom_files(place))


def dicom_files(place: Path) -> list[Path]:
    """The DICOM files that a path stands for: itself, or all below a folder, by name."""
    if not place.is_dir():
        return [place]
    return [file for file in sorted(place.rglob("*")) if file.is_file() and is_dicom(file)]


def read_object(file: Path) -> DicomObject:
    """The object in a file. Raises `UnreadableInputError` for what is no DICOM file, is damaged, or ends early."""
    from pydicom.errors import InvalidDicomError
    from pydicom.filereader import dcmread

    if not file.exists():
        raise UnreadableInputError(f"there is no file {file}.")
    if not is_dicom(file):
        raise UnreadableInputError(
            f"{file} is no DICOM file: it has neither the prefix DICM nor a Data Set at its start."
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = dcmread(file, force=True, defer_size=DEFERRED)
            _check_whole(file, found)
            return object_of(found, str(file))
    except UnreadableInputError:
        raise
    except OSError as error:
        raise UnreadableInputError(f"{file} cannot be read: {error.strerror or error}.") from error
    except (RecursionError, InvalidDicomError):
        raise UnreadableInputError(
            f"{file} cannot be read: its Sequences are nested too deeply, or it is damaged."
        ) from None
    except Exception as error:
        # Whatever a damaged file makes the decoder do, it is the file.
        raise UnreadableInputError(
            f"{file} is damaged: {str(error).splitlines()[0] if str(error) else 'it cannot be decoded'}."
        ) from None


def object_of(found: Dataset, file: str) -> DicomObject:
    """An object that pydicom has read or that was made with it; `file` is what it is called."""
    meta = getattr(found, "file_meta", None)
    named = str(getattr(meta, "TransferSyntaxUID", "") or "")
    implicit, little = found.original_encoding
    if implicit is None:
        implicit, little = True, True
    left = [MOST]
    made = DicomObject(
        file=file,
        data_set=_data_set(found, file, 0, left),
        transfer_syntax=named or _SYNTAXES.get((bool(implicit), bool(little)), ""),
        assumed=not named,
        meta_sop_class=str(getattr(meta, "MediaStorageSOPClassUID", "") or ""),
    )
    if not made.sop_class:
        raise UnreadableInputError(f"{file} has no SOP Class UID (0008,0016), so that nobody knows what object it is.")
    if made.sop_class == DIRECTORY:
        raise UnreadableInputError(f"{file} is a DICOMDIR. Name the files that it lists, or their folder.")
    return made


def _check_whole(file: Path, found: Dataset) -> None:
    """Raise if a value of the Data Set is shorter than its length says: the file ends in it."""
    # The values of a Dataset are converted when it is walked; its keys are Tags alone.
    for tag in list(found.keys()):
        raw: Any = found.get_item(tag)
        value, length = getattr(raw, "value", None), getattr(raw, "length", None)
        if isinstance(value, bytes) and isinstance(length, int) and length != 0xFFFFFFFF and len(value) < length:
            known = elements.by_tag(f"{int(tag):08X}")
            name = f"{known.name} " if known is not None else ""
            text = f"({int(tag) >> 16:04X},{int(tag) & 0xFFFF:04X})"
            raise UnreadableInputError(
                f"{file} is truncated: it ends in {name}{text}, {length - len(value)} bytes before the end of it."
            )


def _data_set(found: Dataset, file: str, depth: int, left: list[int]) -> DataSet:
    if depth > DEEPEST:
        raise UnreadableInputError(f"{file} has Sequences that are nested more than {DEEPEST} deep.")
    return DataSet(tuple(_elements(found, file, depth, left)))


def _elements(found: Dataset, file: str, depth: int, left: list[int]) -> Iterator[DataElement]:
    for tag in sorted(found.keys()):
        if tag.group in (0x0000, 0x0002) or tag.element == 0x0000:
            # Group lengths, and what belongs to the message or the file.
            continue
        left[0] -= 1
        if left[0] < 0:
            raise UnreadableInputError(f"{file} has more than {MOST} Data Elements.")
        yield _element(found, tag, file, depth, left)


def _element(found: Dataset, tag: Any, file: str, depth: int, left: list[int]) -> DataElement:
    text = f"({tag.group:04X},{tag.element:04X})"
    known = elements.by_tag(text)
    raw: Any = found.get_item(tag)
    length = int(getattr(raw, "length", 0) or 0)
    vr = str(raw.VR or "")
    creator = _creator(found, tag)
    common: dict[str, Any] = {"tag": text, "creator": creator}
    if known is not None and not tag.is_private:
        common |= {"keyword": known.keyword, "name": known.name}
        vr = vr if vr not in ("", "UN") else known.vr.partition(" or ")[0]
    if (raw.value is None and length) or vr in _BULK:
        size = length if length not in (0, 0xFFFFFFFF) else len(raw.value or b"")
        return DataElement(**common, vr=vr or "UN", bulk=True, length=size)
    try:
        one = found[tag]
    except Exception:
        value = raw.value if isinstance(raw.value, bytes) else b""
        return DataElement(**common, vr=vr or "UN", values=_split(value.decode("latin-1")), length=length)
    vr = one.VR
    if vr == "SQ":
        items = tuple(_data_set(item, file, depth + 1, left) for item in one.value)
        return DataElement(**common, vr=vr, items=items)
    if vr in _BULK:
        return DataElement(**common, vr=vr, bulk=True, length=len(one.value or b""))
    return DataElement(**common, vr=vr, values=_texts(one.value), length=length)


def _creator(found: Dataset, tag: Any) -> str:
    """Who has reserved the block of a private Data Element (PS3.5 7.8.1)."""
    if not tag.is_private or tag.element < 0x1000:
        return ""
    try:
        return str(found[tag.group, tag.element >> 8].value or "")
    except Exception:
        return ""


def _texts(value: Any) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    several = value if isinstance(value, list | tuple) or type(value).__name__ == "MultiValue" else [value]
    return tuple(_text(one) for one in several)


def _text(value: Any) -> str:
    """A value as it is encoded: numbers as they were written."""
    if value is None:
        return ""
    written = getattr(value, "original_string", None)
    return (written if isinstance(written, str) and written else str(value)).strip(" \0")


def _split(text: str) -> tuple[str, ...]:
    text = text.strip(" \0")
    return tuple(one.strip(" ") for one in text.split("\\")) if text else ()
