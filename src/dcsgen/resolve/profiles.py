"""Looks up what is not found by UID: Application Profiles, web services and their transactions, security profiles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dcsgen.base.finding import Kind, Path, Problem
from dcsgen.base.standard import media_profiles, security_profiles, web_services
from dcsgen.base.text import closest, did_you_mean, listed, quoted
from dcsgen.resolve import kinds
from dcsgen.resolve.attributes import completed

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
    """The service of PS3.18 that a name means."""
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


LOOK_UPS: Mapping[str, Callable[[str, Mapping[str, Any]], Meaning]] = {
    "application-profile": application_profile,
    "web-service": web_service,
    "security-profile": security_profile,
}
"""By the word that a schema has under `x-dicom`."""


def complete_web_service(key: str, record: Record, root: Mapping[str, Any], problems: list[Problem]) -> Record:
    """A web service with name and method of its transactions, and name and Tag of the Attributes in them."""
    service = record.get("service")
    service = service if isinstance(service, dict) else {"id": "-", "name": ""}
    known = {t.id.partition("/")[2]: t for t in web_services.transactions(service["id"])}
    transactions: Record = {}
    written = record.get("transactions")
    for name, transaction in written.items() if isinstance(written, dict) else ():
        at: Path = ("web_services", key, "transactions", name)
        if not isinstance(transaction, dict):
            continue
        if known and name not in known:
            message = f"the {service['name']} of PS3.18 has no transaction {quoted(name)}"
            hint = did_you_mean(name, known) or f"it has {listed(list(known), 'and')}"
            problems.append(
                Problem(kind=kinds.UNKNOWN_WEB_TRANSACTION, path=at, message=message, hint=hint, on_key=True)
            )
        standard = {"name": known[name].name, "method": known[name].method} if name in known else {}
        attributes = _attributes(transaction.get("attributes"), root, (*at, "attributes"), problems)
        transactions[name] = {**transaction, **standard, **({"attributes": attributes} if attributes else {})}
    return {**record, "transactions": transactions}


def _attributes(written: Any, root: Mapping[str, Any], at: Path, problems: list[Problem]) -> Record:
    rows = completed(written, root, at, problems, lambda steps: {})
    # A search names Attributes only: a Sequence that is not written has no row, and no VR is printed.
    return {
        path: {key: value for key, value in row.items() if key != "vr"}
        for path, row in rows.items()
        if not row.get("implied")
    }


def _meant(names: tuple[str, ...]) -> str:
    return f"did you mean {listed([quoted(word) for word in names[:3]], 'or')}?" if names else ""
