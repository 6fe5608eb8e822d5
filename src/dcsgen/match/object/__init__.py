"""What becomes of one DICOM object at a receiver that says in an attribute mapping what it does with each Attribute."""

from __future__ import annotations

from dcsgen.match.object.receiving import received as received
