"""Single values as YAML text, in the style in which their neighbours stand."""

from __future__ import annotations

import re

from dcsgen.base.repair import Single
from dcsgen.base.text import scalar
from dcsgen.repair.cannot import CannotRepairError

_PLAIN = re.compile(r"[A-Za-z0-9(/_$](?:[A-Za-z0-9 ()/_$.,+-]*[A-Za-z0-9()/_$.+-])?")
_PLAIN_IN_FLOW = re.compile(r"[A-Za-z0-9(/_$](?:[A-Za-z0-9 ()/_$.+-]*[A-Za-z0-9()/_$.+-])?")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_WORDS = ("true", "false", "null")


def key_text(key: str, style: str = "", *, in_flow: bool = False) -> str:
    """A key, in a style of quotation if it had one; all keys are text."""
    return _quoted(key, style) if style else key if _fits_plain(key, in_flow) else _quoted(key, '"')


def value_text(value: Single, style: str = "", *, in_flow: bool = False) -> str:
    """A single value; text keeps the style of quotation that the value before it had, if it had one."""
    if not isinstance(value, str):
        return "null" if value is None else scalar(value)
    if style:
        return _quoted(value, style)
    special = _NUMBER.fullmatch(value) or value in _WORDS
    return _quoted(value, '"') if special or not _fits_plain(value, in_flow) else value


def _fits_plain(text: str, in_flow: bool) -> bool:
    return (_PLAIN_IN_FLOW if in_flow else _PLAIN).fullmatch(text) is not None


def _quoted(text: str, style: str) -> str:
    if not text.isprintable():
        raise CannotRepairError("the new text has characters that cannot be printed")
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    raise CannotRepairError("the old text is a block of lines")
