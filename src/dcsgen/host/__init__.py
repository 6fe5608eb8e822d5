"""Plug-ins: found, fenced, asked what they give. Nothing else runs pluggy."""

from dcsgen.host.registry import Host, Opening, PluginInfo, open_host

__all__ = ["Host", "Opening", "PluginInfo", "open_host"]
