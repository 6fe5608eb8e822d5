"""The TLS of products out of their descriptions, with certificates of an authority of this run."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dcsgen.base.words import PeerCertificate
from dcsgen.model import Capability


@cache
def authority() -> Any:
    """An authority for certificates of this run."""
    import trustme

    return trustme.CA()


def certificates(folder: Path) -> tuple[str, str]:
    """Files of the authority, and of the certificate of a peer with its key."""
    root, own = folder / "root.pem", folder / "own.pem"
    authority().cert_pem.write_to_path(root)
    authority().issue_cert("peer.example").private_key_and_cert_chain_pem.write_to_path(own)
    return str(root), str(own)


def server_tls(capability: Capability, name: str) -> ssl.SSLContext:
    """The TLS that an Application Entity offers."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert("127.0.0.1").configure_cert(context)
    uses = uses_of(capability.security.secure_transport, name)
    limit_versions(context, uses)
    if any(use.peer_certificate is PeerCertificate.REQUIRED for use in uses):
        context.verify_mode = ssl.CERT_REQUIRED
        authority().configure_trust(context)
        # With TLS 1.3 a client learns only later that its certificate is missing.
        context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


def limit_versions(context: ssl.SSLContext, uses: Sequence[Any]) -> None:
    """Keep to the versions of TLS that profiles name."""
    named = [version.removeprefix("TLS ").replace(".", "_") for use in uses for version in use.tls_versions]
    versions = [getattr(ssl.TLSVersion, f"TLSv{version}") for version in named]
    if versions:
        context.minimum_version, context.maximum_version = min(versions), max(versions)


def uses_of(group: dict[str, Any], name: str) -> list[Any]:
    """The profiles that are for an Application Entity, or for the whole product."""
    return [use for use in group.values() if not use.application_entities or name in use.application_entities]
