"""What TCP ports are registered for: PS3.8 9.1.2, PS3.15 B.9, and the registry of IANA that both refer to."""

from __future__ import annotations

NOT_PLAIN = {2761: "DICOM over ISCL", 2762: "DICOM over TLS", 80: "HTTP", 443: "HTTP over TLS"}
"""Ports on which nobody expects DICOM in plain text, with what is expected there."""

NOT_TLS = {104: "DICOM without TLS", 11112: "DICOM without TLS", 2761: "DICOM over ISCL"}
"""Ports on which nobody expects DICOM over TLS, with what is expected there."""

OTHER_PROTOCOLS = frozenset({*NOT_PLAIN, *NOT_TLS})
