"""What the program is, by which licences, and where its data lie."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, qVersion
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from agreement_viewer import __version__
from agreement_viewer.i18n import translate
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.programme.prose import Prose
from agreement_viewer.ui.programme.prose_writer import ProseWriter

_SIZE: Final = QSize(640, 480)
_LICENCES: Final = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("QtAwesome", "MIT"),
    ("Material Design Icons", "Apache-2.0"),
    ("msgspec", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("Typst", "Apache-2.0"),
    ("python-docx", "MIT"),
    ("lxml", "BSD-3-Clause"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("segno", "BSD-3-Clause"),
    ("PyNaCl", "Apache-2.0"),
    ("Python", "PSF-2.0"),
)
_OWN_LICENCE: Final = "MIT"


class AboutDialog(Dialog):
    """Text to be selected and copied, and a way to the licences' own words."""

    def __init__(self, data_folder: Path, parent: QWidget | None = None) -> None:
        self._data_folder = data_folder
        title = translate("About", "About")
        self.text = Prose(title, self._write)
        close = QDialogButtonBox.StandardButton.Close
        super().__init__(title, self.text, close, parent, _SIZE)
        self.licences = self.buttons.addButton(
            translate("About", "Licence texts…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.licences.clicked.connect(self._show_licences)
        self.buttons.button(close).setDefault(True)

    def _show_licences(self) -> None:
        from agreement_viewer.ui.licences_dialog import LicencesDialog

        LicencesDialog(self).open()

    def _write(self, writer: ProseWriter) -> None:
        writer.title(translate("About", "Programme of co-operation"))
        writer.paragraph()
        writer.run(translate("About", "Version {version}", version=__version__), colour="muted")
        writer.paragraph()
        writer.run(
            translate(
                "About",
                "Follows a signed programme of co-operation: what was agreed, what was done, and"
                " the report on it.",
            )
        )
        writer.heading(translate("About", "Data folder"))
        writer.paragraph()
        writer.run(str(self._data_folder.absolute()))
        writer.heading(translate("About", "Licences"))
        writer.paragraph()
        writer.run(
            translate(
                "About",
                "The program is free under {licence}. It uses these works, each under its own"
                " licence; Qt {qt} lies beside it as libraries that may be exchanged:",
                licence=_OWN_LICENCE,
                qt=qVersion(),
            )
        )
        for (name, licence), row in zip(
            _LICENCES, writer.table(len(_LICENCES), (60, 40)), strict=True
        ):
            row[0].run(name)
            row[1].run(licence, colour="muted")
