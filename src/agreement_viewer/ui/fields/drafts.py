"""Text that was typed and is not recorded: of this session, and found from before."""

import contextlib
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.store.drafts import Draft
from agreement_viewer.ui.details.notice import Notice
from agreement_viewer.ui.session import RETRY_MS, Session

Place = tuple[str, str]
"""An item and the name of a field."""


class DraftBook(QObject):
    """The drafts of the open programme."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self._keep_unkept)
        self._read()
        session.opened.connect(self._read)

    def _read(self) -> None:
        self._typed: dict[Place, str] = {}
        self._unkept: set[Place] = set()
        self._found = {(item, field): text for item, field, text in self._session.drafts.all()}
        self.waiting: dict[Place, Any] = {}
        """Values handed to the session that it could not save yet."""

    def typed(self, place: Place) -> str | None:
        """What was typed in this session."""
        return self._typed.get(place)

    def found(self, place: Place) -> str | None:
        """What an earlier run of the program left there."""
        return self._found.get(place)

    def has_form(self, item: str, form: str) -> bool:
        """Whether something stands in a line of this form, whose places are `form.line`."""
        places = (*self._typed, *self._found)
        return any(place[0] == item and place[1].startswith(f"{form}.") for place in places)

    def keep(self, place: Place, text: str) -> None:
        """Keep `text` in memory and on the disk; a disk that cannot take it is told of."""
        if self._typed.get(place) == text:
            return
        self._typed[place] = text
        self._found.pop(place, None)
        try:
            self._session.drafts.keep(Draft(*place, text))
        except UserError as fault:
            self._unkept.add(place)
            self._again.start()
            self._session.refused.emit(str(fault))

    def _keep_unkept(self) -> None:
        """Try again with what the disk could not take: the officer types on and is told once."""
        while self._unkept:
            place = next(iter(self._unkept))
            try:
                if place in self._typed:
                    self._session.drafts.keep(Draft(*place, self._typed[place]))
            except UserError:
                self._again.start()
                return
            self._unkept.discard(place)

    def drop(self, place: Place) -> None:
        """Forget what was recorded or given up."""
        typed, found = self._typed.pop(place, None), self._found.pop(place, None)
        if typed is None and found is None:
            return
        with contextlib.suppress(UserError):  # at worst it is offered again
            self._session.drafts.drop(*place)


class DraftOffer(Notice):
    """Offers what an earlier run of the program left, once."""

    restored = Signal(str)

    def __init__(self, drafts: DraftBook, parent: QWidget) -> None:
        super().__init__("info", parent)
        self._drafts = drafts
        self._place: Place = ("", "")
        self.offer(translate("Details", "Restore"), self._restore)
        self.offer(translate("Details", "Discard"), self._discard)

    def look(self, place: Place, recorded: str) -> None:
        """Offer what was left at `place`, unless it is what is recorded there."""
        self._place = place
        text = self._drafts.found(place)
        if text == recorded:
            self._drafts.drop(place)
        if text is None or text == recorded:
            self.say("")
        else:
            self.say(translate("Details", "Unsaved text from before: “{text}”", text=text))

    def _restore(self) -> None:
        text = self._drafts.found(self._place)
        self.say("")
        if text is not None:
            self.restored.emit(text)

    def _discard(self) -> None:
        self.say("")
        self._drafts.drop(self._place)
