"""What is asked of a catalogue: names are looked up, and a question in words becomes options."""

from __future__ import annotations

import re

from msgspec import Struct

from dcsgen.base.errors import UsageError
from dcsgen.base.standard import uids
from dcsgen.base.standard.uid import Uid
from dcsgen.base.text import did_you_mean, listed, quoted, with_hint
from dcsgen.ingest import lexicon
from dcsgen.ingest.drafting import THRESHOLD

ROLES = ("SCU", "SCP")

MOST_HINTS = 5

_WORDS = re.compile(
    r"(?:which products? (?P<verb>provides?|uses?|supports?) )?(?P<sop_class>.+?)"
    r"(?: as (?P<role>scu|scp))?(?: (?:with|in) (?P<transfer_syntax>.+?))?\s*\??",
    re.IGNORECASE,
)
_ROLE_OF = {"provide": "SCP", "use": "SCU"}
_UID = re.compile(r"[0-9]+(\.[0-9]+)+")


class Named(Struct, frozen=True):
    """Something with a UID, and its name in the standard; the UID again if it is private."""

    uid: str
    name: str


class Question(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is asked: each part that is None or empty is left open. `confidence` is how sure a yes has to be."""

    sop_class: Named | None = None
    role: str = ""
    transfer_syntax: Named | None = None
    product: str = ""
    confidence: float = THRESHOLD

    @property
    def words(self) -> str:
        """The question for people: `RT Plan Storage as SCP with Deflated Explicit VR Little Endian`."""
        parts = [self.sop_class.name if self.sop_class else "any SOP Class"]
        if self.role:
            parts.append(f"as {self.role}")
        if self.transfer_syntax:
            parts.append(f"with {self.transfer_syntax.name}")
        if self.product:
            parts.append(f"of products like {quoted(self.product)}")
        return " ".join(parts)


def catalog_question(
    words: str = "",
    *,
    sop_class: str = "",
    role: str = "",
    transfer_syntax: str = "",
    product: str = "",
    confidence: float = THRESHOLD,
) -> Question:
    """The question that words ask, such as `RT Plan Storage as SCP with Deflated`, together with options.

    Names are those of the standard, keywords, UIDs, or what people write for them. Raises `UsageError` for names that
    mean nothing, with what may be meant, and for options that contradict the words.
    """
    said = _said(words)
    given = {"sop_class": sop_class, "role": role.upper(), "transfer_syntax": transfer_syntax}
    for key, value in given.items():
        if value and said.get(key) and value != said[key]:
            raise UsageError(f"--{key.replace('_', '-')} {value} contradicts {quoted(said[key])} of the question")
    asked = {key: value or said.get(key, "") for key, value in given.items()}
    if asked["role"] not in ("", *ROLES):
        raise UsageError(f"there is no role {quoted(role)}: it is {listed(ROLES, 'or')}")
    return Question(
        sop_class=_named(asked["sop_class"], uids.SOP_CLASSES, "SOP Class"),
        role=asked["role"],
        transfer_syntax=_named(asked["transfer_syntax"], uids.TRANSFER_SYNTAXES, "Transfer Syntax"),
        product=product,
        confidence=confidence,
    )


def _said(words: str) -> dict[str, str]:
    found = _WORDS.fullmatch(" ".join(words.split()))
    if found is None:
        return {}
    said = {key: value or "" for key, value in found.groupdict().items()}
    said["role"] = said["role"].upper() or _ROLE_OF.get(said.pop("verb").casefold().rstrip("s"), "")
    return said


def _named(text: str, kinds: frozenset[str], what: str) -> Named | None:
    """What a text names; a UID that is not registered is taken as it is, because it may be private."""
    if not text:
        return None
    found = uids.find(text, kinds)
    if found is None:
        look_up = lexicon.sop_class if kinds is uids.SOP_CLASSES else lexicon.transfer_syntax
        meant = look_up(text)
        found = uids.by_uid(meant.uid) if meant is not None else _the_only_one(text, kinds)
    if found is not None:
        return Named(found.uid, found.name)
    if _UID.fullmatch(text):
        other = uids.by_uid(text)
        if other is not None:
            raise UsageError(f"{text} is the UID of {other.name}, which is no {what}")
        return Named(text, text)
    raise UsageError(with_hint(f"there is no {what} {quoted(text)}", _hint(text, kinds)))


def _hint(text: str, kinds: frozenset[str]) -> str:
    """What a text that names nothing may mean: what has all its words in its name, otherwise what is spelt like it."""
    having = _having(text, kinds)
    if not having:
        return did_you_mean(text, [named.name for named in uids.all_of(kinds)])
    names = [quoted(name) for name in sorted(having, key=len)]
    if len(names) > MOST_HINTS:
        return f"{len(names)} have that in their names, such as {listed(names[:MOST_HINTS], 'and')}"
    return f"did you mean {listed(names, 'or')}?"


def _the_only_one(text: str, kinds: frozenset[str]) -> Uid | None:
    having = _having(text, kinds)
    return uids.find(having[0], kinds) if len(having) == 1 else None


def _having(text: str, kinds: frozenset[str]) -> list[str]:
    """The names of what is in force and has all words of a text in its name."""
    words = lexicon.reduced(text).split()
    names = [named.name for named in uids.all_of(kinds) if not named.retired]
    return [name for name in names if words and all(word in lexicon.reduced(name).split() for word in words)]
