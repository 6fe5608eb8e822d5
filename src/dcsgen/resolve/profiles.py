"""Looks up what is not found by UID: Application Profiles, web services, security profiles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dcsgen.base.finding import Kind
from dcsgen.base.standard import media_profiles, security_profiles, web_services
from dcsgen.base.text import closest, did_you_mean, listed, quoted
from dcsgen.resolve import kinds

Record = dict[str, Any]


_EARLIER_NAMES = ("WADO-URI", "WADO-RS", "STOW-RS", "QIDO-RS", "UPS-RS")
"""What PS3.18 once called services and transactions, and everybody still does."""


class Unknown(NamedTuple):
    """What to say about a name that means nothing."""

    kind: Kind
    message: str
    hint: str


Meaning = tuple[Record, Unknown | None]
"""What a name means, for the model, and what is wrong with it."""


def application_profile(name: str, root: Mapping[str, Any]) -> Meaning:
    """The Application Profile of an identifier: one of the description's own, or one of PS3.11."""
    records = root.get("application_profiles")
    records = records if isinstance(records, dict) else {}
    own = records.get(name)
    if isinstance(own, dict):
        base = own.get("base")
        standard = media_profiles.by_id(base) if isinstance(base, str) else None
        return {"id": name, "kind": own.get("kind", "private"), "base": standard.id if standard else ""}, None
    found = media_profiles.by_id(name)
    if found is not None:
        return {"id": found.id, "retired": found.retired}, None
    near = (*closest(name, records), *media_profiles.suggest(name))
    hint = _meant(near) or "describe it under `application_profiles` if it is your own"
    message = f"{quoted(name)} is no Application Profile that the standard or this description knows"
    return {"id": name, "known": False}, Unknown(kinds.UNKNOWN_APPLICATION_PROFILE, message, hint)


def web_service(name: str, root: Mapping[str, Any]) -> Meaning:
    """The service that a name means: one of PS3.18, or one that the description calls the vendor's own."""
    records = root.get("web_services")
    records = records.values() if isinstance(records, dict) else ()
    if any(isinstance(r, dict) and r.get("service") == name and r.get("private") is True for r in records):
        return {"id": _NO_WORD.sub("-", name.lower()).strip("-") or name, "name": name, "known": False}, None
    found = web_services.find_service(name)
    if found is not None:
        return {"id": found.id, "name": found.name, "retired": bool(found.retired_by)}, None
    names = [s.name.removesuffix(" Service") for s in web_services.services() if not s.retired_by]
    hint = did_you_mean(name, (*names, *_EARLIER_NAMES)) or f"there is: {', '.join(names)}"
    unknown = Unknown(kinds.UNKNOWN_WEB_SERVICE, f"{quoted(name)} is no web service of PS3.18", hint)
    return {"id": name, "name": name, "known": False}, unknown


def security_profile(name: str, root: Mapping[str, Any]) -> Meaning:
    """The profile of PS3.15, or the option of one, that a name means."""
    found = security_profiles.find(name.removeprefix(security_profiles.PART))
    if found is not None:
        return {"id": found.id, "name": found.name, "clause": found.clause, "retired": found.retired}, None
    message = f"{quoted(name)} is no profile of PS3.15 that dcsgen knows"
    unknown = Unknown(kinds.UNKNOWN_SECURITY_PROFILE, message, _meant(security_profiles.suggest(name)))
    return {"id": name, "name": name, "known": False}, unknown


_NO_WORD = re.compile("[^a-z0-9]+")

LOOK_UPS: Mapping[str, Callable[[str, Mapping[str, Any]], Meaning]] = {
    "application-profile": application_profile,
    "web-service": web_service,
    "security-profile": security_profile,
}
"""By the word that a schema has under `x-dicom`."""


def _meant(names: tuple[str, ...]) -> str:
    return f"did you mean {listed([quoted(word) for word in names[:3]], 'or')}?" if names else ""
