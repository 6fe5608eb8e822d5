"""Numbers, limits and lists in words; everything here is plain text."""

from __future__ import annotations

from collections.abc import Sequence

from dcsgen.base.content_words import Presence
from dcsgen.base.words import AcceptedTitles, Overwrite, ProfileKind, TooLong
from dcsgen.model import Service
from dcsgen.render.language import _, ngettext
from dcsgen.render.views import phrases


def service_title(key: str, service: Service) -> str:
    """The title of a service; without one, its SOP Class if it has but one, otherwise its key."""
    names = [sop.name for sop in service.sop_classes]
    return service.title or (names[0] if len(names) == 1 else key)


def number(value: float) -> str:
    """A number as people write it: no `.0` behind a whole one."""
    return str(int(value)) if float(value).is_integer() else repr(value)


def sentence(text: str) -> str:
    """Text with a full stop at its end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def or_none(text: str) -> str:
    """A text of the author; the English word for nothing in the language of the document, because all write it so."""
    return _("None") if text.strip().rstrip(".").casefold() == "none" else text


def scalar(value: bool | float | str | None) -> str:
    """A configured value; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value if isinstance(value, str) else number(value)


def bounds(pair: tuple[float | None, float | None] | None, unit: str = "") -> str:
    """`0 to 360 °`, `at least 1`, `at most 9 s`; nothing for None or two open ends."""
    if pair is None or pair == (None, None):
        return ""
    low, high = pair
    if low is None:
        text = _("at most %(high)s", high=number(high or 0))
    elif high is None:
        text = _("at least %(low)s", low=number(low))
    else:
        text = _("%(low)s to %(high)s", low=number(low), high=number(high))
    return f"{text} {unit}".rstrip()


def listed(words: Sequence[str]) -> str:
    """`A, B or C`."""
    if len(words) < 2:
        return "".join(words)
    return _("%(others)s or %(last)s", others=", ".join(words[:-1]), last=words[-1])


def associations(limit: int | str | None) -> str:
    """How many Associations at a time."""
    if limit is None:
        return _("a number of simultaneous Associations that is not stated")
    if limit == "unlimited":
        return _("any number of simultaneous Associations")
    return ngettext("one Association at a time", "at most %(count)s simultaneous Associations", int(limit))


def pdu(length: int | None) -> str:
    """A maximum PDU length; 0 means that there is none (PS3.8 D.1)."""
    if length is None:
        return phrases.not_stated()
    return _("unlimited (0)") if length == 0 else _("%(length)s bytes", length=length)


def operations(count: int) -> str:
    """Outstanding operations of the asynchronous window; 0 means no limit (PS3.7 D.3.3.3)."""
    return _("unlimited (0)") if count == 0 else str(count)


def titles(accepted: AcceptedTitles | Sequence[str] | None) -> str:
    """Which AE Titles an acceptor lets in."""
    if accepted is None:
        return phrases.not_stated()
    if accepted is AcceptedTitles.ANY:
        return _("any")
    if accepted is AcceptedTitles.CONFIGURED:
        return _("those that are configured")
    return listed(list(accepted))


def overflow(length: int | None, too_long: TooLong | None) -> str:
    """What happens to a value that is longer than its field."""
    if length is None:
        return ""
    if too_long is TooLong.TRUNCATED:
        return ngettext("Truncated to %(count)s character.", "Truncated to %(count)s characters.", length)
    if too_long is TooLong.REJECTED:
        return ngettext(
            "Refused if longer than %(count)s character.", "Refused if longer than %(count)s characters.", length
        )
    return ngettext("At most %(count)s character.", "At most %(count)s characters.", length)


def overwriting(overwrite: Overwrite | None) -> str:
    """What happens to a value that the database already has."""
    return phrases.OVERWRITING[overwrite] if overwrite else ""


def at_most(limit: int | str | None) -> str:
    """How many at a time, as a number; nothing for None."""
    if limit is None:
        return ""
    return _("unlimited") if limit == "unlimited" else str(limit)


def requests(limit: int | str | None) -> str:
    """How many requests at a time."""
    return at_most(limit) or phrases.not_stated()


def yes_no(stated: bool | None) -> str:
    """Yes, no, or that nobody said."""
    return phrases.not_stated() if stated is None else _("yes") if stated else _("no")


def need(presence: Presence | None, required: bool | None) -> str:
    """Whether an Attribute of an operation is sent, and whether it is asked for."""
    asked = "" if required is None else _("required") if required else _("not required")
    return "; ".join(text for text in (phrases.PRESENCE[presence] if presence else "", asked) if text)


def retired(name: str, is_retired: bool) -> str:
    """A name with the word that warns of it."""
    return _("%(name)s (retired)", name=name) if is_retired else name


def profile_kind(kind: ProfileKind, base: str, *, known: bool) -> str:
    """How an Application Profile relates to the standard: `Standard`, `Augmented, of STD-GEN-CD`."""
    if not known:
        return _("not known to the standard")
    return (
        _("%(kind)s, of %(base)s", kind=phrases.PROFILE_KINDS[kind], base=base) if base else phrases.PROFILE_KINDS[kind]
    )
