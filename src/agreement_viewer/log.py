"""The log: when something went wrong and where in the program, for those who look after it.

A line names a kind of event, types of exceptions and places in the code. The messages of exceptions
stay out, since they may quote what an officer typed, and so do files' paths, which hold the name of
the computer's user: a place is a module, a line and a function. The log can be handed on as it is.
"""

import contextlib
import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from logging import Logger

FILE_NAME: Final = "agreement-viewer.log"
LARGEST_FILE: Final = 256 << 10
OLD_FILES: Final = 2
"""Kept beside the one that is written: three of 256 kB in all."""
_MOST_PLACES: Final = 40
_logger: "Logger | None" = None


def open_log(folder: Path) -> None:
    """Write the log there from now on. Where that cannot be, there is none.

    Called once the window is complete: to load `logging` takes longer than some parts of it.
    """
    global _logger  # noqa: PLW0603 (one process writes one log, as with the language)
    import logging
    from logging.handlers import RotatingFileHandler

    class Private(RotatingFileHandler):
        def _open(self):  # type: ignore[no-untyped-def]  # typeshed's type depends on the mode
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            return open(os.open(self.baseFilename, flags, 0o600), "a", encoding="utf-8")

        def handleError(self, record: logging.LogRecord) -> None:
            """A full disk keeps nobody from work for the log's sake."""

    close_log()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = Private(folder / FILE_NAME, maxBytes=LARGEST_FILE, backupCount=OLD_FILES)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger = logging.Logger("agreement-viewer", logging.INFO)
        logger.addHandler(handler)
        _logger = logger


def close_log() -> None:
    """Write no more."""
    global _logger  # noqa: PLW0603
    if _logger:
        for handler in _logger.handlers:
            handler.close()
    _logger = None


def note(event: str, fault: BaseException | None = None) -> None:
    """Write down an event and what `fault` was; nothing where no log is open."""
    if _logger:
        _logger.info("\n".join([event, *(describe(fault) if fault else ())]))


def describe(fault: BaseException) -> list[str]:
    """What `fault` and those behind it were, and where: a line each, without a word of theirs."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append("  " + " ".join(filter(None, (type(current).__qualname__, _code(current)))))
        lines += [f"    {place}" for place in _places(current.__traceback__)[-_MOST_PLACES:]]
        current = current.__cause__ or current.__context__
    return lines


def _code(fault: BaseException) -> str:
    """SQLite's or the system's own name for a fault."""
    name = getattr(fault, "sqlite_errorname", None) or getattr(fault, "errno", None)
    return str(name) if isinstance(name, str | int) else ""


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "?")
        places.append(f"{module}:{trace.tb_lineno} {frame.f_code.co_name}")
        trace = trace.tb_next
    return places
