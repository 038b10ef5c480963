"""One difference in the list: what it is about, its values, and the ways to settle it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.agreement import Agreement
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.actions import Find
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.differences import Difference, first_recorded
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import WITHDRAWN
from agreement_viewer.ledger.words import change_words, field_label, when_words, who_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label, Link
from agreement_viewer.ui.details.notice import Notice
from agreement_viewer.ui.theme import Type


class DifferenceRow(QWidget):
    """A click on one of the values settles it; another value is entered in the details."""

    chosen = Signal(Change)
    """The value that is to stand."""
    other_wanted = Signal()
    """None of these is to stand."""

    def __init__(
        self, agreement: Agreement, difference: Difference, find: Find, parent: QWidget
    ) -> None:
        """`find` gives a change by its id."""
        super().__init__(parent)
        self._find = find
        self._agreement = agreement
        self._difference = difference
        self.links: list[Link] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(Label(subject(difference), Type.STRONG))
        for number, change in enumerate(difference.values):
            stands = number == len(difference.values) - 1 and difference.field != WITHDRAWN
            layout.addWidget(self._value(change, stands=stands))
        if difference.field != WITHDRAWN:
            other = Link(translate("Differences", "Another value…"), self)
            other.setAccessibleDescription(subject(difference))
            other.clicked.connect(self.other_wanted)
            layout.addWidget(other)
            self.links.append(other)

    def _value(self, change: Change, *, stands: bool) -> Notice:
        notice = Notice("warning", self)
        recorded = first_recorded(change, self._find)
        text = translate(
            "Details",
            "{value} — {who}, {when}",
            value=_words(self._difference, change),
            who=who_words(self._agreement, recorded),
            when=when_words(recorded),
        )
        if stands:
            text += f" ({translate('Differences', 'shown meanwhile')})"
        link = notice.offer(self._choice(change), lambda: self.chosen.emit(change))
        link.setAccessibleDescription(text)
        notice.say(text)
        self.links.append(link)
        return notice

    def _choice(self, change: Change) -> str:
        if self._difference.field != WITHDRAWN:
            return translate("Details", "Use this value")
        if _withdraws(change):
            return translate("Differences", "Withdraw")
        return translate("Differences", "Keep")


def settling(difference: Difference, change: Change) -> list[Edit]:
    """What lets `change`, one of the values, stand."""
    thing = difference.thing
    if difference.field != WITHDRAWN:
        return actions.settle(thing, change)
    return actions.withdraw(thing) if _withdraws(change) else actions.bring_back(thing)


def subject(difference: Difference) -> str:
    """Which item or task, and which of its fields."""
    entry, field = difference.entry, difference.field
    name = field_label(field) if field != WITHDRAWN else translate("Restore", "In the list")
    if difference.thing is not entry:
        name = f"{translate('Details', 'Evidence')}: {name}"
    return f"{entry.number}. {entry.title} · {name}"


def _words(difference: Difference, change: Change) -> str:
    """Whoever went on with a thing that another withdrew is told by what he recorded."""
    if change.field == difference.field:
        return change_words(change)
    return f"{field_label(change.field)}: {change_words(change)}"


def _withdraws(change: Change) -> bool:
    return change.field == WITHDRAWN and change.value is True
