"""The forms in which questions go to a vendor and come back answered."""
