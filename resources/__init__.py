"""Files that ship with the program: catalogues, coefficient sets, example plans, icons."""
