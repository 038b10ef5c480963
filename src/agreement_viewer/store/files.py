"""One data folder and all that lies in it."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Final

import platformdirs

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.database import FILE_NAME, DamagedFile, Database, damaged
from agreement_viewer.store.drafts import Drafts
from agreement_viewer.store.evidence import FOLDER, EvidenceFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.notes import REDACTING, noted
from agreement_viewer.store.settings import FILE_NAME as SETTINGS
from agreement_viewer.store.settings import SettingsFile
from agreement_viewer.store.signed_heads import sign_folder
from agreement_viewer.store.witness import Witness, witnessed
from agreement_viewer.store.writer import earlier_keys, new_writer, sign, writer_of

ENVIRONMENT: Final = "AGREEMENT_VIEWER_DATA_DIR"
PORTABLE: Final = "portable.txt"
_NAME: Final = "agreement-viewer"


def default_data_dir() -> Path:
    """Where data lie unless told otherwise: the environment's folder, or the user's own.

    A portable program, with a file `portable.txt` beside its executable, keeps them beside it too.
    """
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    return (_portable_folder() or platformdirs.user_data_path(_NAME, False)) / "data"


def default_key_dir() -> Path:
    """Where writers' keys lie: never inside the data folder."""
    return (_portable_folder() or platformdirs.user_config_path(_NAME, False)) / "keys"


def default_log_dir() -> Path:
    """Where the log lies: beside the data, and never among them."""
    return (_portable_folder() or platformdirs.user_data_path(_NAME, False)) / "logs"


def _portable_folder() -> Path | None:
    folder = Path(sys.executable).parent
    is_portable = getattr(sys, "frozen", False) and (folder / PORTABLE).is_file()
    return folder if is_portable else None


class DataFolder:
    """The open database, settings and files of evidence of one data folder."""

    is_view = False
    """Whether it is only looked at (viewing.py)."""

    def __init__(self, path: Path, key_dir: Path) -> None:
        """Open or make the folder. Raises UserError."""
        if path.exists() and not path.is_dir():
            raise UserError(
                translate("Store", "{path} is not a folder: choose another one.", path=path)
            )
        self.path = path
        _refuse_if_gone(path)
        self.database = Database(path / FILE_NAME)
        self.settings = SettingsFile(path / SETTINGS)
        self.evidence = EvidenceFolder(path / FOLDER)
        self._key_dir = key_dir
        self._settle()

    def _settle(self) -> None:
        """Go on with a redaction that was cut off. Raises StoreError."""
        with self.database.reading() as connection:
            is_settled = noted(connection, REDACTING) is None
        if not is_settled:
            from agreement_viewer.store.traces import settle

            with contextlib.suppress(UserError):  # what is not reached now is the next time
                settle(self.database)

    def ledger(self, agreement: Agreement, data: bytes) -> Ledger:
        """The ledger of `agreement`, read from a file with the bytes `data`. Raises UserError.

        Where the witness is ahead of the file (an older copy was put in its place), a new writer
        goes on: under the old one the chain would fork.
        """
        ledger = Ledger(self.database, agreement, data, self._writer())
        ledger.is_view = self.is_view
        tip = Witness(self.path, agreement.id).tip()
        if tip and tip.writer == ledger.writer and ledger.find(tip.id) is None:
            ledger.lost = tip
            ledger.writer = self.renew_writer()
        return ledger

    def sign_chains(self) -> None:
        """Sign what this folder's writer wrote, so that others may take it in. Raises UserError.

        What is not signed when the key is lost can be sent by nobody.
        """
        with self.database.aside() as database:
            sign_folder(database, self.path, self._key_dir)

    def sign_for_backup(self) -> None:
        """Sign what can be signed now: once this computer is lost, nobody can."""
        with contextlib.suppress(UserError):
            self.sign_chains()

    def sign(self, message: bytes) -> bytes:
        """The signature of `message` by this folder's writer. Raises UserError."""
        return sign(self.path, self._key_dir, message)

    def _writer(self) -> str:
        """This folder's writer; of two processes that start at once, one makes it."""
        known = writer_of(self.path, self._key_dir)
        if known:
            return known
        with self.database.transaction():
            return writer_of(self.path, self._key_dir) or new_writer(self.path, self._key_dir)

    def earlier_writers(self) -> set[str]:
        """The writers that this folder had before, as far as their keys are kept."""
        return {key.writer for key in earlier_keys(self.path, self._key_dir)}

    def renew_writer(self) -> str:
        """Give the folder a new writer, as after a restore. Raises UserError."""
        self.sign_for_backup()
        return new_writer(self.path, self._key_dir)

    def drafts(self, agreement: Agreement) -> Drafts:
        """The drafts of `agreement`."""
        return Drafts(self.database, agreement.id)

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def _refuse_if_gone(path: Path) -> None:
    """An empty file would hide that something was recorded here. Raises DamagedFile."""
    file = path / FILE_NAME
    if (not file.exists() or not file.stat().st_size) and witnessed(path):
        raise DamagedFile(damaged(file))
