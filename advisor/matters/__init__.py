"""The page What matters: every input and coefficient over its range, one at a time."""
