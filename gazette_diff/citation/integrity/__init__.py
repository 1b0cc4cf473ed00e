"""The references of a regulation as data, and what a revision made of each."""
