"""Whether a window can be shown at all. Qt itself would end the program with a core dump."""

import ctypes
import os
import socket
import sys

from agreement_viewer.i18n import translate

_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def missing_display() -> str | None:
    """Why no window can be shown, in a sentence that names the way out; None if one can."""
    if sys.platform in ("win32", "darwin"):
        return None
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _NO_SCREEN:
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not _x_answers(os.environ.get("DISPLAY", "")):
        return translate(
            "Display",
            "There is no screen to open a window on: `agreement-viewer report -o FILE.pdf` writes "
            "the report without one.",
        )
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return translate(
            "Display", "The window needs the system's library libxcb-cursor0: install it."
        )
    return None


def _x_answers(display: str) -> bool:
    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        family, address = socket.AF_UNIX, f"/tmp/.X11-unix/X{number}"
        return any(_connects(family, prefix + address) for prefix in ("", "\0"))
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except OSError:
            return False
        return True
