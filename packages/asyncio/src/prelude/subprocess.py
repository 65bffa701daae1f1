"""Processes: there are none here."""

from ._absent import NO_PROCESSES, absent_function

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE, STDOUT, DEVNULL = -1, -2, -3

create_subprocess_exec = absent_function(__name__, "create_subprocess_exec", NO_PROCESSES)
create_subprocess_shell = absent_function(__name__, "create_subprocess_shell", NO_PROCESSES)
