"""The filters above the checklist: by status, by unit, by timeliness."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.status import Status, Timeliness, status_label, timeliness_label
from agreement_viewer.ledger.text import sort_key
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.menu import Choice, ChoiceButton
from agreement_viewer.ui.checklist.query import Criteria, Survey
from agreement_viewer.ui.status_mark import status_icon


class FilterBar(QWidget):
    """Three menus, what they find, and a way back to the whole list."""

    changed = Signal()
    cleared = Signal()

    def __init__(self, units: Callable[[], Iterable[str]], parent: QWidget | None = None) -> None:
        """`units` tells which units have a part in anything, each time the menu opens."""
        super().__init__(parent)
        self._units = units
        self._status = ChoiceButton(translate("Checklist", "Status"), several=True)
        self._status.offer(Choice(s, status_label(s), status_icon(s)) for s in Status)
        self._unit = ChoiceButton(translate("Checklist", "Unit"), several=False)
        self._unit.offer((), none=translate("Checklist", "All units"))
        self._unit.opening.connect(self._offer_units)
        self._timeliness = ChoiceButton(translate("Checklist", "Deadline"), several=True)
        labels = ((value, timeliness_label(value)) for value in Timeliness)
        self._timeliness.offer(Choice(value, label) for value, label in labels if label)
        self._received = frozenset[str]()
        self._only_received = QToolButton(self)
        self._only_received.setText(translate("Checklist", "Received ✕"))
        self._only_received.setToolTip(
            translate("Checklist", "Only what another office has changed. Click to show the rest")
        )
        self._only_received.clicked.connect(self._drop_received)
        self._clear = QToolButton(self)
        self._clear.setText(translate("Checklist", "Clear filters"))
        self._clear.setAutoRaise(True)
        self._clear.clicked.connect(self.cleared)
        self._found = QLabel(self)
        self._lay_out()
        self._only_received.hide()
        self.show_found(Survey(), active=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        row.addWidget(QLabel(translate("Checklist", "Filter:"), self))
        for button in (self._status, self._unit, self._timeliness):
            button.changed.connect(self.changed)
            row.addWidget(button)
        row.addWidget(self._only_received)
        row.addStretch(1)
        row.addWidget(self._found)
        row.addWidget(self._clear)

    def criteria(self, text: str) -> Criteria:
        """What is asked for, together with the words in the search box."""
        return Criteria(
            text,
            frozenset(map(Status, self._status.chosen)),
            next(iter(self._unit.chosen), ""),
            frozenset(map(Timeliness, self._timeliness.chosen)),
            self._received,
        )

    def choose(self, criteria: Criteria) -> None:
        """Show these filters as chosen, without announcing it."""
        self._status.choose(criteria.statuses)
        self._unit.choose({criteria.unit} - {""})
        self._timeliness.choose(criteria.timeliness)
        self._received = criteria.received
        self._only_received.setVisible(bool(criteria.received))

    def _drop_received(self) -> None:
        self._received = frozenset()
        self._only_received.hide()
        self.changed.emit()

    def show_found(self, found: Survey, *, active: bool) -> None:
        """Say how much of the list is shown, where not all of it is."""
        counts = {"hits": found.hits, "total": found.total}
        self._found.setText(translate("Checklist", "Showing {hits}/{total}", **counts))
        self._found.setVisible(active)
        self._clear.setVisible(active)

    def _offer_units(self) -> None:
        units = {*self._units(), *self._unit.chosen}
        choices = [Choice(unit, unit) for unit in sorted(units, key=sort_key)]
        self._unit.offer(choices, none=translate("Checklist", "All units"))
