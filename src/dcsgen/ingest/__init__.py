"""The stage that reads statements of others: from a document to facts with their evidence, and to a draft."""
