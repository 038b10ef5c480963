"""What the program remembers of its user and window; no part of the record."""

import datetime
import functools
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from agreement_viewer.atomic import write_whole
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.text import clean

Pixels = Annotated[int, Meta(ge=-(1 << 20), le=1 << 20)]
FILE_NAME: Final = "settings.json"


class Settings(msgspec.Struct, kw_only=True):
    """Every setting with its default. Unknown ones of a newer version are left out."""

    language: str = "vi"
    appearance: str = "system"
    text_percent: Annotated[int, Meta(ge=10, le=1000)] = 100
    officer_name: str = ""
    officer_unit: str = ""
    identity_hidden: bool = False
    reminded_on: datetime.date | None = None
    agreement_file: str = ""
    folders: dict[str, str] = {}
    """Where a file was chosen last, by what for."""
    backup_folder: str = ""
    """A second place for backups, on another disk."""
    exchange_place: str = ""
    """A folder that other offices write to as well, or a server's address without its password.

    Empty where nothing is exchanged by itself.
    """
    geometry: tuple[Pixels, Pixels, Pixels, Pixels] | None = None
    maximized: bool = False
    columns: str = ""

    @property
    def officer(self) -> By:
        """Who works here: as entered, until then by the system's user name and of no agency."""
        return By(clean(self.officer_name) or system_user(), self.officer_unit)


@functools.cache  # which may have to look the user up in the system's files
def system_user() -> str:
    """The name that the officer has on this computer."""
    import getpass  # only an officer who has given no name needs it

    try:
        return clean(getpass.getuser())
    except (KeyError, OSError, ImportError):  # no such user, as in some containers
        return "?"


class SettingsFile:
    """The settings and the file they are kept in. A file that cannot be read is set aside."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.values = Settings()
        try:
            if path.exists():
                self.values = msgspec.json.decode(path.read_bytes(), type=Settings)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            path.replace(path.with_suffix(".damaged"))
        except OSError as fault:
            raise _unusable(path) from fault

    def save(self) -> None:
        """Raises UserError."""
        try:
            data = msgspec.json.format(msgspec.json.encode(self.values), indent=2)
            write_whole(self._path, data)
        except (OSError, UnicodeEncodeError) as fault:  # a path on Linux may be no text
            raise _unusable(self._path) from fault


def _unusable(path: Path) -> UserError:
    return UserError(
        translate("Store", "The settings in {file} cannot be read or written.", file=path)
    )
