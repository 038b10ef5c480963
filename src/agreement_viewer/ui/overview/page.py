"""The overview itself: pictures below each other, and a kind word where there is nothing yet."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.status import Timeliness, status_label
from agreement_viewer.report.overview import (
    STANDING_PATTERNS,
    STATUS_PATTERNS,
    Overview,
    Tally,
)
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.overview import words as words
from agreement_viewer.ui.overview.bars import Bars, Part
from agreement_viewer.ui.overview.course import Course
from agreement_viewer.ui.overview.picture import FRAME
from agreement_viewer.ui.status_mark import status_colour, timeliness_colour
from agreement_viewer.ui.theme import Type


class OverviewPage(QScrollArea):
    """Shows the figures it is given; each picture can have the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Overview", "Overview"))
        self._page = QWidget(self)
        self.setWidget(self._page)
        for see_through in (self.viewport(), self._page):  # or Qt takes the panel for covered
            see_through.setAutoFillBackground(False)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(theme.S, theme.S, theme.S, theme.M)
        self._column.setSpacing(theme.XS)
        self._nothing_done = self._note()
        self._status = self._bars(translate("Overview", "Status"), _status_parts())
        self._standing = self._bars(
            translate("Overview", "Against the deadlines"), _standing_parts()
        )
        self._dropped = self._note()
        self._items = self._course(translate("Overview", "Items completed over time"))
        self._tasks = self._course(translate("Overview", "Tasks completed over time"))
        self._no_tasks = self._note()
        self._column.addStretch(1)
        self.pictures = (self._status, self._standing, self._items.chart, self._tasks.chart)

    def _note(self) -> "_Note":
        note = _Note()
        self._column.addWidget(note)
        return note

    def _bars(self, title: str, parts: list[Part]) -> Bars:
        self._column.addWidget(_Heading(title))
        bars = Bars(title, parts, self._page)
        self._column.addWidget(bars)
        return bars

    def _course(self, title: str) -> "_CourseSection":
        section = _CourseSection(title, self._page)
        self._column.addWidget(section)
        return section

    def show_overview(self, overview: Overview, *, past: bool) -> None:
        """Show these figures; those of a past day are without a word on how to change them."""
        tallies = {words.items(): overview.items}
        if overview.tasks.lines:
            tallies[words.tasks()] = overview.tasks
        dropped = words.dropped(
            *(each.standings.dropped for each in (overview.items, overview.tasks))
        )
        self._status.show_counts(
            {name: list(tally.statuses.values()) for name, tally in tallies.items()}
        )
        self._standing.show_counts(
            {
                name: [getattr(tally.standings, standing) for standing in STANDING_PATTERNS]
                for name, tally in tallies.items()
            },
            dropped,
        )
        self._dropped.show_text(dropped)
        self._items.show_tally(overview, overview.items)
        self._tasks.show_tally(overview, overview.tasks)
        nothing_done = not any(tally.done[-1] for tally in tallies.values())
        self._nothing_done.show_text(words.nothing_done(past=past) if nothing_done else "")
        self._no_tasks.show_text("" if overview.tasks.lines else words.no_tasks(past=past))


class _Heading(Label):
    def __init__(self, title: str) -> None:
        super().__init__(title, Type.STRONG)
        self.setContentsMargins(FRAME, theme.M, FRAME, 0)


class _Note(Label):
    """A sentence; not there while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(kind=Type.CAPTION, tone="muted")
        self.setContentsMargins(FRAME, 0, FRAME, 0)

    def show_text(self, text: str) -> None:
        """Say `text`, or vanish where it is empty."""
        self.say(text)
        self.setVisible(bool(text))


class _CourseSection(QWidget):
    """A chart under its heading; not there while nothing is done and nothing falls due."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.chart = Course(title, self)
        self._undated = _Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        for widget in (_Heading(title), self.chart, self._undated):
            column.addWidget(widget)

    def show_tally(self, overview: Overview, tally: Tally) -> None:
        """Show `tally`, one of the two of `overview`."""
        self.chart.show_tally(overview, tally)
        self._undated.show_text(words.undated(tally.undated))
        self.setVisible(any(tally.done) or any(tally.due))


def _status_parts() -> list[Part]:
    return [
        Part(status_label(status), pattern, partial(status_colour, status))
        for status, pattern in STATUS_PATTERNS.items()
    ]


def _standing_parts() -> list[Part]:
    return [
        Part(
            words.standing_label(standing),
            pattern,
            partial(timeliness_colour, Timeliness(standing.value)),
        )
        for standing, pattern in STANDING_PATTERNS.items()
    ]
