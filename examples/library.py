"""dcsgen as a library: prints the SOP Classes of each Application Entity of a description, by role.

python examples/library.py examples/xyz/xyz.yaml --plugins plugins
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dcsgen import api
from dcsgen.base.words import Role
from dcsgen.model import Capability


def sop_classes(capability: Capability, entity: str, role: Role) -> list[str]:
    """Names of the SOP Classes that an Application Entity supports in a role, sorted and without repetition."""
    services = [s for s in capability.services.values() if s.application_entity == entity]
    return sorted({sop.name for s in services if s.role in (role, Role.BOTH) for sop in s.sop_classes})


def main() -> int:
    parser = argparse.ArgumentParser(description="Lists the SOP Classes of each Application Entity.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--plugins", type=Path, action="append", default=[])
    words = parser.parse_args()
    loaded = api.load(words.file, api.open_host(folders=words.plugins))
    for finding in loaded.findings:
        print(f"{finding.place}: {finding.severity}: {finding.message}")
    if loaded.capability is None:
        return 1
    for entity in loaded.capability.application_entities:
        for role in (Role.SCU, Role.SCP):
            for name in sop_classes(loaded.capability, entity, role):
                print(f"{entity} {role} {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
