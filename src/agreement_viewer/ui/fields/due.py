"""A line for a deadline, and beneath it what was understood and on which day it falls due."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.deadline import (
    Condition,
    Due,
    Month,
    Ongoing,
    Quarter,
    Year,
    Yearly,
    describe,
    due_day,
    is_no_date,
    parse_due,
)
from agreement_viewer.ledger.text import clean, search_key
from agreement_viewer.ledger.words import day_words
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label, Link
from agreement_viewer.ui.theme import Type
from agreement_viewer.ui.tooltip import as_tip


def understood(text: str) -> Due | None:
    """What `text` states in a known form, "yearly" and "ongoing" in the screen's language too."""
    words = (Yearly(), Ongoing())
    same = (due for due in words if search_key(describe(due)) == search_key(text))
    return parse_due(text) or next(same, None)


def typed_form(due: Due) -> str:
    """`due` in words that are understood when they are typed again."""
    words = describe(due)
    match due:
        case Month(year, month) if understood(words) != due:
            return f"{month:02}/{year}"
        case Quarter(year, quarter) if understood(words) != due:
            return f"Q{quarter}/{year}"
        case Year(year) if understood(words) != due:
            return str(year)
    return words


def due_words(due: Due, today: datetime.date) -> str:
    """`due` in words, with the day it falls on."""
    words = describe(due)
    words = words[:1].upper() + words[1:]
    day = due_day(due, today)
    match due:
        case Condition():
            return translate("Details", "A condition: no calendar tells its day")
        case Yearly():
            last = f"{day:%d/%m}" if day else ""
            return translate(
                "Details", "{words} — due by {day} of each year", words=words, day=last
            )
        case Ongoing():
            return translate("Details", "{words} — never overdue", words=words)
    return translate("Details", "{words} — due {day}", words=words, day=day_words(day or today))


class _DueLine(QLineEdit):
    """Shows the beginning of a long text while nobody types in it."""

    def show_beginning(self) -> None:
        if not self.hasFocus():
            self.home(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_beginning()


class DueEdit(QWidget):
    """Text that is none of the known forms becomes a condition only where the officer says so."""

    edited = Signal()
    condition_kept = Signal()
    """The officer let the text stand as a condition."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._condition = ""
        self.today = datetime.date.min
        self.line = _DueLine(self)
        self.line.setPlaceholderText(translate("Details", "Q4/2025…"))
        self.line.setMinimumWidth(1)
        self.line.textEdited.connect(self._edit)
        self.meaning = Label("", Type.CAPTION, "muted")
        self.keep = Link(translate("Details", "Keep as a condition"), self)
        self.keep.clicked.connect(self._keep)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addLayout(self._row)
        layout.addWidget(self.meaning)
        layout.addWidget(self.keep)
        self.explain()

    def add_button(self, button: QWidget) -> None:
        """Put a button beside the line."""
        self._row.addWidget(button)

    def put(self, text: str) -> None:
        """Show `text`; this is not typing."""
        if text != self.line.text():
            self.line.setText(text)
            self.line.show_beginning()
        self.explain()

    def accept(self, condition: str) -> None:
        """Take this text, and no other that is not understood, for a condition."""
        self._condition = condition
        self.explain()

    def due(self) -> Due | None:
        """What the text states; None where it is empty or not understood."""
        text = clean(self.line.text())
        is_condition = bool(text) and text == self._condition
        return Condition(text) if is_condition else understood(text)

    def explain(self, *, insist: bool = False) -> None:
        """Say what is understood; `insist` where a text that is not was to be recorded."""
        due, is_empty = self.due(), not self.line.text().strip()
        if is_wrong := is_no_date(self.line.text()):
            unknown = translate("Details", "There is no such day in the calendar.")
        else:
            unknown = translate(
                "Details", "Not understood. Write it like 31/12/2025, 12/2025 or quý IV/2025."
            )
        self.meaning.say(
            due_words(due, self.today) if due else "" if is_empty else unknown,
            "warning" if insist and not due else "muted",
        )
        self.meaning.setVisible(bool(due) or not is_empty)
        self.keep.setVisible(not (due or is_empty or is_wrong))
        whole = as_tip(due.text) if isinstance(due, Condition) else ""
        self.line.setToolTip(whole)
        self.line.setAccessibleDescription(self.meaning.accessibleName())

    def _edit(self) -> None:
        self.explain()
        self.edited.emit()

    def _keep(self) -> None:
        self.accept(clean(self.line.text()))
        self.condition_kept.emit()
