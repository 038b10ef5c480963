"""The strips above the list, the most urgent on top."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.identity import IdentityStrip
from agreement_viewer.ui.strips.notices import LedgerStrip, NoticeStrip, PastStrip, SaveFailedStrip
from agreement_viewer.ui.strips.reminder import ReminderStrip
from agreement_viewer.ui.strips.strip import Strip, Tone


class Strips(QWidget):
    """Takes no room while there is nothing to say."""

    show_requested = Signal(object)
    """Show in the list what has one of these values of `Timeliness` (a frozenset)."""
    identified = Signal()
    """The session's officer is another now."""
    takeover_requested = Signal()
    """The officer goes on with a predecessor's work."""
    left = Signal()
    """A strip that had the focus went away: give it to the list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.failed = SaveFailedStrip(session, self)
        self.past = PastStrip(session, self)
        self.ledger = LedgerStrip(session, self)
        self.notice = NoticeStrip(session, self)
        self.identity = IdentityStrip(session, self)
        self.reminder = ReminderStrip(session, self)
        self._session = session
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        strips = (self.failed, self.past, self.ledger, self.notice, self.identity, self.reminder)
        for strip in strips:
            layout.addWidget(strip)
            strip.left.connect(self.left)
        self.identity.identified.connect(self.identified)
        self.identity.takeover_requested.connect(self.takeover_requested)
        self.reminder.show_requested.connect(self.show_requested)

    def complete(self) -> None:
        """Look, after the first painting, at what takes longer to find out."""
        from agreement_viewer.ui.strips.computer import ComputerStrip

        self.computer = ComputerStrip(self._session, self)
        self.add(self.computer)

    def add(self, strip: Strip) -> None:
        """One more, above what was done."""
        strip.left.connect(self.left)
        self._layout.insertWidget(self._layout.indexOf(self.notice), strip)

    def review(self) -> None:
        """Look again whether name and agency are known: the settings may have changed."""
        self.identity.review()

    def offer_agency(self, unit: str) -> None:
        """Offer a predecessor's agency to an officer who has not stated one."""
        self.identity.offer_agency(unit)

    def tell(self, text: str, button: str = "", slot: Callable[[], object] | None = None) -> None:
        """Say what was done, with a button that calls `slot` where one is given."""
        self.notice.tell_with(text, button, slot)

    def warn_of_damage(self, recover: Callable[[], object]) -> None:
        """Say, on top and until the window is closed, that the data must be recovered."""
        strip = Strip(Tone.BAD, self)
        strip.left.connect(self.left)
        strip.add_button(translate("Recovery", "Recover…"), recover)
        self._layout.insertWidget(0, strip)
        strip.tell(
            translate(
                "Strip",
                "The data file was found damaged: recover it before more is recorded."
                " What is shown may be incomplete.",
            )
        )
        self.damage = strip

    def may_leave_unsaved(self) -> bool:
        """Whether the window may close although something could not be saved; asks the officer."""
        return self.failed.may_close()
