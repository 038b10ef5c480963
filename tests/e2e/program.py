"""The real program as a process of its own, with a home and a data folder of its own."""

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

SECONDS: Final = 60
"""How long a command may take before it counts as hanging."""
_NOT_OURS: Final = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "AGREEMENT_VIEWER_DATA_DIR")


@dataclass(frozen=True)
class Program:
    """`agreement-viewer`, started for a user whose home is `home`."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def data_dir(self) -> Path:
        """Where its data lie."""
        return self.home / "data"

    @property
    def database(self) -> Path:
        """The ledger's file."""
        return self.data_dir / "ledger.sqlite3"

    def command(self, *arguments: object) -> list[str]:
        """The command line of a start."""
        return [sys.executable, "-m", "agreement_viewer", *map(str, arguments)]

    def variables(self) -> dict[str, str]:
        """The environment of a start: no screen, and nothing of the user who runs the tests."""
        runtime = self.home / "runtime"
        runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
        own = {f"XDG_{name}_HOME": str(self.home) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        kept = {name: text for name, text in os.environ.items() if name not in _NOT_OURS}
        return (
            kept
            | own
            | {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(runtime)}
            | dict(self.environment)
        )

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Carry out a command in English on the data folder and return what it said."""
        return self.run_bare("--data-dir", self.data_dir, "--lang", "en", *arguments)

    def run_bare(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Carry out exactly these arguments."""
        return subprocess.run(
            self.command(*arguments),
            env=self.variables(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )

    def say(self, *arguments: object) -> str:
        """What a command that must succeed prints."""
        done = self.run(*arguments)
        assert (done.returncode, done.stderr) == (0, ""), done
        return done.stdout

    def listed(self, *arguments: object) -> dict[str, dict[str, Any]]:
        """What `list --json` tells, by id."""
        return {entry["id"]: entry for entry in json.loads(self.say("list", "--json", *arguments))}

    def first_task(self) -> str:
        """The id of the first task in the list."""
        return next(id for id, entry in self.listed().items() if entry["kind"] == "task")

    def history(self, *arguments: object) -> list[dict[str, Any]]:
        """What `history --json` tells, newest first."""
        changes: list[dict[str, Any]] = json.loads(self.say("history", "--json", *arguments))
        return changes

    def rows(self) -> list[tuple[Any, ...]]:
        """The ledger as any other program sees it."""
        with sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True) as connection:
            rows = connection.execute("SELECT * FROM change ORDER BY row").fetchall()
        connection.close()
        return rows
