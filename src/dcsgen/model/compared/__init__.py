"""How each field of the model is compared: what it is, whether its order matters, what more of it means.

These tables are data. `dcsgen.compare` walks them and knows nothing about DICOM; a test holds them against the model.
"""

from dcsgen.model.compared.capability import CAPABILITY
from dcsgen.model.compared.spec import Empty, Everything, Field, Form, Record, Stances

__all__ = ["CAPABILITY", "Empty", "Everything", "Field", "Form", "Record", "Stances"]
