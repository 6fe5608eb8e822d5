"""A plug-in that takes the name of dcsgen itself."""

PLUGIN_NAME = "dcsgen"
__version__ = "1.2.0"
