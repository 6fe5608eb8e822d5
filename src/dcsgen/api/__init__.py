"""dcsgen as a library: the commands as functions, from files to values.

```python
from pathlib import Path
from dcsgen import api

host = api.open_host()
loaded = api.load(Path("product.yaml"), host)
if loaded.capability:
    print(loaded.capability.product.name)
```

Functions raise `dcsgen.base.errors.DcsgenError` when they cannot go on; what is wrong with the content of a
description comes back as findings.
"""

from dcsgen.api.about import About, about
from dcsgen.api.building import BuildResult, build
from dcsgen.api.checking import CheckResult, check, report_as
from dcsgen.api.embedded import extract
from dcsgen.api.explaining import Explanation, explain, kinds, schema, schema_names
from dcsgen.api.loading import Loaded, capability_of, load
from dcsgen.host import Host, PluginInfo, open_host

__all__ = [
    "About",
    "BuildResult",
    "CheckResult",
    "Explanation",
    "Host",
    "Loaded",
    "PluginInfo",
    "about",
    "build",
    "capability_of",
    "check",
    "explain",
    "extract",
    "kinds",
    "load",
    "open_host",
    "report_as",
    "schema",
    "schema_names",
]
