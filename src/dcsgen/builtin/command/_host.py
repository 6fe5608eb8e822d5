"""The host of commands that are about no description: plug-ins are those of the project around the current folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from dcsgen.api import Host


def project_host(args: argparse.Namespace, *, strict: bool | None = None) -> Host:
    """A host with the plug-ins that `dcsgen check` would have here. `strict` overrules `--strict-plugins`.

    Raises `UsageError` for a configuration that is wrong, `PluginError` for a plug-in that fails and must not.
    """
    from dcsgen import api

    folders = [*args.plugins, *api.configuration(()).plugins]
    wanted = args.strict_plugins if strict is None else strict
    return api.open_host(folders=folders, vendors=not args.no_plugins, strict=wanted)
