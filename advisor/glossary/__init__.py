"""The terms that the program explains, and how to read each page's chart."""
