"""Private SOP Classes and Transfer Syntaxes of a document: those that services name and the standard does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.standard import uids
from dcsgen.ingest.claims import ServiceClaim
from dcsgen.ingest.lexicon import REGISTERED


def private_facts(claims: Sequence[ServiceClaim]) -> Iterator[Fact]:
    """A record for each private SOP Class and Transfer Syntax with a name, so that services can refer to it."""
    done: set[str] = set()
    for claim in claims:
        if _is_private(claim.uid) and claim.name and claim.uid not in done:
            done.add(claim.uid)
            value = {"name": claim.name, "uid": claim.uid, "kind": "private"}
            yield _fact("sop_classes", claim.name, value, claim.evidence, claim.confidence)
        for syntax in claim.transfer_syntaxes:
            if _is_private(syntax.uid) and syntax.uid not in done:
                done.add(syntax.uid)
                name = syntax.name or syntax.uid
                yield _fact(
                    "transfer_syntaxes", name, {"name": name, "uid": syntax.uid}, syntax.evidence, syntax.confidence
                )


def _is_private(uid: str) -> bool:
    return bool(uid) and not uid.startswith(REGISTERED) and uids.by_uid(uid) is None


def _fact(kind: str, name: str, value: dict[str, str], where: Evidence, sure: float) -> Fact:
    key = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-._")[:64] or "private"
    return Fact(path=(kind, key), value=value, evidence=(where,), method=Method.UID, confidence=sure)
