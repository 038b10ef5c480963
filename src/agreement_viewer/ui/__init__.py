"""The window: panels that show models and hand officers' intents to the session."""

import builtins

from PySide6 import QtCore  # noqa: F401 - the first module of Qt's puts its import hook in place

# For `from __feature__ import …`, which nobody here uses, the hook reads the source of every
# module imported later and keeps it: a tenth of the time to the first painting, and 2 MB.
builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]
