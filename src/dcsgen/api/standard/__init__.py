"""What dcsgen knows of the DICOM Standard, to look at: `asking` has the questions, `kinds` one file a kind of thing."""
