"""Where the program starts from: the data folder, the language, and which programme is followed."""

from pathlib import Path
from typing import NamedTuple

from agreement_viewer.agreement import LARGEST_FILE, Agreement, read_agreement
from agreement_viewer.errors import UserError
from agreement_viewer.i18n import LANGUAGES, translate, use_language
from agreement_viewer.resources import resource
from agreement_viewer.store.files import DataFolder, default_data_dir, default_key_dir


class Opened(NamedTuple):
    """An agreement as read, and the bytes of its file."""

    agreement: Agreement
    data: bytes


def open_folder(
    data_dir: Path | None, language: str | None, *, read_only: bool = False
) -> DataFolder:
    """Open the data folder and speak the language asked for, or else the one that is set.

    Read only, a newer version of the program may have written it. Raises UserError.
    """
    use_language(language or LANGUAGES[0])
    folder = _folder(data_dir or default_data_dir(), read_only)
    wanted = language or folder.settings.values.language
    use_language(wanted if wanted in LANGUAGES else LANGUAGES[0])
    return folder


def _folder(path: Path, read_only: bool) -> DataFolder:
    if not read_only:
        return DataFolder(path, default_key_dir())
    from agreement_viewer.store.viewing import DataView

    return DataView(path)


def read_agreement_file(path: Path) -> Opened:
    """The programme in a file. Raises UserError with the place and what was expected."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)  # one more tells that it is too large
    except (OSError, ValueError) as fault:  # a path in the settings may hold anything
        raise UserError(
            translate("Agreement", "The file {file} cannot be read: choose another.", file=path)
        ) from fault
    return Opened(read_agreement(data, path.name), data)


def bundled_agreement() -> Path:
    """The programme that comes with the program."""
    return min(resource("agreements").glob("*.toml"))
