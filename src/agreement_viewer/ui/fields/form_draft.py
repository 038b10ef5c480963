"""What is typed into a small form, kept as drafts like any field's text."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from agreement_viewer.ui.fields.drafts import DraftBook, Place
from agreement_viewer.ui.fields.typed import TypedField


class Blank(NamedTuple):
    """One line of a form: how its text is read and put."""

    read: Callable[[], str]
    put: Callable[[str], object]


class FormDraft(QObject):
    """The drafts of a form's lines. Their places are the item's, named `form.line`."""

    def __init__(
        self, drafts: DraftBook, form: str, blanks: Mapping[str, Blank], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._form = form
        self._blanks = blanks
        self._item = ""
        self._before: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def begin(self, item: str) -> None:
        """The form is open for `item` with what is recorded; put in what was typed before."""
        self._item = item
        self._before = {name: blank.read() for name, blank in self._blanks.items()}
        for name, blank in self._blanks.items():
            text = self._draft(item, name)
            if text is not None:
                blank.put(text)

    def touch(self) -> None:
        """Something was typed."""
        self._timer.start(TypedField.DRAFT_MS)

    def keep(self) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        for name, blank in self._blanks.items():
            if blank.read() == self._before[name]:
                self._drafts.drop(self._place(self._item, name))
            else:
                self._drafts.keep(self._place(self._item, name), blank.read())

    def drop(self, item: str) -> None:
        """Forget all that was typed for `item`: it is recorded, or given up."""
        if item == self._item:
            self._timer.stop()
        for name in self._blanks:
            self._drafts.drop(self._place(item, name))

    def _draft(self, item: str, name: str) -> str | None:
        place = self._place(item, name)
        typed = self._drafts.typed(place)
        return self._drafts.found(place) if typed is None else typed

    def _place(self, item: str, name: str) -> Place:
        return item, f"{self._form}.{name}"
