"""A plug-in whose import fails."""

import a_library_that_nobody_has  # noqa: F401

__version__ = "1.2.0"
