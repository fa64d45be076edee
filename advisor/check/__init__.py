"""The Check page: every quantity with its formula and inputs, the recipe, and how far to trust the law."""
