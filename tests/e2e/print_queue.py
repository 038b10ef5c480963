"""A print server of the tests' own: CUPS with queues whose paper is a PDF file.

The server has its own folder and socket and knows nothing of the system's printers, nor they of
it. It runs without rights: where root tests, as the user whom Debian has for printing.
"""

import contextlib
import ctypes
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final, Self

from e2e.desktop import SECONDS, until

TOOLS: Final = ("cupsd", "lpadmin", "lpstat")
_SYSTEM_PATH: Final = f"{os.environ['PATH']}{os.pathsep}/usr/sbin"
_DRIVER: Final = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")
"""A PDF printer with A4, Letter, both sides; it gets what any office printer of today gets."""
_ROOT: Final = 0
_RIGHTLESS: Final = {"user": "lp", "group": "lp", "extra_groups": []}

_FILES: Final = """\
ServerRoot {0}
CacheDir {0}/cache
StateDir {0}/state
RequestRoot {0}/spool
TempDir {0}/temporary
AccessLog {0}/access.log
ErrorLog {0}/error.log
PageLog {0}/page.log
FileDevice Yes
"""
_ACCESS: Final = """\
Listen {0}/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


def missing_print_tools() -> list[str]:
    """Which programs and files are to be installed before a job can be printed."""
    missing = [tool for tool in TOOLS if shutil.which(tool, path=_SYSTEM_PATH) is None]
    return missing if _DRIVER.exists() else [*missing, _DRIVER.name]


class PrintServer:
    """CUPS, for this process and its printers alone."""

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            # not pytest's folder, which nobody else may enter
            self._folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            self._socket = str(self._folder / "socket")
            self._write_settings()
            self._start(stack)
            stack.callback(_use_server, None)
            _use_server(self._socket)
            self._end = stack.pop_all()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._end.close()

    def _write_settings(self) -> None:
        self._folder.chmod(0o755)
        for name, text in (("cups-files.conf", _FILES), ("cupsd.conf", _ACCESS)):
            (self._folder / name).write_text(text.format(self._folder))
        for name in ("cache", "state", "spool", "temporary", "paper"):
            (self._folder / name).mkdir()
        if os.geteuid() == _ROOT:
            for path in (self._folder, *self._folder.iterdir()):
                shutil.chown(path, "lp", "lp")

    def _start(self, stack: contextlib.ExitStack) -> None:
        settings = ("-c", self._folder / "cupsd.conf", "-s", self._folder / "cups-files.conf")
        rights = _RIGHTLESS if os.geteuid() == _ROOT else {}
        process = subprocess.Popen(["cupsd", "-f", *settings], env=_environment(), **rights)
        stack.callback(process.wait, SECONDS)
        stack.callback(process.terminate)
        until(lambda: self._ask("lpstat", "-r"), lambda said: "is running" in said)

    def add(self, name: str) -> None:
        """Set up a queue."""
        device = self._paper(name).as_uri()
        self._ask("lpadmin", "-p", name, "-E", "-v", device, "-P", str(_DRIVER))

    def refuse(self, name: str) -> None:
        """Let a queue take no more jobs."""
        self._ask("cupsreject", name)

    def stop(self, name: str) -> None:
        """Let a queue keep its jobs to itself."""
        self._ask("cupsdisable", name)

    def paper(self, name: str) -> Path:
        """What came out of a queue, once all its jobs are done, without the printer's orders."""
        until(lambda: self.jobs(name, "not-completed"), lambda jobs: jobs == [])
        paper = self._paper(name)
        assert paper.exists(), (self._folder / "error.log").read_text()
        came = paper.read_bytes()
        paper.write_bytes(came[came.index(b"%PDF") : came.rindex(b"%%EOF") + len("%%EOF\n")])
        return paper

    def jobs(self, name: str, which: str = "all") -> list[str]:
        """The jobs that a queue ever had, or those "completed" or "not-completed"."""
        return self._ask("lpstat", "-W", which, "-o", name).splitlines()

    def _paper(self, name: str) -> Path:
        return self._folder / "paper" / f"{name}.pdf"

    def _ask(self, tool: str, *arguments: str) -> str:
        command = (tool, "-h", self._socket, *arguments)
        done = subprocess.run(
            command, env=_environment(), capture_output=True, encoding="utf-8", check=False
        )
        assert tool == "lpstat" or done.returncode == 0, done.stderr
        return done.stdout


def _environment() -> dict[str, str]:
    return os.environ | {"PATH": _SYSTEM_PATH, "LC_ALL": "C.UTF-8"}


def _use_server(socket: str | None) -> None:
    """Qt prints through this library, which has a server for each thread.

    This thread may have had another; those that hand jobs over read the variable when they begin.
    """
    ctypes.CDLL("libcups.so.2").cupsSetServer(socket.encode() if socket else None)
    if socket:
        os.environ["CUPS_SERVER"] = socket
    else:
        os.environ.pop("CUPS_SERVER", None)
