"""What the words and numbers of a document mean: SOP Classes and Transfer Syntaxes by UID and by name.

UIDs are mended: a cell breaks them at a dot or in the middle of an arc, and puts foot notes and commas beside them. A
join of pieces counts only if the registry knows what comes out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dcsgen.base.draft import Method
from dcsgen.base.standard import uids
from dcsgen.ingest import aliases

BOTH = uids.SOP_CLASSES | uids.TRANSFER_SYNTAXES

LONGEST = 64
"""Characters of a UID (PS3.5 9.1)."""

PIECES = 5
"""Pieces that one UID may be broken into."""

REGISTERED = "1.2.840.10008."
"""What the UIDs of the standard begin with."""

SHORTEST = 6
"""Characters of a name for which others that are like it are looked for."""

ALIKE = 88.0
"""How alike a name must be to one of the standard, from 0 to 100, to be taken for it."""

_UIDISH = re.compile(r"\.?[0-9][0-9.]{0,63}")
_ROOTS = (
    "1.2.276.",
    "1.2.826.",
    "1.3.6.1.4.1.",
    "1.3.12.",
    "1.3.46.",
    "2.16.",
    "2.25.",
    "1.2.392.",
    "1.2.752.",
    "1.2.840.11",
)
"""What private UIDs begin with: members of ISO, enterprises, countries, UUIDs."""

_WHOLE = re.compile(r"[0-2](?:\.(?:0|[1-9]\d*)){4,}")
_AROUND = ",;:()[]{}*†‡§\"'`|"
_SOFT = str.maketrans(
    {"\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None, "\u00a0": " ", "\u2011": "-", "\u2010": "-"}
)
_TAILS = re.compile(
    r"\b(sop ?class(es)?|sop|dicom|transfer ?syntax(es)?|image compression|retired|uid|information model)\b|\(retired\)"
)
_KEYWORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Named(NamedTuple):
    """A UID that something in a document stands for, how that was found, and how sure it is from 0 to 1."""

    uid: str
    method: Method
    confidence: float
    known: bool = True


def cleaned(text: str) -> str:
    """A text without soft hyphens and other signs that are not to be seen, with plain spaces and hyphens."""
    return text.translate(_SOFT)


def uids_in(text: str, kinds: frozenset[str] = BOTH) -> list[Named]:
    """The UIDs in a text, in their order: those of some kinds of the registry, and others that look like one.

    Of what the registry does not know, `known` is false: private ones, misprints, and UIDs of other kinds.
    """
    # Dots at an end stay: they tell where a UID was broken.
    pieces: list[str] = []
    begin: list[bool] = []
    for line in cleaned(text).splitlines():
        for number, piece in enumerate(line.split()):
            if _UIDISH.fullmatch(token := piece.strip(_AROUND)):
                pieces.append(token)
                begin.append(number == 0)
    best: dict[int, tuple[float, list[Named]]] = {len(pieces): (0.0, [])}
    for start in range(len(pieces) - 1, -1, -1):
        choices = []
        for end in range(start + 1, min(len(pieces), start + PIECES) + 1):
            worth, named = _worth("".join(pieces[start:end]).strip("."), _joined(pieces[start:end]), end - start, kinds)
            if worth is None and _private(pieces[start:end], begin[start:end]):
                worth, named = 0.3, Named("".join(pieces[start:end]), Method.UID, 0.5, known=False)
            if worth is not None:
                rest = best[end]
                choices.append((worth + rest[0], [*([named] if named else []), *rest[1]]))
        best[start] = max(choices, key=lambda choice: choice[0])
    return best[0][1]


def _private(pieces: Sequence[str], begin: Sequence[bool]) -> bool:
    """Whether pieces at ends of lines are one private UID that a narrow cell has broken."""
    whole = "".join(pieces)
    begins = pieces[0].startswith(_ROOTS) and not any(piece.startswith(_ROOTS) for piece in pieces[1:])
    broken = pieces[0].endswith(".") or any("." in piece for piece in pieces[1:]) or len(pieces[0]) > 14
    return begins and broken and all(begin[1:]) and _WHOLE.fullmatch(whole) is not None and len(whole) <= LONGEST


def _joined(pieces: list[str]) -> str:
    """Pieces put together where a dot was lost at the break: `1.2.840.10008` and `1.1`."""
    return ".".join(piece.strip(".") for piece in pieces)


def _worth(straight: str, dotted: str, pieces: int, kinds: frozenset[str]) -> tuple[float | None, Named | None]:
    """How good it is to take some pieces for one UID, and that UID; None for the worth if it cannot be one."""
    for uid, sure in ((straight, 1.0 if pieces == 1 else 0.97), (dotted, 0.93)):
        found = uids.by_uid(uid)
        if found is not None and found.kind in kinds:
            return 3.0 * pieces, Named(uid, Method.UID, sure)
    if pieces > 1:
        return None, None
    # A number of a section looks like a UID, but for its first arcs.
    if len(straight) <= LONGEST and straight.count(".") >= 4 and straight.startswith((REGISTERED[:4], *_ROOTS, "1.3.")):
        found = uids.by_uid(straight)
        if found is None:
            return (0.5 if straight.startswith(REGISTERED) else 0.4), Named(straight, Method.UID, 0.5, known=False)
    # A number that is no UID.
    return -1.0, None


def sop_class(name: str) -> Named | None:
    """The SOP Class that a name stands for; None if it is like none, or like several."""
    return _by_name(name, uids.SOP_CLASSES)


def transfer_syntax(name: str) -> Named | None:
    """The Transfer Syntax that a name stands for; None if it is like none, or like several."""
    return _by_name(name, uids.TRANSFER_SYNTAXES)


def reduced(name: str) -> str:
    """A name in small letters without what people add to it: `ct image storage` for `CT Image Storage SOP Class`."""
    spaced = _KEYWORD.sub(" ", cleaned(name).replace("_", " ")) if " " not in name.strip() else cleaned(name)
    plain = _TAILS.sub(" ", re.sub(r"\binfo\b\.?", "information", spaced.replace("&", " and ").casefold()))
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


@cache
def _by_name(name: str, kinds: frozenset[str]) -> Named | None:
    found = uids.find(" ".join(cleaned(name).split()), kinds)
    if found is not None:
        return Named(found.uid, Method.NAME, 0.95)
    wanted = reduced(name)
    if len(wanted) < 2:
        return None
    known = _names(kinds)
    if wanted in _aliases(kinds):
        return Named(_aliases(kinds)[wanted], Method.NAME, 0.9)
    if wanted in known:
        return Named(known[wanted], Method.NAME, 0.93)
    return _similar(wanted, known) if len(wanted) >= SHORTEST else None


def _similar(wanted: str, known: Mapping[str, str]) -> Named | None:
    from rapidfuzz import fuzz, process

    found = process.extract(wanted, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=2)
    if not found:
        return None
    name, score, _ = found[0]
    # Two names that are as near leave a choice: "MR Image Storage" is not "NM Image Storage" either.
    if len(found) > 1 and found[1][1] >= score - 1 and known[found[1][0]] != known[name]:
        return None
    if not _same_marks(wanted, name):
        return None
    return Named(known[name], Method.SIMILAR_NAME, round(score / 100 * 0.85, 3))


def _same_marks(one: str, other: str) -> bool:
    """Whether two names have the same numbers and the same words of which each alone makes another SOP Class."""
    return _marks(one) == _marks(other)


_TELLING = frozenset(
    {
        *("basic", "beams", "big", "bit", "brachy", "byte", "color", "comprehensive", "deflated", "enhanced", "event"),
        *("explicit", "find", "frame", "get", "grayscale", "implicit", "ion", "little", "lossless", "lossy", "move"),
        *("multi", "near", "patient", "presentation", "processing", "pull", "push", "query", "single", "structured"),
        *("study", "true", "watch", "word"),
    }
)
"""Words of which each alone makes another SOP Class or Transfer Syntax."""


def _marks(name: str) -> frozenset[str]:
    # One letter more or less makes another modality: NM is not MR.
    short = (word for word in name.split() if len(word) <= 3 and word not in ("for", "and", "of", "the", "vr"))
    return frozenset((*short, *(word for word in name.split() if word in _TELLING or any(map(str.isdigit, word)))))


@cache
def _names(kinds: frozenset[str]) -> dict[str, str]:
    """UIDs by their reduced names and keywords; current ones win over retired ones."""
    found: dict[str, str] = {}
    for one in sorted(uids.all_of(kinds), key=lambda each: each.retired):
        for text in (one.name, one.keyword):
            for form in (reduced(text), reduced(text).replace(" storage", "")):
                if form:
                    found.setdefault(form, one.uid)
    return found


@cache
def _aliases(kinds: frozenset[str]) -> dict[str, str]:
    """UIDs by what vendors call them."""
    names = aliases.SOP_CLASSES if kinds == uids.SOP_CLASSES else aliases.TRANSFER_SYNTAXES
    found = {alias: uids.find(keyword, kinds) for alias, keyword in names.items()}
    return {alias: one.uid for alias, one in found.items() if one is not None}
