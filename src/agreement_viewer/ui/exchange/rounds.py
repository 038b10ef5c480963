"""Exchanging by itself through a shared place, while the officer works."""

import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from agreement_viewer.exchange.carrier import Carrier
from agreement_viewer.exchange.places import carrier_at
from agreement_viewer.exchange.rounds import Round, Unaccepted, exchange
from agreement_viewer.exchange.words import who
from agreement_viewer.i18n import translate
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.ui import theme
from agreement_viewer.ui.exchange.hearing import Hearing
from agreement_viewer.ui.long_work import LongWork, Tell
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strip import Strip, Tone

FIRST_MS = 5_000
"""Until the window is the officer's."""
EVERY_MS = 5 * 60_000
SETTLED_MS = 20_000
"""After the last change, so that several go in one file."""
_SHOWN_AFTER_MS = 1_000


class Rounds(QObject):
    """The rounds of one window: on a timer, shortly after changes, and on demand."""

    failed = Signal(str)
    """The officer asked for a round, and what this sentence says is wrong."""
    mended = Signal(str)
    """What this sentence said is no longer wrong."""
    received = Signal(list)
    """What came of each delivery that was taken in (`Arrival`)."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self.unaccepted: list[Unaccepted] = []
        self._session = session
        self._where: tuple[str, Ledger] | None = None
        """The place of the last round, and whose it was."""
        self._carriers: dict[str, Carrier] = {}
        self._unreadable: set[str] = set()
        self._dismissed: set[str] = set()
        self._is_asked = False
        self._fault = ""
        self._hearing = Hearing()
        self._hearing.heard.connect(self.go)
        self.strip = Strip(Tone.WARNING, window)
        self.strip.dismissed.connect(self._dismiss)
        self.status = QWidget(window)
        self.told = QLabel(self.status)
        """When was last exchanged, or that it was not possible; its tool tip tells why."""
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QWidget(self.status)
        self.long_work = LongWork(self._progress)
        self.long_work.begun.connect(self._begin)
        self.long_work.ended.connect(self._end)
        self._lay_out()
        self._slow = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._slow.timeout.connect(lambda: self._show_progress(True))
        self._regular = QTimer(self, interval=EVERY_MS)
        self._regular.timeout.connect(self.go)
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._soon.timeout.connect(self.go)
        session.opened.connect(self.review)

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self._progress)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.long_work)
        self.long_work.bar.setFixedWidth(theme.L * 6)
        layout = QHBoxLayout(self.status)
        layout.setContentsMargins(theme.M, 0, theme.M, 0)
        layout.setSpacing(theme.M)
        layout.addWidget(self._progress)
        layout.addWidget(self.told)
        self._progress.hide()

    def begin(self) -> None:
        """Exchange in a moment, and from then on."""
        self._session.saved.connect(self._soon.start)
        self._regular.start()
        QTimer.singleShot(FIRST_MS, self, self.go)

    def use(self, place: str) -> None:
        """Exchange at `place` from now on; empty for nowhere. Raises UserError."""
        self._session.settings.exchange_place = place
        self._session.folder.settings.save()
        self.review()

    def review(self) -> None:
        """The place or the programme may be another one now: begin there at once."""
        if self._where != self._here():
            self._where = self._here()
            self.stop()
            self._tell("", "")
            self._show_unaccepted([])
            self.go()

    def _here(self) -> tuple[str, Ledger]:
        return self._session.settings.exchange_place, self._session.ledger

    def ask(self) -> None:
        """Exchange because the officer wants it; who was dismissed is shown again."""
        self._dismissed.clear()
        self._is_asked = True
        self.go()

    def go(self) -> None:
        """Exchange, off the GUI thread, where a place is known; a little later while it does."""
        session, (place, ledger) = self._session, self._here()
        if not place or session.folder.is_view:
            return
        self._hearing.listen_at(place, session.agreement.id)
        if self.long_work.is_running:
            self._soon.start()
            return
        where = self._where = place, ledger
        carriers, folder = self._carriers, session.folder
        by, at = session.officer, session.now()

        def work(tell: Tell) -> Round:
            if place not in carriers:
                carriers[place] = carrier_at(place)
            told = partial(_in_percent, tell)
            return exchange(carriers[place], folder, ledger, by, at, told)

        what = translate("Rounds", "Exchanging…")
        self.long_work.run(what, work, partial(self._show, where, at), self._fail)

    def stop(self) -> None:
        """Let a round end at its next step, and hear of no other."""
        self._hearing.stop()
        if self.long_work.is_running:
            self.long_work.stop()

    def _begin(self) -> None:
        self._slow.start()

    def _show_progress(self, is_shown: bool) -> None:
        """In a narrow window there is no room for both."""
        self._progress.setVisible(is_shown)
        self.told.setVisible(not is_shown)

    def _end(self) -> None:
        """Whatever became of it: something may have been taken in before."""
        self._slow.stop()
        self._show_progress(False)
        self._session.refresh()

    def _fail(self, fault: str) -> None:
        self._tell(translate("Rounds", "Not exchanged"), fault)
        if self._is_asked:
            self._fault = fault
            self.failed.emit(fault)
        self._is_asked = False

    def _show(self, where: tuple[str, Ledger], at: datetime.datetime, round: Round) -> None:
        if where != self._where:  # it came to its end all the same, and concerns nobody any more
            return
        stuck = self._unreadable & round.unreadable.keys()
        self._unreadable = set(round.unreadable)
        if round.fault:
            self._fail(round.fault)
        else:
            why = "\n".join(f"{name}: {round.unreadable[name]}" for name in sorted(stuck))
            self._tell(_state(at, len(stuck)), why)
            self._is_asked = False
            if self._fault:
                self.mended.emit(self._fault)
                self._fault = ""
        if round.taken:
            self.received.emit(round.arrivals)
        self._show_unaccepted(round.unaccepted)

    def _tell(self, state: str, why: str) -> None:
        self.told.setText(state)
        self.told.setToolTip(why)
        self.told.setAccessibleDescription(why)

    def _show_unaccepted(self, unaccepted: list[Unaccepted]) -> None:
        self.unaccepted = unaccepted
        names = {each.arrived.name for each in unaccepted}
        self._dismissed &= names
        if not names - self._dismissed:
            self.strip.hide()
            return
        manifests = (each.contents.manifest for each in unaccepted)
        senders = sorted({who(self._session.agreement, manifest.by) for manifest in manifests})
        self.strip.tell(
            translate(
                "Rounds",
                "Left for the first time, and not yet taken in: {names}. Compare the code by"
                " telephone.",
                names="; ".join(senders),
            )
        )

    def _dismiss(self) -> None:
        self._dismissed = {each.arrived.name for each in self.unaccepted}


def _in_percent(tell: Tell, done: float) -> None:
    tell(int(done * 100))


def _state(at: datetime.datetime, stuck: int) -> str:
    time = translate("Window", "{hour}:{minute}", hour=f"{at:%H}", minute=f"{at:%M}")
    if stuck:
        return translate(
            "Rounds", "Exchanged at {time}, unreadable: {count}", time=time, count=stuck
        )
    return translate("Rounds", "Exchanged at {time}", time=time)
