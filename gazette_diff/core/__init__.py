"""Values only: what the stages hand to one another. Imports nothing of the package."""
