"""The stage that says what two products can do together, and what not, and why."""

from __future__ import annotations

from dcsgen.match.judging import Judged as Judged
from dcsgen.match.judging import OfferedMatchRule as OfferedMatchRule
from dcsgen.match.judging import judge as judge
from dcsgen.match.meetings import meetings as meetings
from dcsgen.match.meetings import unmet as unmet
from dcsgen.match.names import told_apart as told_apart
from dcsgen.match.negotiation import negotiated as negotiated
from dcsgen.match.site import installed as installed
from dcsgen.match.workflows import Answers as Answers
from dcsgen.match.workflows import workflows as workflows
