"""Services that retrieve, and the services of Storage by which the objects go."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dcsgen.base.words import Role
from dcsgen.builtin.rule._placed import retrieves
from dcsgen.builtin.rule._services import may_store, origins, roles_of
from dcsgen.model import Capability, Service

GET, MOVE = "GET", "MOVE"


def without_storage(
    capability: Capability, kind: str, role: Role, opens: Callable[[Service], bool]
) -> Iterator[tuple[str, Service]]:
    """Services that retrieve in a role, but lack the Storage in the opposite role on Associations that `opens` tells.

    C-GET uses the Association of the request, so the Application Entity has to be the same, and role selection has to
    turn the roles round: a text about it tells as much as `initiator`. C-MOVE leaves both to the product.
    """
    made_from = origins(capability)
    opposite = Role.SCP if role is Role.SCU else Role.SCU
    storing = [one for one in capability.services.values() if opposite in roles_of(one) and may_store(one, made_from)]
    for key, service in capability.services.items():
        if role not in roles_of(service) or not retrieves(service, kind, made_from):
            continue
        if kind == MOVE:
            found = any(map(opens, storing))
        else:
            here = [one for one in storing if one.application_entity == service.application_entity]
            found = any(opens(one) or one.role_selection or service.role_selection for one in here)
        if not found:
            yield key, service
