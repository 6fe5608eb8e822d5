"""A new description from a starter: what it asks for, and the file with the answers in it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from msgspec import Struct

from dcsgen.base.errors import UsageError
from dcsgen.base.output import write_all
from dcsgen.base.resources import schema_file
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.host import Host
from dcsgen.plugin.starter import Starter

NAME = "product.yaml"
"""What a new description is called where only a folder is named."""

SCHEMAS = "schemas"
"""The folder beside a description that its first line leads to."""

_MODELINE = f"# yaml-language-server: $schema={SCHEMAS}/description.schema.json\n"
_PLACEHOLDER = re.compile(r"<<([a-z_]+)(?:\|([^<>]*))?>>")
_REFERENCE = re.compile(r'"\$ref": "([a-z-]+)\.schema\.json')
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ./_-]*[A-Za-z0-9._-])?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}")
_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_WORDS_ELSEWHERE = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
"""What other programs, or dcsgen itself, read as something else than text."""


class Question(Struct, frozen=True):
    """What a starter wants to know: the key of the answer, the words to ask with, and the answer that is offered."""

    name: str
    words: str
    default: str


_ASKED = {
    "product": "Product name",
    "vendor": "Vendor",
    "version": "Product version",
    "ae_title": "AE Title",
    "port": "Port",
}
_OPTIONS = {"product": "--name", "version": "--product-version"}
_SILENT = ("identifier", "date", "implementation_class_uid", "implementation_version_name")


def starter(name: str, host: Host) -> Starter:
    """The starter of a name; raises `UsageError` if there is none."""
    known = {starter.name: starter for _, starter in host.starters}
    if name not in known:
        hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
        raise UsageError(f"there is no product type {quoted(name)}: {hint}")
    return known[name]


def questions(starter: Starter, answers: Mapping[str, str] | None = None) -> tuple[Question, ...]:
    """What to ask for a starter, in order. What it offers follows from the answers so far.

    Only the product and the vendor have to be told; everything else has a default.
    """
    given = dict(answers or {})
    defaults = _placeholders(starter)
    return tuple(
        Question(name, words, _default(name, starter, defaults[name], given))
        for name, words in _ASKED.items()
        if name in defaults
    )


def start(
    file: Path,
    *,
    starter: Starter,
    answers: Mapping[str, str],
    today: date,
    schemas: bool = True,
    force: bool = False,
    unique: Callable[[], UUID] = uuid4,
) -> tuple[Path, ...]:
    """Write a new description and, for editors, the schemas beside it; gives the paths, the description first.

    `answers` go by the names of the placeholders; see `Starter`. `unique` gives what the Implementation Class UID is
    made of (PS3.5 B.2). All files are written, or none. Schemas that are there already and are the same stay.
    Raises `UsageError` for an answer that is missing, wrong or not wanted, and for a file that is there already
    unless `force` is set; `OutputError` if something cannot be written.
    """
    files = {file: _filled(starter, dict(answers), today, unique).encode()}
    if schemas:
        files |= {path: data for path, data in _schemas(file.parent / SCHEMAS) if not _holds(path, data)}
    for path in files:
        check_place(path, force=force, way="" if path == file else ", --no-schemas leaves it as it is")
    write_all(files)
    return tuple(files)


def check_place(file: Path, *, force: bool, way: str = "") -> None:
    """Raise `UsageError` if there is a file already and it may not be replaced; `way` is another way out."""
    if not force and (file.exists() or file.is_symlink()):
        raise UsageError(f"{file} is there already; --force replaces it{way or ', or name another file or folder'}")


def check_answer(name: str, answer: str) -> None:
    """Raise `UsageError` if an answer cannot be used, with the reason."""
    wrong = _wrong(name, answer)
    if wrong:
        raise UsageError(f"the {_named(name)} {wrong}")


def place_of(name: str | None) -> Path:
    """The file that a word of the command line means: a file if it ends in .yaml or .yml, a folder otherwise.

    Raises `UsageError` for what looks like a file of another kind, unless there is such a folder.
    """
    path = Path(name or NAME)
    if path.is_dir():
        return path / NAME
    if path.suffix.lower() in (".yaml", ".yml"):
        return path
    if _OTHER_SUFFIX.fullmatch(path.suffix) and not (name or "").endswith(("/", os.sep)):
        other = path.with_suffix(".yaml")
        raise UsageError(f"{path} is no name of a YAML file: write {other}, or {path}/ if it shall be a folder")
    return path / NAME


def _filled(starter: Starter, answers: dict[str, str], today: date, unique: Callable[[], UUID]) -> str:
    text = _text(starter)
    defaults = _placeholders(starter)
    for name, answer in answers.items():
        if name not in defaults:
            raise UsageError(f"the product type {starter.name} has no {_named(name)}: leave out {option(name)}")
        check_answer(name, answer)
    answers.setdefault("date", today.isoformat())
    # PS3.5 B.2: a UID may be derived from a UUID, below 2.25; nobody has to register it.
    answers.setdefault("implementation_class_uid", f"2.25.{unique().int}")
    for name in (*_ASKED, *_SILENT):
        if name in defaults and name not in answers:
            answers[name] = _default(name, starter, defaults[name], answers)
            if not answers[name]:
                raise UsageError(f"the {_named(name)} is missing: name it by {option(name)}")
    return _MODELINE + _PLACEHOLDER.sub(lambda found: _scalar(found[1], answers[found[1]]), text)


def _named(name: str) -> str:
    """An answer as a sentence names it."""
    return {"ae_title": "AE Title", "product": "product name"}.get(name) or name.replace("_", " ")


def option(name: str) -> str:
    """The option of `dcsgen init` for an answer."""
    return _OPTIONS.get(name) or f"--{name.replace('_', '-')}"


def _text(starter: Starter) -> str:
    try:
        return starter.file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the starter {starter.name} cannot be read: {error}") from error


def _placeholders(starter: Starter) -> dict[str, str]:
    """The placeholders of a starter with the defaults of their own."""
    found: dict[str, str] = {}
    for match in _PLACEHOLDER.finditer(_text(starter)):
        if match[1] not in (*_ASKED, *_SILENT):
            raise UsageError(f"the starter {starter.name} has the placeholder {match[0]}, which nothing fills")
        found[match[1]] = found.get(match[1]) or match[2] or ""
    return found


def _default(name: str, starter: Starter, own: str, answers: Mapping[str, str]) -> str:
    """The answer that is offered; empty if there is none."""
    product, version = answers.get("product", ""), answers.get("version", "1.0")
    # Letters without a capital of their own in ASCII fall away, and with them perhaps all.
    words = re.findall(r"[A-Z0-9]+", product.upper()) or re.findall(r"[A-Z0-9]+", starter.name.upper())
    if name == "version":
        return own or "1.0"
    if name == "ae_title":
        return own or "_".join(words)[:16].rstrip("_")
    if name == "identifier":
        return own or "-".join((*words, "DCS"))
    if name == "implementation_version_name":
        tail = "_" + "_".join(re.findall(r"[A-Z0-9]+", version.upper()) or ["1"])
        return own or "".join(words)[: max(16 - len(tail), 0)] + tail[:16]
    return own


def _wrong(name: str, answer: str) -> str:
    """What is wrong with an answer, as the end of a sentence."""
    if not answer.strip() or answer != answer.strip():
        return "is empty" if not answer.strip() else "begins or ends with a space"
    if not answer.isprintable():
        return "has characters that cannot be printed"
    if name == "ae_title":
        # PS3.5 6.2, AE: 16 characters of the default repertoire without backslash.
        if len(answer) > 16 or not answer.isascii() or "\\" in answer:
            return f"{quoted(answer)} is not of 1 to 16 ASCII characters without a backslash"
    elif name == "port":
        if not _NUMBER.fullmatch(answer) or int(answer) > 65535:
            return f"{quoted(answer)} is no number from 1 to 65535"
    elif name == "date" and not _is_day(answer):
        return f"{quoted(answer)} is no day like 2026-01-31"
    return ""


def _is_day(answer: str) -> bool:
    try:
        return bool(_DAY.fullmatch(answer) and date.fromisoformat(answer))
    except ValueError:
        return False


def _scalar(name: str, answer: str) -> str:
    """An answer as YAML, in quotes where it could be read as something else."""
    if name in ("port", "date", "implementation_class_uid"):
        return answer
    plain = _PLAIN.fullmatch(answer) and answer.lower() not in _WORDS_ELSEWHERE
    return answer if plain else json.dumps(answer, ensure_ascii=False)


def _schemas(place: Path) -> Iterator[tuple[Path, bytes]]:
    """The schema of descriptions and those that it refers to, which an editor looks for in the same folder."""
    waiting, seen = ["description"], {"description"}
    while waiting:
        file = schema_file(waiting.pop(0))
        data = file.read_bytes()
        yield place / file.name, data
        new = [name for name in dict.fromkeys(_REFERENCE.findall(data.decode())) if name not in seen]
        waiting += new
        seen.update(new)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
