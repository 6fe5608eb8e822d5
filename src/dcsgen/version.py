"""The version of dcsgen: a constant, because asking the installed metadata costs more than `--version` may."""

__version__ = "0.1.0"
