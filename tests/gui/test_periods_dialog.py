"""Closing a period, looking at what moved, checking a code, looking back: through the dialogs."""

import datetime
from collections.abc import Iterator

import pytest
from gui.checklist_room import is_typing, shown_panel
from office import NOW, TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.periods import PeriodKind, closings
from agreement_viewer.ledger.status import Status
from agreement_viewer.report.figures import code_of
from agreement_viewer.ui.code_dialog import CodeDialog
from agreement_viewer.ui.history.reading import read_history
from agreement_viewer.ui.overview.panel import OverviewPanel
from agreement_viewer.ui.paper.source import ReportSource, Wanted
from agreement_viewer.ui.past_dialog import PastDialog
from agreement_viewer.ui.periods.dialog import PeriodsDialog
from agreement_viewer.ui.periods.moves import MovesDialog
from agreement_viewer.ui.profile.dialog import ProfileDialog
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.strips.strips import Strips

LONG = 30_000
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
YESTERDAY = NOW - datetime.timedelta(days=1)


@pytest.fixture
def dialog(session: Session, parent: QWidget) -> Iterator[PeriodsDialog]:
    shown = PeriodsDialog(session, parent)
    QAbstractItemModelTester(
        shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shown
    )
    shown.show()
    yield shown
    shown.close()


def close_period(qtbot: QtBot, dialog: PeriodsDialog) -> None:
    with qtbot.waitSignal(dialog.form.closed, timeout=LONG):
        qtbot.mouseClick(dialog.form.button, Qt.MouseButton.LeftButton)


def tick(session: Session, id: str, status: Status = Status.DONE) -> None:
    entry = session.checklist.entry(id)
    assert entry
    session.perform(actions.set_status(entry, status, TODAY))


def test_the_half_year_of_today_is_proposed_and_closed(
    qtbot: QtBot, session: Session, dialog: PeriodsDialog
) -> None:
    assert dialog.form.first.text() == "15/06/2025"
    assert dialog.form.last.text() == "14/12/2025"
    assert "still to come" in dialog.form.warning.text()
    assert dialog.empty.isVisible()
    close_period(qtbot, dialog)
    (closing,) = closings(session.ledger.heads)
    assert closing.period.kind is PeriodKind.SECOND_HALF
    assert dialog.model.rowCount() == 1
    assert not dialog.empty.isVisible()
    assert "second half-year of 2025" in dialog.notice.text


def test_a_period_is_closed_once(qtbot: QtBot, dialog: PeriodsDialog) -> None:
    close_period(qtbot, dialog)
    with qtbot.waitSignal(dialog.form.failed, timeout=LONG):
        dialog.form.close_period()
    assert "was closed before" in dialog.notice.text
    assert dialog.form.button.isEnabled()


@pytest.mark.parametrize("typed", ["", "32/01/2025", "quý I"])
def test_days_that_are_none_are_named_before_anything_is_done(
    qtbot: QtBot, session: Session, dialog: PeriodsDialog, typed: str
) -> None:
    dialog.form.first.setText(typed)
    with qtbot.waitSignal(dialog.form.failed):
        dialog.form.close_period()
    assert closings(session.ledger.heads) == []


def test_nothing_moves_when_a_warning_comes_and_goes(qtbot: QtBot, dialog: PeriodsDialog) -> None:
    form = dialog.form
    places = set()
    for typed in ("14/12/2025", "32/12/2025", "14/6/2025"):
        form.last.setText(typed)
        form.last.textEdited.emit(typed)
        qtbot.wait(1)  # the layout's turn
        places.add((form.warning.isVisible(), form.geometry().getRect(), form.button.pos().y()))
    assert len(places) == 2
    assert len({place[1:] for place in places}) == 1


def test_a_period_taken_out_comes_back_with_undo(
    qtbot: QtBot, session: Session, dialog: PeriodsDialog
) -> None:
    close_period(qtbot, dialog)
    dialog.take_out.click()
    assert dialog.model.rowCount() == 0
    session.undo()
    assert dialog.model.rowCount() == 1


def test_the_report_of_a_period_is_asked_for(qtbot: QtBot, dialog: PeriodsDialog) -> None:
    close_period(qtbot, dialog)
    with qtbot.waitSignal(dialog.preview_requested) as asked:
        dialog.preview.click()
    assert asked.args == [dialog.model.closing(dialog.model.index(0, 0))]


def test_what_moved_since_is_shown_item_by_item(
    qtbot: QtBot, session: Session, dialog: PeriodsDialog
) -> None:
    close_period(qtbot, dialog)
    (closing,) = closings(session.ledger.heads)
    tick(session, "area-2")
    shown = MovesDialog(session, closing, dialog)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2, timeout=LONG)
    rows = [[shown.model.index(row, column).data() for column in (0, 2, 3)] for row in range(2)]
    assert rows == [
        ["2", "Chưa thực hiện", "Hoàn thành; ngày hoàn thành 20/11/2025"],
        ["2", "Added after closing", "Hoàn thành (20/11/2025)"],
    ]
    shown.close()


def test_a_code_is_checked(qtbot: QtBot, session: Session, dialog: PeriodsDialog) -> None:
    close_period(qtbot, dialog)
    (closing,) = closings(session.ledger.heads)
    shown = CodeDialog(session, dialog)
    shown.show()
    for typed, answer in (
        (code_of(closing.frozen.basis.figures).lower(), "the data still yield its figures"),
        ("0000-0000-0000", "No report recorded"),
        ("abc", "is not a code"),
    ):
        shown.code.setText(typed)
        qtbot.keyClick(shown.code, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda wanted=answer: wanted in shown.answer.text(), timeout=LONG)
    assert shown.isVisible()
    shown.close()


