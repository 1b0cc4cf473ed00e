"""Reports: the rows of the comparison table, and what is written from them."""
