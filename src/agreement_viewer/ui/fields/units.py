"""The lead unit and the co-ordinating units: typed freely, or chosen among known ones."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ledger.fields import LEAD, PARTNERS, parse_units
from agreement_viewer.ledger.words import field_label
from agreement_viewer.ui import theme
from agreement_viewer.ui.fields.combo import QuietCombo, known_units
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.fields.text import GrowingEdit
from agreement_viewer.ui.fields.typed import TypedField
from agreement_viewer.ui.session import Session


class LeadField(TypedField):
    """One unit."""

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget | None = None) -> None:
        super().__init__(session, LEAD, drafts, parent)
        self.editor = QuietCombo(self)
        self.editor.setEditable(True)
        self.editor.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
        self.editor.setCompleter(None)  # type: ignore[arg-type]
        self.editor.setMinimumContentsLength(8)
        self.editor.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.editor.about_to_open.connect(self._fill)
        self.editor.activated.connect(self._choose)
        if line := self.editor.lineEdit():
            line.textEdited.connect(self.touch)
            line.returnPressed.connect(self.record)
            line.setAccessibleName(field_label(LEAD))
        self.place(self.editor, named=self.editor)

    def _fill(self) -> None:
        self.editor.offer(known_units(self.session))

    def _choose(self) -> None:
        self.touch()
        self.record()

    def typed(self) -> str:
        """See TypedField."""
        return self.editor.currentText()

    def put(self, text: str) -> None:
        """See TypedField."""
        if text != self.editor.currentText():
            with QSignalBlocker(self.editor):
                self.editor.setEditText(text)


class PartnersField(TypedField):
    """Several units, separated by semicolons."""

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget | None = None) -> None:
        super().__init__(session, PARTNERS, drafts, parent)
        self.editor = GrowingEdit(1, self, one_paragraph=True)
        self.editor.setPlaceholderText(translate("Details", "separated by “;”"))
        self.editor.textChanged.connect(self.touch)
        self.editor.entered.connect(self.record)
        self.editor.refused.connect(self.say)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.place(self._row(), named=self.editor)

    def _row(self) -> QWidget:
        button = QToolButton(self)
        button.setText("+")
        button.setAccessibleName(translate("Details", "Choose co-ordinating units"))
        button.setToolTip(translate("Details", "Choose co-ordinating units"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(self._menu)
        self._menu.setAccessibleName(translate("Details", "Known units"))
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(self.editor, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fill(self) -> None:
        self._menu.clear()
        chosen = parse_units(self.typed())
        for unit in known_units(self.session):
            action = self._menu.addAction(unit.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(unit in chosen)
            action.triggered.connect(lambda checked, unit=unit: self._choose(unit, checked))

    def _choose(self, unit: str, is_chosen: bool) -> None:
        others = [other for other in parse_units(self.typed()) if other != unit]
        self.put("; ".join([*others, unit] if is_chosen else others))
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.touch()
        self.record()

    def typed(self) -> str:
        """See TypedField."""
        return self.editor.toPlainText()

    def put(self, text: str) -> None:
        """See TypedField."""
        self.editor.put(text)

    def text_of(self, entry: Entry) -> str:
        """See TypedField."""
        return "; ".join(entry.partners)

    def value(self, text: str) -> object:
        """See TypedField; nothing but separators is nothing."""
        return parse_units(text) or None
