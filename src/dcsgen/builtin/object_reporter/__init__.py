"""Forms in which it is reported what becomes of DICOM objects at a receiver, one per file."""
