"""Looking at data that a newer version of the program wrote, without touching them.

All changes are taken into a ledger of this version in a folder that goes when it is closed. What
only the newer version understands is kept there and shown as such.
"""

import contextlib
import shutil
import tempfile
from pathlib import Path

from agreement_viewer.store.copying import EVIDENCE
from agreement_viewer.store.database import FILE_NAME, Database
from agreement_viewer.store.evidence import EvidenceFolder
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.restoring import incoming
from agreement_viewer.store.union import union

_SETTINGS = "settings.json"


class DataView(DataFolder):
    """A data folder that is only looked at."""

    is_view = True

    def __init__(self, path: Path) -> None:
        """Read all that lies in `path`. Raises UserError."""
        self._place = tempfile.TemporaryDirectory(prefix="agreement-viewer-")
        place = Path(self._place.name)
        try:
            with contextlib.suppress(OSError):
                shutil.copy(path / _SETTINGS, place / _SETTINGS)
            Database(place / FILE_NAME).close()
            with incoming(path / FILE_NAME) as coming:
                union(place / FILE_NAME, coming, None)
            super().__init__(place, place / "keys")
        except BaseException:
            self._place.cleanup()
            raise
        self.evidence = EvidenceFolder(path / EVIDENCE)

    def close(self) -> None:
        """Close it, and take away what it was read into."""
        super().close()
        self._place.cleanup()
