"""Roles as documents write them: in cells, in headings, in sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

from dcsgen.base.words import Role
from dcsgen.ingest.lexicon import cleaned

_SCU = re.compile(r"\bSCUs?\b|\bservice class users?\b|\busers?\b(?! agent| identity| interface)", re.I)
_SCP = re.compile(r"\bSCPs?\b|\bservice class providers?\b|\bproviders?\b", re.I)
_NOT = re.compile(r"\b(not|no|never|neither|without|cannot|unsupported)\b", re.I)
_YES = re.compile(r"^\W*(yes|y|x|true|supported|full|mandatory|always|opt(ion(al)?)?|on)\b|^\W*[✓✔☑●•+]\W*", re.I)
_NO = re.compile(r"^\W*(no|n|n/?a|none|false|not|never|unsupported|off)\b|^[\s\-–—✗✘☐]*$", re.I)
_OPTION = re.compile(r"\bopt(ion(al)?)?\b|\blicen[cs]e", re.I)


class Said(NamedTuple):
    """A role, and how sure it is."""

    role: Role
    confidence: float


def of_cell(text: str) -> Role | None:
    """The role that a cell of a column of roles says: `SCU`, `SCP`, `SCU/SCP`, `User`, `Both`."""
    plain = " ".join(cleaned(text).split())
    squeezed = plain.replace(" ", "").upper()
    scu = bool(_SCU.search(plain)) or "SCU" in squeezed
    scp = bool(_SCP.search(plain)) or "SCP" in squeezed
    if (scu and scp) or re.fullmatch(r"both\b.*", plain, re.I):
        return Role.BOTH
    return Role.SCU if scu else Role.SCP if scp else None


def of_yes_and_no(scu: str, scp: str) -> Role | None:
    """The role that two columns say, one for the SCU and one for the SCP; None if neither says yes."""
    user, provider = is_yes(scu), is_yes(scp)
    if user and provider:
        return Role.BOTH
    return Role.SCU if user else Role.SCP if provider else None


def is_yes(text: str) -> bool:
    """Whether a cell says yes: `Yes`, `X`, `Option`, or anything else that does not say no."""
    plain = " ".join(cleaned(text).split())
    return bool(_YES.search(plain)) and not _NO.search(plain)


def is_answer(text: str) -> bool:
    """Whether a cell is the answer to a question, yes or no."""
    plain = " ".join(cleaned(text).split())
    return bool(_YES.search(plain) or _NO.search(plain))


def is_option(text: str) -> bool:
    """Whether a cell says that something has to be bought or configured."""
    return bool(_OPTION.search(cleaned(text)))


def of_title(text: str) -> Role | None:
    """The role that a heading or a caption says: `Storage SCP`, `SOP Classes as SCU`; None for both or none."""
    plain = cleaned(text)
    scu, scp = (
        bool(re.search(r"\bSCUs?\b|\bservice class user", plain, re.I)),
        bool(re.search(r"\bSCPs?\b|\bservice class provider", plain, re.I)),
    )
    if scu and scp:
        return Role.BOTH
    return Role.SCU if scu else Role.SCP if scp else None


def of_sentence(text: str) -> Said | None:
    """The role that a sentence says of the SOP Classes below it: "supports the following SOP Classes as an SCP"."""
    plain = " ".join(cleaned(text).split())
    for sentence in reversed(re.split(r"(?<=[.:;])\s+", plain)):
        role = of_title(sentence)
        if role is None or _NOT.search(sentence):
            continue
        certain = re.search(r"\b(conforman|support|provide|following|accept|as an?)\b", sentence, re.I)
        return Said(role, 0.93 if certain else 0.75)
    return None
