"""What is read from documents, one kind of fact per file."""
