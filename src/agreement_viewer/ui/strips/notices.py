"""What goes wrong, and what was done, each said in a strip."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.store.ledger import only_a_view
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone


class SaveFailedStrip(Strip):
    """A save failed. It stays, with its way out, until everything is saved."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Tone.BAD, parent)
        self._session = session
        self._retry = self.add_button(translate("Strip", "Retry"), self._try_again)
        session.failed.connect(self._say)
        session.changed.connect(self._go_when_saved)

    def may_close(self) -> bool:
        """Try once more; where that fails, ask whether to close and lose what is not saved."""
        if self._session.retry():
            return True
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Strip", "Not saved"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            translate(
                "Strip",
                "Not saved: {count}. It is lost when the program is closed.",
                count=len(self._session.unsaved),
            )
        )
        stay = box.addButton(translate("Strip", "Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(
            translate("Strip", "Close all the same"), QMessageBox.ButtonRole.DestructiveRole
        )
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def dismiss(self) -> None:
        """It cannot be closed while something is not saved."""
        if not self._session.unsaved:
            super().dismiss()

    def _say(self, reason: str) -> None:
        if self._session.is_waiting:
            text = translate(
                "Strip",
                "Not saved yet. Text is kept. Waiting for another program that is using the data…",
            )
        else:
            text = translate("Strip", "Not saved. Text is kept.") + f" {reason}"
        if text != self.text or self.isHidden():  # what is tried again is not said again
            self.tell(text)

    def _try_again(self) -> None:
        if self._session.retry():
            self.hide()

    def _go_when_saved(self) -> None:
        if not self._session.unsaved:
            self.hide()


class NoticeStrip(Strip):
    """Why something was not possible, or what was done; gone at the next change."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Tone.INFO, parent)
        self._slot: Callable[[], object] | None = None
        self._button = self.add_button("", self._act)
        self.add_closing()
        session.refused.connect(self.tell_with)
        session.changed.connect(self.hide)
        session.opened.connect(self.hide)

    def tell_with(
        self, text: str, button: str = "", slot: Callable[[], object] | None = None
    ) -> None:
        """Show `text`, with a button that calls `slot` where one is given."""
        self._slot = slot
        self._button.setText(button)
        self._button.setVisible(slot is not None)
        self.tell(text)

    def withdraw(self, text: str) -> None:
        """Hide `text`, which is no longer so, unless something else is said meanwhile."""
        if self.text == text:
            self.hide()

    def _act(self) -> None:
        if self._slot:
            self._slot()


class PastStrip(Strip):
    """A past day is shown. It stays until the officer returns to today."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARNING, parent)
        self._session = session
        self.add_button(translate("Strip", "Return to today"), session.return_to_present)
        session.opened.connect(self._review)

    def dismiss(self) -> None:
        """Esc, too, returns to today: what is not marked must not look like the present."""
        self._session.return_to_present()

    def _review(self) -> None:
        day = self._session.past
        if day is None:
            self.hide()
            return
        self.tell(
            translate("Strip", "Figures as recorded up to {day} (read-only)", day=f"{day:%d/%m/%Y}")
        )


class LedgerStrip(Strip):
    """What was found on opening: changes that are lost, items that read otherwise than before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARNING, parent)
        self._session = session
        self.add_closing()
        session.opened.connect(self._review)
        self._review()

    def _review(self) -> None:
        found = [*self._view(), *self._lost(), *self._reworded()]
        if found:
            self.tell(" ".join(found))
        else:
            self.hide()

    def _view(self) -> list[str]:
        return [only_a_view()] if self._session.folder.is_view else []

    def _lost(self) -> list[str]:
        if self._session.ledger.lost is None:
            return []
        return [
            translate(
                "Strip",
                "The data file is older than what was last recorded on this computer:"
                " look for a newer backup.",
            )
        ]

    def _reworded(self) -> list[str]:
        reworded, groups = self._session.ledger.reworded, self._session.agreement.groups
        names = [
            f"{group.title} {item.number}"
            for group in groups
            for item in group.items
            if item.id in reworded
        ]
        if not names:
            return []
        return [
            translate(
                "Strip",
                "The programme's file words these otherwise than at first: {items}.",
                items=", ".join(names),
            )
        ]
