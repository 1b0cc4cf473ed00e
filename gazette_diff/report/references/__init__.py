"""References and what a revision made of them: as JSON, as a graph, and in words."""
