"""Whether a window can be shown at all. Qt itself would end the program with a core dump."""

import ctypes
import os
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
    if not _x_answers():
        return translate(
            "Display",
            "There is no screen to open a window on: `agreement-viewer report -o FILE.pdf` writes "
            "the report without one.",
        )
    if not _load("libxcb-cursor.so.0"):
        return translate(
            "Display", "The window needs the system's library libxcb-cursor0: install it."
        )
    return None


def _x_answers() -> bool:
    """Connect as Qt will. Without the library that it does so by, Qt can show nothing either."""
    xcb = _load("libxcb.so.1")
    if xcb is None:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))  # to what DISPLAY names
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _load(library: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None
