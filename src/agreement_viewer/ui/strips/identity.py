"""Who works here? Asked in a strip, so that the list can be used before it is answered."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.text import clean
from agreement_viewer.store.settings import system_user
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.fields.combo import FramedCombo
from agreement_viewer.ui.flow_layout import FlowLayout
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone
from agreement_viewer.ui.tooltip import as_tip

LONGEST_NAME = 100


class IdentityStrip(Strip):
    """Shown until name and agency are known, or the officer closes it for good."""

    identified = Signal()
    """The session's officer is another now."""
    takeover_requested = Signal()
    """Nothing is recorded yet, and the officer goes on with a predecessor's work."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Tone.INFO, parent)
        self._session = session
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.agency = FramedCombo(self)
        self.agency.setPlaceholderText(translate("Identity", "Choose…"))
        self._start = QPushButton(translate("Identity", "Start"), self)
        self._start.clicked.connect(self._identify)
        self._take_over = QPushButton(translate("Identity", "Receive handover…"), self)
        self._take_over.clicked.connect(self.takeover_requested)
        self._missing = Label("", tone="bad")
        self._missing.setWordWrap(False)
        self._lay_out()
        self.dismissed.connect(self._stay_hidden)
        session.opened.connect(self.review)
        session.changed.connect(self._offer_takeover)
        self.review()

    def _lay_out(self) -> None:
        self.row.takeAt(0)  # there is nothing to say but what the fields ask
        fields = FlowLayout()
        fields.addWidget(_field(translate("Identity", "Full name"), self.name))
        fields.addWidget(_field(translate("Identity", "Agency"), self.agency))
        fields.addWidget(self._start)
        fields.addWidget(self._take_over)
        fields.addWidget(self._missing)
        self.row.addLayout(fields, 1)
        self.add_closing()
        for stop, following in pairwise(
            (self.name, self.agency, self._start, self._take_over, self.closing)
        ):
            self.setTabOrder(stop, following)

    def review(self) -> None:
        """Show or hide it, by what is known of the officer."""
        settings, agreement = self._session.settings, self._session.agreement
        known = bool(settings.officer_name) and agreement.party(settings.officer_unit) is not None
        if known or settings.identity_hidden:
            self.hide()
            return
        self.name.setText(settings.officer_name or system_user())
        offer_parties(self.agency, self._session)
        self._ask_for("")
        self._offer_takeover()
        self.appear(translate("Identity", "Who works here?"))

    def offer_agency(self, unit: str) -> None:
        """Choose an agency for an officer who has not stated one: the predecessor's."""
        if not self._session.settings.officer_unit and self.isVisible():
            self.agency.setCurrentIndex(self.agency.findData(unit))
            self.name.setFocus()
            self.name.selectAll()

    def _offer_takeover(self) -> None:
        """Only a list on which nothing is recorded is begun with another's."""
        self._take_over.setVisible(next(iter(self._session.ledger.heads), None) is None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self.closing.hasFocus():
            self._identify()
        else:
            super().keyPressEvent(event)

    def _identify(self) -> None:
        """Keep what was entered, and ask for what is still missing."""
        name, agency = clean(self.name.text()), self.agency.currentData() or ""
        if not name:
            self._ask_for(translate("Identity", "State the full name."), self.name)
            return
        try:
            self._session.identify(name, agency)
        except UserError as fault:
            self._session.refused.emit(str(fault))
            return
        self.identified.emit()
        if agency:
            self.hide()
        else:
            self._ask_for(translate("Identity", "Choose the agency."), self.agency)

    def _ask_for(self, text: str, editor: QWidget | None = None) -> None:
        """Say what is missing and put the keyboard there; "" where nothing is yet."""
        self._missing.say(text)
        self._missing.setVisible(bool(text))
        for each in (self.name, self.agency):
            each.setAccessibleDescription(text if each is editor else "")
        if editor:
            editor.setFocus()

    def _stay_hidden(self) -> None:
        self._session.settings.identity_hidden = True
        try:
            self._session.folder.settings.save()
        except UserError as fault:
            self._session.refused.emit(str(fault))


def offer_parties(agency: QComboBox, session: Session) -> None:
    """Offer the agreement's parties, the officer's own being chosen where it is known."""
    agency.clear()
    for party in session.agreement.parties:
        agency.addItem(party.short, party.id)
        agency.setItemData(agency.count() - 1, as_tip(party.name), Qt.ItemDataRole.ToolTipRole)
    agency.setCurrentIndex(agency.findData(session.settings.officer_unit))


def _field(label: str, editor: QWidget) -> QWidget:
    """A label and its editor, never parted by the end of a line."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.XS)
    words = QLabel(label)
    words.setBuddy(editor)
    editor.setAccessibleName(label)
    row.addWidget(words)
    row.addWidget(editor)
    return pair
