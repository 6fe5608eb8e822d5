"""The report about differences for programs: JSON in the form of `schemas/changes.schema.json`."""

from __future__ import annotations

from typing import Any

from msgspec import to_builtins

from dcsgen.base.change import Verdict
from dcsgen.base.finding import dotted
from dcsgen.base.json_text import json_text
from dcsgen.base.witness import AnyWitness
from dcsgen.builtin.change_reporter._outcome import because
from dcsgen.plugin import ChangeReporter, Difference, Judged

SCHEMA_VERSION = 1
"""Grows when a reader of the old form could misread the new one; new keys alone do not change it."""


def write(difference: Difference, colour: bool) -> str:
    """The difference as one JSON object; colours have no place in it."""
    return json_text(
        {
            "schema": SCHEMA_VERSION,
            "tool": difference.tool,
            "version": difference.version,
            "old": {"file": difference.old, "product": difference.old_product},
            "new": {"file": difference.new, "product": difference.new_product},
            **({"site": difference.site} if difference.site else {}),
            "counts": {verdict.value: difference.count(verdict) for verdict in Verdict},
            "accepted": difference.accepted,
            "fail_on": difference.fail_on.value,
            "fails": difference.fails,
            "because": because(difference),
            "same_product": difference.same_product,
            **({"partial": difference.partial} if difference.partial else {}),
            "changes": [_judged(change) for change in difference.changes],
            "alignment": difference.alignment,
            "trouble": difference.trouble,
            "findings": difference.findings,
        }
    )


def _judged(judged: Judged) -> dict[str, Any]:
    change = judged.change
    plain: dict[str, Any] = to_builtins(change)
    plain.pop("echoes", None)
    for side in ("before", "after"):
        plain.setdefault(side, None)
    echoes = [_judged(echo) for echo in judged.echoes]
    return {
        "fingerprint": change.fingerprint,
        "path": dotted(change.path),
        "verdict": judged.verdict.value,
        "judgements": judged.judgements,
        **plain,
        **({"echoes": echoes} if echoes else {}),
        **({"effects": judged.effects} if judged.effects else {}),
        **({"witness": _witness(judged.witness)} if judged.witness is not None else {}),
    }


def _witness(witness: AnyWitness) -> dict[str, Any]:
    """The witness as data and as text."""
    plain: dict[str, Any] = to_builtins(witness)
    return {**plain, "lines": witness.lines}


REPORTER = ChangeReporter(name="json", write=write)
