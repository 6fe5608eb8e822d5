"""The rule S409: a provider of storage receives its objects, a user sends them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import ObjectRole, Role
from dcsgen.builtin.rule._services import origins, stores
from dcsgen.model import Capability, Service
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S409",
    slug="object-against-service-role",
    severity=Severity.ERROR,
    what=(
        "A storage SCP refers to an applied IOD of objects that the product creates, or a storage SCU to one of "
        "objects that it receives."
    ),
    why="The annex about the objects then speaks of the other direction than the service that refers to it.",
    instead=(
        "Refer to the applied IOD of this direction; objects that are received and sent on have the role `forwarded`."
    ),
    clause="PS3.4 B.2",
)

_ROLE = {Role.SCP: ObjectRole.CREATED, Role.SCU: ObjectRole.RECEIVED}


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service, at its reference; services in both roles are not looked at."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        iod = capability.iods.get(service.iod)
        if iod is not None and iod.role is _ROLE.get(service.role) and _is_storage(service, made_from):
            message = (
                f"the storage {service.role} {quoted(key)} refers to {quoted(service.iod)}, objects that are {iod.role}"
            )
            hint = "refer to the applied IOD of the other direction, or correct its role"
            yield KIND.at(("services", key, "iod"), message, hint=hint, related=(("iods", service.iod, "role"),))


def _is_storage(service: Service, made_from: dict[str, str]) -> bool:
    return all(stores(made_from.get(one.uid, one.uid)) for one in service.sop_classes)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
