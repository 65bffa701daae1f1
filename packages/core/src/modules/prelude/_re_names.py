"""Importing this loads the names of characters, as for any source that uses one: patterns may name them, too."""

SPACE = "\N{SPACE}"
