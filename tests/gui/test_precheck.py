"""The check before printing in the preview: it names what is unclear and blocks nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from gui.checklist_room import OFFSCREEN, add_task, entry, put
from gui.qt_text import recorded_qt_texts, speak
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.i18n import use_language
from agreement_viewer.ledger.fields import LEAD
from agreement_viewer.ledger.records import OwnTexts, Profile, record_profile
from agreement_viewer.report.checks import Finding, Gap
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.paper.preview import PreviewDialog
from agreement_viewer.ui.paper.source import ReportSource
from agreement_viewer.ui.precheck import words as words
from agreement_viewer.ui.precheck.model import FindingsModel
from agreement_viewer.ui.profile.dialog import ProfileDialog
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Theme

pytestmark = OFFSCREEN
DOWN, ENTER, ESC = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape
Shown = Callable[..., PreviewDialog]


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Shown:
    """Opens the preview on the checklist as it stands, and waits for its pages."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def show(*, print_at_once: bool = False) -> PreviewDialog:
        dialog = PreviewDialog(ReportSource(session), parent, print_at_once=print_at_once)
        dialog.resize(940, 500)
        with qtbot.waitSignal(dialog.ready, timeout=30_000), qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


@pytest.fixture
def asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[QPrintDialog]:
    """The system's print dialogs that were asked for; each is cancelled."""
    found: list[QPrintDialog] = []

    def cancel(dialog: QPrintDialog) -> int:
        found.append(dialog)
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", cancel)
    return found


def shown_window(qtbot: QtBot, qapp: QApplication, session: Session) -> MainWindow:
    window = MainWindow(session, Theme(qapp))
    qtbot.addWidget(window)
    window.resize(1200, 700)
    with qtbot.waitExposed(window):
        window.show()
    return window


def previewed(qtbot: QtBot, window: MainWindow) -> PreviewDialog:
    """The preview that the window opens, with its pages."""
    window.reporting.preview()
    (dialog,) = (found for found in window.findChildren(PreviewDialog) if found.isVisible())
    with qtbot.waitSignal(dialog.ready, timeout=30_000):
        pass
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_an_export_is_told_where_it_was_asked_for(
    qtbot: QtBot, qapp: QApplication, session: Session, tmp_path: Path
) -> None:
    window = shown_window(qtbot, qapp, session)
    dialog = previewed(qtbot, window)
    button(dialog, "Word").click()
    (ask,) = window.findChildren(QFileDialog)
    with qtbot.waitSignal(window.reporting.written, timeout=30_000):
        ask.fileSelected.emit(str(tmp_path / "báo cáo.docx"))
    ask.reject()
    assert "Written: báo cáo.docx" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.close()


def fill(session: Session) -> None:
    """Leave nothing to ask."""
    head = Profile(place="Cần Thơ", office="Giám đốc", signer="Cán bộ A")
    unit = session.officer.unit
    texts = OwnTexts()
    session.record(record_profile(session.ledger.heads, session.agreement, unit, head, texts))
    for item in session.checklist.items():
        for name, text in (
            ("lead", "Sở KH&CN"),
            ("partners", "Công an TP"),
            ("deadline", "thường xuyên"),
            ("result", "Đã khảo sát"),
        ):
            put(session, item.id, name, text)


def button(dialog: PreviewDialog, text: str) -> QPushButton:
    (found,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text)
    return found


def lines(model: FindingsModel, above: QModelIndex | None = None) -> list[str]:
    """What a screen reader hears."""
    above = above or QModelIndex()
    found: list[str] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [index.data(Qt.ItemDataRole.AccessibleTextRole), *lines(model, index)]
    return found


def test_the_button_counts_and_the_list_groups_what_is_unclear(
    qtbot: QtBot, session: Session, shown: Shown
) -> None:
    fill(session)
    put(session, "area-2", "lead", "")
    task = add_task(session, "area-2", "Khảo sát", lead="Đơn vị B")
    dialog = shown()
    assert dialog.check.button.text() == "Check before printing (2)"
    assert not dialog.check.panel.isVisible()
    qtbot.mouseClick(dialog.check.button, Qt.MouseButton.LeftButton)
    assert dialog.check.panel.isVisible()
    assert lines(dialog.check.panel.view.findings) == [
        "Clear people, points not clear: 1",
        f"No lead unit, 2. {entry(session, 'area-2').title}",
        "Clear time, points not clear: 1",
        "No deadline, 2.1. Khảo sát",
    ]
    assert entry(session, task).is_task
    qtbot.mouseClick(dialog.check.button, Qt.MouseButton.LeftButton)
    assert not dialog.check.panel.isVisible()
    assert dialog.view.hasFocus()


