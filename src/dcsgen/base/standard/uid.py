"""One UID of the registry (PS3.6 Annex A)."""

from __future__ import annotations

from typing import NamedTuple


class Uid(NamedTuple):
    """A registered UID. `kind` is the UID Type of PS3.6, e.g. `SOP Class` or `Transfer Syntax`.

    `name` is without remarks such as "(Retired)"; name and keyword are empty where the registry withdrew them.
    `unverified` says that no second source confirmed name and keyword.
    """

    uid: str
    name: str
    kind: str
    keyword: str
    retired: bool = False
    unverified: bool = False