class TestPastDay:
    def look_back(self, qtbot: QtBot, session: Session, parent: QWidget, typed: str) -> None:
        shown = PastDialog(session, parent)
        shown.show()
        shown.day.setText(typed)
        with qtbot.waitSignal(session.opened, timeout=LONG):
            shown.accept()

    def test_the_list_shows_that_day_marked_and_unchangeable(
        self, qtbot: QtBot, session: Session, parent: QWidget
    ) -> None:
        strips = Strips(session, parent)
        tick(session, "area-1")
        self.look_back(qtbot, session, parent, "19/11/2025")
        assert session.today() == datetime.date(2025, 11, 19)
        entry = session.checklist.entry("area-1")
        assert entry
        assert entry.status is Status.NOT_STARTED
        assert "19/11/2025 (read-only)" in strips.past.text
        recorded = len(session.ledger.history())
        with qtbot.waitSignal(session.refused):
            tick(session, "area-1")
        assert len(session.ledger.history()) == recorded
        assert not session.can_undo
        strips.past.dismiss()
        assert session.today() == TODAY
        entry = session.checklist.entry("area-1")
        assert entry
        assert entry.status is Status.DONE
        assert session.can_undo

    @pytest.mark.parametrize("typed", ["20/11/2025", "01/01/2030", "hôm qua"])
    def test_only_a_past_day(self, session: Session, parent: QWidget, typed: str) -> None:
        shown = PastDialog(session, parent)
        shown.day.setText(typed)
        shown.accept()
        assert not shown.fault.isHidden()
        assert session.past is None

    def test_the_history_ends_with_that_day(
        self, qtbot: QtBot, session: Session, parent: QWidget
    ) -> None:
        session.ledger.append([Edit.set("area-1", "note", "Đã họp")], session.officer, YESTERDAY)
        tick(session, "area-1")
        entry = session.checklist.entry("area-1")
        assert entry
        assert len(read_history(session, entry).events) == 3
        self.look_back(qtbot, session, parent, "19/11/2025")
        entry = session.checklist.entry("area-1")
        assert entry
        (event,) = read_history(session, entry).events
        assert event.change.value == "Đã họp"

    def test_every_key_that_would_change_something_is_answered(
        self, qtbot: QtBot, session: Session, parent: QWidget
    ) -> None:
        panel = shown_panel(qtbot, session)
        self.look_back(qtbot, session, parent, "19/11/2025")
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        panel.select("area-1")
        panel.focus_list()
        for key, modifier in (
            *((Qt.Key.Key_Space, NONE), (Qt.Key.Key_1, CTRL), (Qt.Key.Key_5, CTRL)),
            *((Qt.Key.Key_N, CTRL), (Qt.Key.Key_V, CTRL)),
        ):
            with qtbot.waitSignal(session.refused) as said:
                qtbot.keyClick(panel.view, key, modifier)
            assert "return to today" in said.args[0]
        assert not is_typing(panel)
        assert session.ledger.history() == []

    def test_the_overview_names_no_key(
        self, qtbot: QtBot, session: Session, parent: QWidget
    ) -> None:
        self.look_back(qtbot, session, parent, "19/11/2025")
        panel = OverviewPanel(session, parent)
        panel.resize(400, 600)
        parent.show()
        panel.follow()
        qtbot.waitUntil(lambda: panel.page is not None)
        said = [label.text() for label in panel.findChildren(QLabel)]
        assert "Nothing had been completed by then." in said
        assert "There were no tasks yet." in said
        assert not any("Space" in text or "Ctrl" in text for text in said)

    def test_reports_are_of_that_day(self, qtbot: QtBot, session: Session, parent: QWidget) -> None:
        tick(session, "area-1")
        self.look_back(qtbot, session, parent, "19/11/2025")
        made = ReportSource(session).maker(Wanted())()
        assert made.report.today == datetime.date(2025, 11, 19)
        assert made.basis.as_of
        assert not any(line.status is Status.DONE for line in made.report.lines)


class TestProfile:
    def test_what_is_typed_is_on_the_pages_and_recorded_by_ok(
        self, qtbot: QtBot, session: Session, parent: QWidget
    ) -> None:
        shown = ProfileDialog(session, ReportSource(session), parent)
        with qtbot.waitSignal(shown.previewed, timeout=LONG):
            shown.show()
        with qtbot.waitSignal(shown.previewed, timeout=LONG):
            shown.form.lines["signer"].setText("Cán bộ A")
        shown.form.lists["grounds"].setPlainText("Căn cứ A\n\n Căn cứ B ")
        shown.form.texts["plan"].setPlainText("Kế hoạch A")
        shown.accept()
        made = ReportSource(session).maker(Wanted())().report
        assert made.profile.signer == "Cán bộ A"
        assert made.profile.grounds == ("Căn cứ A", "Căn cứ B")
        assert made.texts.plan == "Kế hoạch A"
        again = ProfileDialog(session, ReportSource(session), parent)
        assert again.form.lists["grounds"].toPlainText() == "Căn cứ A\nCăn cứ B"
        again.reject()

    def test_ok_on_what_was_not_changed_records_nothing(
        self, session: Session, parent: QWidget
    ) -> None:
        shown = ProfileDialog(session, ReportSource(session), parent)
        shown.accept()
        assert session.ledger.history(["report_profile", "report_texts"]) == []
