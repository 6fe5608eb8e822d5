"""Plug-ins: found, fenced, asked what they give. Nothing else runs pluggy."""

from dcsgen.host.registry import Host, PluginInfo, open_host

__all__ = ["Host", "PluginInfo", "open_host"]
