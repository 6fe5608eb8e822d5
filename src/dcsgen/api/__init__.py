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
from dcsgen.api.checking import CheckResult, check, start_accepted
from dcsgen.api.configuring import configuration
from dcsgen.api.embedded import extract
from dcsgen.api.explaining import Explanation, explain, kinds, schema, schema_names
from dcsgen.api.fixing import FixResult, fix
from dcsgen.api.loading import Loaded, capability_of, load
from dcsgen.api.reporting import Output, outputs, report_as, write_reports
from dcsgen.api.rules import rules
from dcsgen.check.configuration import Configuration, overruled
from dcsgen.check.select import Choice
from dcsgen.host import Host, PluginInfo, open_host

__all__ = [
    "About",
    "BuildResult",
    "CheckResult",
    "Choice",
    "Configuration",
    "Explanation",
    "FixResult",
    "Host",
    "Loaded",
    "Output",
    "PluginInfo",
    "about",
    "build",
    "capability_of",
    "check",
    "configuration",
    "explain",
    "extract",
    "fix",
    "kinds",
    "load",
    "open_host",
    "outputs",
    "overruled",
    "report_as",
    "rules",
    "schema",
    "schema_names",
    "start_accepted",
    "write_reports",
]
