"""pynetdicom in a process of its own, for the namespace: `propose` opens Associations, `listen` waits for them.

Tasks are JSON on standard input, what happened is JSON on standard output. `listen FOLDER` says its ports first and
ends when its standard input does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from acted import Acting, answered
from pynetdicom import AE, build_role, evt

from dcsgen.model import decode


def propose(task: dict[str, Any]) -> dict[str, Any]:
    """The answer to an A-ASSOCIATE request: rejection, or result and Transfer Syntax by SOP Class, and roles."""
    ae = AE(ae_title=task.get("calling", "PROPOSER"))
    ae.acse_timeout = ae.dimse_timeout = ae.network_timeout = 15
    for uid, syntaxes in task["contexts"]:
        ae.add_requested_context(uid, syntaxes)
    roles = [build_role(uid, scu_role=False, scp_role=True) for uid in task.get("as_scp", ())]
    for _ in range(3):
        association = ae.associate("127.0.0.1", task["port"], ae_title=task.get("called", "ANY-SCP"), ext_neg=roles)
        if answered(association):
            break
    answer = association.acceptor.primitive
    contexts = [*association.accepted_contexts, *association.rejected_contexts]
    done: dict[str, Any] = {
        "rejection": [answer.result, answer.result_source, answer.diagnostic] if association.is_rejected else None,
        "max_pdu": association.acceptor.maximum_length,
        "results": {str(one.abstract_syntax): one.result for one in contexts},
        "chosen": {str(one.abstract_syntax): str(one.transfer_syntax[0]) for one in association.accepted_contexts},
        "as_scp": [str(one.abstract_syntax) for one in association.accepted_contexts if one.as_scp],
    }
    if association.is_established:
        association.release()
    return done


def listen(file: Path) -> dict[str, Any]:
    """What was accepted, context by context, and what came in, until nobody needs it any more."""
    accepted: list[list[str]] = []

    class Noting(Acting):
        def handlers(self, name: str, entity: Any, title: str) -> list[Any]:
            return [*super().handlers(name, entity, title), (evt.EVT_ACCEPTED, note)]

    def note(event: Any) -> None:
        contexts = event.assoc.accepted_contexts
        accepted.append([f"{one.abstract_syntax} {one.transfer_syntax[0]}" for one in contexts])

    with Noting(decode(file.read_bytes())) as listening:
        print(json.dumps([one.port for one in listening.listening]), flush=True)
        sys.stdin.read()
        return {"accepted": accepted, "received": listening.received}


if __name__ == "__main__":
    if sys.argv[1] == "propose":
        print(json.dumps([propose(task) for task in json.load(sys.stdin)]))
    else:
        print(json.dumps(listen(Path(sys.argv[2]))))