def test_where_nothing_is_missing_it_says_so_and_prints_at_once(
    session: Session, shown: Shown, asked: list[QPrintDialog]
) -> None:
    fill(session)
    dialog = shown()
    dialog.check.look()
    assert dialog.check.panel.nothing.isVisible()
    assert dialog.check.panel.nothing.text() == "Nothing needs to be completed"
    assert not dialog.check.panel.view.isVisible()
    dialog.print()
    assert dialog.check.warning.isHidden()
    assert len(asked) == 1


def test_printing_warns_once_and_then_prints(
    qtbot: QtBot, shown: Shown, asked: list[QPrintDialog]
) -> None:
    dialog = shown(print_at_once=True)
    warning = dialog.check.warning
    assert (warning.isVisible(), warning.text) == (True, "Points not clear yet: 37")
    assert asked == []
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Show"
    qtbot.keyClick(focus, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    qtbot.keyClick(focus, ENTER)
    assert len(asked) == 1
    assert warning.isHidden()
    assert dialog.view.hasFocus()
    dialog.print()
    assert len(asked) == 2


def test_enter_presses_the_button_that_has_the_focus_and_no_other(
    qtbot: QtBot, shown: Shown, asked: list[QPrintDialog]
) -> None:
    dialog = shown(print_at_once=True)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert dialog.check.panel.view.hasFocus()
    smaller = button(dialog, "Smaller")
    before = dialog.view.verticalScrollBar().maximum()
    smaller.setFocus()
    qtbot.keyClick(smaller, ENTER)
    assert dialog.view.verticalScrollBar().maximum() < before
    assert asked == []


def test_esc_puts_the_warning_away_and_goes_back_to_the_pages(
    qtbot: QtBot, shown: Shown, asked: list[QPrintDialog]
) -> None:
    dialog = shown(print_at_once=True)
    qtbot.keyClick(QApplication.focusWidget(), ESC)
    assert dialog.check.warning.isHidden()
    assert dialog.isVisible()
    assert dialog.view.hasFocus()


def test_arrows_and_enter_lead_to_the_item_and_esc_to_the_pages(
    qtbot: QtBot, session: Session, shown: Shown
) -> None:
    dialog = shown()
    view = dialog.check.panel.view
    dialog.check.look()
    assert view.hasFocus()
    qtbot.keyClick(view, ESC)
    assert dialog.isVisible()
    assert dialog.view.hasFocus()
    dialog.check.look()
    qtbot.keyClick(view, DOWN)
    with qtbot.waitSignal(dialog.item_requested) as wanted:
        qtbot.keyClick(view, ENTER)
    assert wanted.args == [session.checklist.items()[1].id, LEAD]
    assert not dialog.isVisible()


def test_enter_and_a_click_on_a_heading_fold_the_group(qtbot: QtBot, shown: Shown) -> None:
    dialog = shown()
    dialog.check.look()
    view = dialog.check.panel.view
    group = view.findings.index(0, 0)
    view.setCurrentIndex(group)
    qtbot.keyClick(view, ENTER)
    assert not view.isExpanded(group)
    at = view.visualRect(group).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.isExpanded(group)
    assert dialog.isVisible()


def test_a_click_leads_to_the_item(qtbot: QtBot, session: Session, shown: Shown) -> None:
    dialog = shown()
    dialog.check.look()
    view = dialog.check.panel.view
    at = view.visualRect(view.findings.index(2, 0, view.findings.index(0, 0))).center()
    with qtbot.waitSignal(dialog.item_requested) as wanted:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args == [session.checklist.items()[2].id, LEAD]


def test_what_stands_at_the_reports_head_leads_to_what_is_entered_for_it(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    session.identify("Cán bộ A", "skhcn")
    fill(session)
    head = Profile(issuing="Đơn vị \N{GRINNING FACE}", office="Giám đốc")
    heads, agreement = session.ledger.heads, session.agreement
    session.record(record_profile(heads, agreement, "skhcn", head, OwnTexts()))
    window = shown_window(qtbot, qapp, session)
    dialog = previewed(qtbot, window)
    assert dialog.check.button.text() == "Check before printing (2)"
    dialog.check.look()
    view = dialog.check.panel.view
    assert lines(view.findings)[1::2] == [
        "Not entered: Place, Signer's name, Common part of the report",
        "Cannot be printed, □ in place: \N{GRINNING FACE}, Common part of the report",
    ]
    qtbot.keyClick(view, ENTER)
    (profile,) = dialog.findChildren(ProfileDialog)
    assert profile.isVisible()
    for name, text in (("issuing", "Đơn vị B"), ("place", "Cần Thơ"), ("signer", "Cán bộ A")):
        profile.form.lines[name].setText(text)
    with qtbot.waitSignal(dialog.ready, timeout=30_000):
        profile.accept()
    assert dialog.isVisible()
    assert dialog.check.button.text() == "Check before printing (0)"
    assert dialog.check.panel.nothing.isVisible()


def test_coming_back_the_check_is_open_where_it_was_left(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    window = shown_window(qtbot, qapp, session)
    dialog = previewed(qtbot, window)
    assert not dialog.check.panel.isVisible()
    dialog.check.look()
    view = dialog.check.panel.view
    for _ in range(20):
        qtbot.keyClick(view, DOWN)
    left, after = view.spot().ahead[:2]
    top = view.verticalScrollBar().value()
    assert top > 0
    qtbot.keyClick(view, ENTER)
    assert window.checklist.current_id() == left.item

    again = previewed(qtbot, window)
    view = again.check.panel.view
    assert again.check.panel.isVisible()
    assert view.hasFocus()
    assert view.spot().ahead[0] == left
    assert view.verticalScrollBar().value() == top
    qtbot.keyClick(view, ENTER)
    put(session, left.item, left.field, "Đã khảo sát")

    once_more = previewed(qtbot, window)
    assert once_more.check.panel.view.spot().ahead[0] == after
    once_more.reject()
    assert not previewed(qtbot, window).check.panel.isVisible()


def test_closed_while_pages_are_made_nothing_is_printed_afterwards(
    qtbot: QtBot, session: Session, asked: list[QPrintDialog]
) -> None:
    fill(session)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PreviewDialog(ReportSource(session), parent, print_at_once=True)
    dialog.show()
    with qtbot.waitSignal(dialog.discarded, timeout=30_000):
        qtbot.keyClick(dialog, ESC)
    assert asked == []


def test_from_the_preview_back_to_the_task_in_the_window(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    fill(session)
    task = add_task(session, "directive-2", "Khảo sát", lead="Đơn vị B")
    window = shown_window(qtbot, qapp, session)
    window.columns.details.hide()
    dialog = previewed(qtbot, window)
    dialog.check.look()
    qtbot.keyClick(dialog.check.panel.view, ENTER)
    assert not dialog.isVisible()
    assert window.checklist.current_id() == task
    assert window.details.isVisible()
    assert window.focusWidget() is window.details.form.deadline.named


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = FindingsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([Finding(gap, item="area-1", number="1", title="Việc") for gap in Gap])
    assert model.rowCount() == 7
    model.show([])
    assert model.rowCount() == 0


def test_officers_words_stay_words(qtbot: QtBot) -> None:
    model = FindingsModel()
    model.show([Finding(Gap.NO_LEAD, item="a", number="1", title="<b>A & B</b>")])
    index = model.index(0, 0, model.index(0, 0))
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "No lead unit, 1. <b>A & B</b>"


def test_many_characters_and_such_as_show_nothing_are_told_apart(qtbot: QtBot) -> None:
    many = "".join(chr(0x4E00 + number) for number in range(40))
    assert words.sentence(Finding(Gap.UNPRINTABLE, "漢\uf0b7")).endswith("漢 U+F0B7")
    assert len(words.sentence(Finding(Gap.UNPRINTABLE, many))) < 60


def test_every_finding_has_its_sentence_in_vietnamese(qtbot: QtBot) -> None:
    english = {words.sentence(Finding(gap, "place", 2)) for gap in Gap}
    use_language("vi")
    vietnamese = {words.sentence(Finding(gap, "place", 2)) for gap in Gap}
    assert len(english) == len(vietnamese) == len(Gap)
    assert not english & vietnamese
    assert "Chưa có đơn vị chủ trì" in vietnamese


def test_every_control_is_named_and_qt_says_nothing_in_another_language(
    qapp: QApplication, shown: Shown
) -> None:
    use_language("vi")
    with recorded_qt_texts(qapp) as missing:
        dialog = shown(print_at_once=True)
        dialog.check.look()
        speak(dialog)
    assert missing == []
    assert dialog.check.warning.text == "Còn 37 điểm chưa rõ"
    for control in dialog.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
            assert name or control.objectName().startswith("qt_"), control
