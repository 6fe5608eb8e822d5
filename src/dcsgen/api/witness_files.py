"""Writes the witnesses of a difference as small programs, with an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dcsgen.base.errors import UsageError
from dcsgen.base.output import write_all
from dcsgen.base.resources import folder
from dcsgen.base.tree import harmless
from dcsgen.base.witness import (
    NO_ASSOCIATION,
    NO_HANDSHAKE,
    AnyWitness,
    Association,
    AssociationWitness,
    MediaWitness,
    ObjectWitness,
    OperationWitness,
    Party,
    QueryWitness,
    WebWitness,
)
from dcsgen.base.words import FileSetRole
from dcsgen.plugin.change_rule import Difference, Judged, Judgement

if TYPE_CHECKING:
    from jinja2 import Environment

INDEX = "README.md"
MARK = "made by dcsgen diff --witness"
"""Stands in every index, so that a folder is known again whose scripts may be replaced."""

_NO_SCRIPT = "nothing of it goes over a network or into a file"

_EXIT = "It ends with 0 if it works as before, with 1 if it fails as now, with 2 if that cannot be told."
_BUILT = "It ends with 0 when its part is done, and the product shows the rest; with 1 or 2 if its part cannot be done."


class Script(Struct, frozen=True, kw_only=True):
    """A program that acts a witness out: the name of its file, and its text."""

    file: str
    text: str


class _Row(Struct, frozen=True, kw_only=True):
    """An entry of the index; `file` is empty for a witness without a script, `why` says why."""

    code: str
    message: str
    lines: list[str]
    file: str = ""
    why: str = ""


def write_witnesses(difference: Difference, target: Path) -> tuple[Path, ...]:
    """Write a script for each breaking finding that a program can act out, and an index of all; all of them, or none.

    Scripts that an earlier run wrote there are replaced. Raises `UsageError` for a folder that has other things in it,
    `OutputError` if it cannot be written.
    """
    old = _earlier(target)
    scripts, index = witness_scripts(difference)
    files = {target / one.file: one.text.encode("utf-8", "replace") for one in scripts}
    files[target / INDEX] = index.encode("utf-8", "replace")
    write_all(files)
    for file in old:
        if file not in files:
            file.unlink(missing_ok=True)
    return tuple(files)


def witness_scripts(difference: Difference) -> tuple[tuple[Script, ...], str]:
    """The scripts for all breaking findings, and the text of their index."""
    environment = _environment()
    scripts: list[Script] = []
    rows: list[_Row] = []
    for judged in difference.every():
        witness = judged.witness
        if witness is None:
            continue
        for judgement in judged.judgements:
            if judgement.verdict == "breaking":
                script = _script(judged, judgement, witness, difference, environment)
                scripts += [script] if script else []
                rows.append(_row(judgement, witness, script))
    known = {"old": difference.old_product, "new": difference.new_product, "count": len(rows)}
    listed = {"scripts": [row for row in rows if row.file], "others": [row for row in rows if not row.file]}
    return tuple(scripts), environment.get_template("index.jinja").render(**known, **listed)


def _row(judgement: Judgement, witness: AnyWitness, script: Script | None) -> _Row:
    why = "" if script else witness.no_script or _NO_SCRIPT
    file = script.file if script else ""
    return _Row(code=judgement.code, message=judgement.message, lines=witness.lines, file=file, why=why)


def _script(
    judged: Judged, judgement: Judgement, witness: AnyWitness, difference: Difference, environment: Environment
) -> Script | None:
    facts = _facts(witness) if not witness.no_script else None
    if facts is None:
        return None
    template, needs, more = facts
    slug = re.sub(r"[^A-Za-z0-9]+", "-", f"{judgement.code} {judgement.slug}").strip("-")
    text = environment.get_template(template).render(
        title=f"{judgement.code} {judgement.slug}",
        message=judgement.message,
        lines=witness.lines,
        old=difference.old_product,
        new=difference.new_product,
        before=str(witness.before),
        now=str(witness.after),
        needs=needs,
        made_by=f"{difference.tool} {difference.version}",
        at_product=witness.at_product,
        about=_BUILT if witness.at_product else _EXIT,
        **{"association": None, **more},
    )
    return Script(file=f"{slug}-{judged.change.fingerprint}.py", text=text.replace("\n\n\n\n", "\n\n\n"))


def _facts(witness: AnyWitness) -> tuple[str, str, dict[str, Any]] | None:
    """The template for a witness, what its script needs, and what it says; None if there is no script for it."""
    match witness:
        case AssociationWitness(sender=Party.PRODUCT):
            return "listening.jinja", "pynetdicom", {**_opening(witness.association), **_waiting(witness)}
        case AssociationWitness():
            return "association.jinja", "pynetdicom", _association(witness)
        case QueryWitness(sender=Party.PEER) if witness.association.contexts and witness.expected:
            return "query.jinja", "pynetdicom", {**_opening(witness.association), **_plain(witness)}
        case ObjectWitness(sender=Party.PEER) if witness.sop_class:
            to = witness.association or Association()
            known = {"port": to.port, "called": to.called, "calling": to.calling, "sop_class": witness.sop_class.uid}
            return "object.jinja", "pynetdicom", {**_plain(witness), **known}
        case ObjectWitness(sender=Party.PRODUCT) if witness.expected:
            uid = witness.sop_class.uid if witness.sop_class else ""
            return "written.jinja", "pydicom", {**_plain(witness), "sop_class": uid}
        case OperationWitness(sender=Party.PEER) if witness.association.contexts:
            known = {**_opening(witness.association), **_plain(witness), "sop_class": witness.sop_class.uid}
            return "operation.jinja", "pynetdicom", known
        case WebWitness(sender=Party.PEER):
            tag = re.sub(r"[^0-9A-Fa-f]", "", witness.expected.tag) if witness.expected else ""
            needs = "pydicom" if witness.elements else "nothing but Python"
            base, path = _divided(witness.url)
            return "web.jinja", needs, {**_plain(witness), "tag": tag, "base": base, "path": path}
        case MediaWitness():
            return _medium(witness)
        case _:
            return None


def _plain(witness: AnyWitness) -> dict[str, Any]:
    """The fields of a witness, but for those that each template has in its own form."""
    without = ("before", "after", "association", "sender", "no_script", "at_product")
    return {name: getattr(witness, name) for name in witness.__struct_fields__ if name not in without}


def _divided(url: str) -> tuple[str, str]:
    """What is before the path of a URL, and the path; `HOST` stands for this machine."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{re.sub('^HOST(?=:|$)', '127.0.0.1', host)}", slash + path


