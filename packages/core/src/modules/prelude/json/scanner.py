"""The scanner of a JSONDecoder as a function."""

__all__ = ["make_scanner"]


def make_scanner(context):
    """A function of a text and a position that answers the value there, and the position after it."""
    return context.scan_once
