"""`python -m dcsgen`, and what the installed command calls."""

from __future__ import annotations

import sys

from dcsgen.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