def _medium(witness: MediaWitness) -> tuple[str, str, dict[str, Any]] | None:
    reads = witness.role is not FileSetRole.FSC
    if reads and (witness.sop_class is None or witness.transfer_syntax is None):
        return None
    known = {
        "reads": reads,
        "sop_class": witness.sop_class.uid if witness.sop_class else "",
        "transfer_syntax": witness.transfer_syntax.uid if witness.transfer_syntax else "",
    }
    return "medium.jinja", "pydicom", known


def _waiting(witness: AssociationWitness) -> dict[str, Any]:
    return {
        "contexts_matter": bool(witness.association.contexts),
        "silent": NO_ASSOCIATION in witness.after.says,
    }


def _association(witness: AssociationWitness) -> dict[str, Any]:
    codes = ("0", "3", "4", "")
    asked = witness.association
    about_contexts = bool(asked.contexts) and witness.before.code in codes and witness.before.code != ""
    return {
        **_opening(asked),
        "contexts_matter": about_contexts,
        "identity_matters": "response" in witness.before.says,
        # What has no code of PS3.8 is answered below the Association, if at all.
        "unreachable": not witness.after.code and asked.user_identity is None,
        "handshake": NO_HANDSHAKE in witness.after.says,
    }


def _opening(asked: Association) -> dict[str, Any]:
    """How an Association is opened; where it is not about contexts, Verification is proposed to have one."""
    contexts = [
        {
            "uid": one.abstract_syntax.uid,
            "name": f"{one.abstract_syntax.name} in {' or '.join(each.name for each in one.transfer_syntaxes)}",
            "transfer_syntaxes": [each.uid for each in one.transfer_syntaxes],
            "role": one.role.value,
        }
        for one in asked.contexts
    ]
    verification = {
        "uid": "1.2.840.10008.1.1",
        "name": "Verification, because a request has to have a context",
        "transfer_syntaxes": ["1.2.840.10008.1.2"],
        "role": "SCU",
    }
    tls = asked.tls
    versions = {"TLS 1.2": "TLSv1_2", "1.2": "TLSv1_2", "TLS 1.3": "TLSv1_3", "1.3": "TLSv1_3"}
    return {
        "association": asked,
        "contexts": contexts or [verification],
        "version": versions.get(tls.versions[0], "") if tls and tls.versions else "",
        "ciphers": ":".join(map(_openssl, tls.cipher_suites)) if tls else "",
    }


def _openssl(suite: str) -> str:
    """What OpenSSL calls a cipher suite of TLS 1.2 that has this name in the registry of IANA."""
    exchange, _, cipher = suite.removeprefix("TLS_").partition("_WITH_")
    cipher = cipher.replace("AES_", "AES").replace("CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305")
    cipher = cipher.replace("3DES_EDE_CBC", "DES_CBC3").replace("_CBC_", "_")
    return (cipher if exchange == "RSA" else f"{exchange}_{cipher}").replace("_", "-")


def _earlier(target: Path) -> Iterator[Path] | list[Path]:
    """The scripts that an earlier run wrote; `UsageError` for a folder that is no such folder and not empty."""
    if not target.exists():
        return []
    if not target.is_dir():
        raise UsageError(f"{target} is a file; witnesses go to a folder")
    inside = sorted(target.iterdir())
    index = target / INDEX
    if inside and not (index.is_file() and MARK in index.read_text("utf-8", "replace")):
        raise UsageError(f"{target} is not empty, and not from an earlier run; name another folder for the witnesses")
    said = index.read_text("utf-8", "replace") if inside else ""
    return [file for file in inside if file.suffix == ".py" and f"({file.name})" in said]


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    # What comes out is Python: values go through `python`, words through `doc` or `line`, and nothing else.
    environment = Environment(
        loader=FileSystemLoader(folder("templates") / "witnesses"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(python=_python, doc=_doc, line=_line, cell=_cell)
    return environment


def _python(value: object) -> str:
    return repr(list(value) if isinstance(value, tuple) else str(value) if isinstance(value, str) else value)


def _line(text: str) -> str:
    return " ".join(harmless(text).split())


def _doc(text: str) -> str:
    return harmless(text).replace("\\", "\\\\").replace('"', '\\"') if '"""' in text or "\\" in text else harmless(text)


def _cell(text: str) -> str:
    return re.sub(r"([\\|\[\]`*_])", r"\\\1", _line(text)).replace("<", "&lt;")
