"""Connections: there are no sockets here. What the host gives may be iterated with `async for`."""

from ._absent import NO_SOCKETS, absent_class, absent_function

__all__ = (
    "StreamReader", "StreamReaderProtocol", "StreamWriter", "open_connection", "open_unix_connection", "start_server",
    "start_unix_server",
)

for _name in __all__:
    _absent = absent_class if _name[0] == "S" else absent_function
    globals()[_name] = _absent(__name__, _name, NO_SOCKETS)
