"""Functions that are called elsewhere: what goes to another VM are names and plain values."""

import sys


def place_of(func):
    """Module and name of a function that another VM finds by them."""
    module = getattr(func, "__module__", None)
    name = getattr(func, "__qualname__", None)
    if isinstance(module, str) and isinstance(name, str) and _find(module, name) is func:
        return module, name
    raise TypeError(
        f"{func!r} cannot be called in another VM: it must be what its module has under its name, no lambda, "
        "no inner function, no method of an object and no partial"
    )


def _find(module, name):
    value = sys.modules.get(module)
    for part in name.split("."):
        value = getattr(value, part, None)
    return value


def check(executor):
    """Refuse what cannot take calls."""
    if by_name(executor) is None and not callable(getattr(executor, "submit", None)):
        raise TypeError(f"executor must have a method 'submit', got {executor!r}")


def by_name(executor):
    """How an executor of other VMs takes calls; None for any other."""
    return getattr(executor, "submit_by_name", None)
