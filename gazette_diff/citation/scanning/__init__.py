"""Finding citations in running text."""
