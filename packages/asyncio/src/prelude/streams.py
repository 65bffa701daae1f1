"""Connections: there are no sockets here. What the host gives may be iterated with `async for`."""

from ._absent import NO_SOCKETS, absent_class, absent_function

__all__ = (
    "StreamReader", "StreamReaderProtocol", "StreamWriter", "open_connection", "open_unix_connection", "start_server",
    "start_unix_server",
)

StreamReader = absent_class(__name__, "StreamReader", NO_SOCKETS)
StreamReaderProtocol = absent_class(__name__, "StreamReaderProtocol", NO_SOCKETS)
StreamWriter = absent_class(__name__, "StreamWriter", NO_SOCKETS)

open_connection = absent_function(__name__, "open_connection", NO_SOCKETS)
open_unix_connection = absent_function(__name__, "open_unix_connection", NO_SOCKETS)
start_server = absent_function(__name__, "start_server", NO_SOCKETS)
start_unix_server = absent_function(__name__, "start_unix_server", NO_SOCKETS)
