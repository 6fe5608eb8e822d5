"""Names findings for good: a fingerprint stays when the wording changes or the lines of the file move."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from msgspec import structs

from dcsgen.base.finding import Finding

LENGTH = 16
"""Hexadecimal digits of a fingerprint."""

_INDEX = re.compile(r"\[[0-9]+\]")


def with_fingerprints(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of a report in reading order, each with its fingerprint; no two are the same.

    It is made from the code, the name of the file without its folder, the path in the description and the subject.
    Message, hint, severity, line and column have no part in it. A subject says which item of a list is meant, so
    places in lists count only without one. Findings that all this does not tell apart are numbered as they come.
    """
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        text = _identity(finding)
        number = seen[text]
        seen[text] += 1
        named.append(structs.replace(finding, fingerprint=_hashed(f"{text}\0{number}" if number else text)))
    return tuple(named)


def distinct(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings that were named in several groups, named so that again no two are the same; the first keeps its name."""
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        number = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        other = _hashed(f"{finding.fingerprint}\0{number}")
        named.append(structs.replace(finding, fingerprint=other) if number else finding)
    return tuple(named)


def _identity(finding: Finding) -> str:
    name = re.split(r"[\\/]", finding.place.file)[-1] if finding.place else ""
    path = _INDEX.sub("[]", finding.path) if finding.subject else finding.path
    return "\0".join((finding.code, name, path, finding.subject))


def _hashed(text: str) -> str:
    # A file name may hold bytes that are no text.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
