"""A plug-in with a name that cannot stand in a rule's code."""

PLUGIN_NAME = "acme/tools"
