"""The settings: who works here, the language, how it looks."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.errors import UserError
from agreement_viewer.exchange.places import without_password
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.text import clean
from agreement_viewer.store.settings import system_user
from agreement_viewer.ui import theme
from agreement_viewer.ui.asking_files import ask_folder
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.fields.combo import FramedCombo
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.identity import LONGEST_NAME, offer_parties
from agreement_viewer.ui.strips.strip import Strip, Tone

_PERCENT: Final = range(80, 201, 10)
_NAME_WIDTH: Final = 260
_LANGUAGES: Final = {"vi": "Tiếng Việt", "en": "English"}
"""Each called by its own name, so that everybody finds the own one."""


class SettingsDialog(Dialog):
    """The appearance applies at once and Cancel takes it back; the rest is kept by OK."""

    def __init__(
        self, session: Session, apply_theme: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """`apply_theme` shows the appearance and the text size that the settings hold."""
        self._session = session
        self._apply_theme = apply_theme
        settings = session.settings
        self._before = settings.appearance, settings.text_percent
        self.name = QLineEdit(settings.officer_name)
        self.name.setMinimumWidth(_NAME_WIDTH)
        self.name.setPlaceholderText(system_user())
        self.name.setMaxLength(LONGEST_NAME)
        self.agency = FramedCombo()
        self.agency.setPlaceholderText(translate("Identity", "Choose…"))
        offer_parties(self.agency, session)
        self.language = _choice(_LANGUAGES, settings.language)
        self.appearance = _choice(_appearances(), settings.appearance)
        self.text_size = _percentage(settings.text_percent)
        self.place = QLineEdit(settings.exchange_place)
        self.place.setPlaceholderText(translate("Send", "none"))
        self.place.setClearButtonEnabled(True)
        self.fault = Strip(Tone.BAD)
        self.fault.add_closing()
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        super().__init__(translate("Settings", "Settings"), self._body(), buttons, parent)
        self.name.setFocus()
        self.name.selectAll()
        self.appearance.currentIndexChanged.connect(self._preview)
        self.text_size.valueChanged.connect(self._preview)

    def accept(self) -> None:
        """Keep everything; stay open where that fails."""
        self._session.settings.language = self.language.currentData()
        try:
            self._session.settings.exchange_place = without_password(self.place.text().strip())
            self._session.identify(clean(self.name.text()), self.agency.currentData() or "")
        except UserError as reason:
            self.fault.tell(str(reason))
            return
        super().accept()

    def reject(self) -> None:
        """Take back what was tried."""
        self._show_theme(*self._before)
        super().reject()

    def _preview(self) -> None:
        self._show_theme(self.appearance.currentData(), self.text_size.value())

    def _show_theme(self, appearance: str, text_percent: int) -> None:
        settings = self._session.settings
        if (settings.appearance, settings.text_percent) != (appearance, text_percent):
            settings.appearance, settings.text_percent = appearance, text_percent
            self._apply_theme()

    def _choosing(self) -> QWidget:
        """The button under the shared folder, and what it is for."""
        choose = QPushButton(translate("Backups", "Choose…"))
        choose.setAutoDefault(False)
        choose.setAccessibleName(translate("Rounds", "Choose the shared folder"))
        choose.clicked.connect(self._choose_place)
        purpose = QLabel(
            translate(
                "Rounds", "Or a server: postgresql://… Changes are exchanged there by themselves."
            )
        )
        purpose.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        purpose.setWordWrap(True)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(purpose, 1)
        layout.addWidget(choose)
        return row

    def _choose_place(self) -> None:
        title = translate("Rounds", "Shared folder")
        ask_folder(self, title, self.place.text(), self.place.setText)

    def _body(self) -> QWidget:
        form = QWidget()
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(theme.L)
        rows.setVerticalSpacing(theme.S)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        _add(rows, translate("Identity", "Full name"), self.name)
        _add(rows, translate("Identity", "Agency"), self.agency)
        _add(rows, translate("Settings", "Language"), self.language)
        when = QLabel(translate("Settings", "Used from the next start on."))
        when.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        rows.addRow("", when)
        _add(rows, translate("Settings", "Appearance"), self.appearance)
        _add(rows, translate("Settings", "Text size"), self.text_size)
        _add(rows, translate("Rounds", "Shared folder"), self.place)
        rows.addRow("", self._choosing())
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(form)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fault)
        layout.addWidget(area, 1)
        return body


def _add(rows: QFormLayout, label: str, editor: QWidget) -> None:
    editor.setAccessibleName(label)
    rows.addRow(label, editor)


def _appearances() -> dict[str, str]:
    return {
        "system": translate("Settings", "As the system"),
        "light": translate("Settings", "Light"),
        "dark": translate("Settings", "Dark"),
    }


def _choice(labels: Mapping[str, str], chosen: str) -> QComboBox:
    choice = FramedCombo()
    for value, label in labels.items():
        choice.addItem(label, value)
    choice.setCurrentIndex(max(choice.findData(chosen), 0))
    return choice


def _percentage(value: int) -> QSpinBox:
    editor = QSpinBox()
    editor.setRange(_PERCENT[0], _PERCENT[-1])
    editor.setSingleStep(_PERCENT.step)
    editor.setSuffix("\N{NO-BREAK SPACE}%")
    editor.setKeyboardTracking(False)
    editor.setValue(value)
    return editor
