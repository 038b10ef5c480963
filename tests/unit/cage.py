"""Runs a Python program that is killed by the system when it makes a socket to anywhere outside.

`python cage.py SCRIPT ARGUMENTS…`: a seccomp filter of Linux sees every system call of the process,
whether Python, Qt or the typesetter makes it. Sockets of this computer (AF_UNIX) are let through.
"""

import ctypes
import platform
import runpy
import socket
import struct
import sys

SOCKET = {"x86_64": 41, "aarch64": 198}
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUALS, _RETURN = 0x20, 0x15, 0x06
_KILL, _ALLOW = 0x8000_0000, 0x7FFF_0000
_NUMBER, _FIRST_ARGUMENT = 0, 16


def close_cage() -> None:
    """From here on, `socket` with another family than AF_UNIX ends the process by SIGSYS."""
    program = (
        (_LOAD, 0, 0, _NUMBER),
        (_EQUALS, 0, 3, SOCKET[platform.machine()]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUALS, 1, 0, socket.AF_UNIX),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = b"".join(struct.pack("HBBI", *line) for line in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("HxxxxxxP", len(program), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, head, 0, 0)):
        if libc.prctl(*call):
            raise OSError(ctypes.get_errno(), "no cage can be made here")


if __name__ == "__main__":
    close_cage()
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")
