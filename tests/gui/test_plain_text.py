"""Officers' text is text everywhere: no HTML, no link, no picture from afar, no hidden mnemonic."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from office import TODAY
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import QAction, Qt, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.fields import EvidenceFile, parse_value
from agreement_viewer.ledger.pasting import Sheet
from agreement_viewer.ledger.pasting_columns import USES
from agreement_viewer.ledger.periods import closings
from agreement_viewer.ledger.records import OwnTexts, Profile, record_profile
from agreement_viewer.ledger.status import Status
from agreement_viewer.ledger.words import field_label
from agreement_viewer.ui.about_dialog import AboutDialog
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.paper.preview import PreviewDialog
from agreement_viewer.ui.past_dialog import PastDialog
from agreement_viewer.ui.paste.dialog import PasteDialog
from agreement_viewer.ui.periods.dialog import PeriodsDialog
from agreement_viewer.ui.periods.moves import MovesDialog
from agreement_viewer.ui.profile.dialog import ProfileDialog
from agreement_viewer.ui.programme.article import ArticleDialog
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.settings_dialog import SettingsDialog
from agreement_viewer.ui.theme import Theme

EVIL: Final = "<b>x</b>&Tên<img src='http://a.invalid/p.png'><a href='http://a.invalid/'>y</a>"
MARK: Final = "<b>x</b>"
MNEMONIC: Final = "&Tên"
LONG: Final = 60_000
_ROOT: Final = QModelIndex()


@pytest.fixture
def evil(session: Session, agreement_bytes: bytes) -> Session:
    """A session with that text in every field of an item, a task, a document; and as names."""
    data = agreement_bytes
    for name in ("Sở KH&CN", "Sở Khoa học và Công nghệ thành phố Cần Thơ"):
        data = data.replace(f' = "{name}"'.encode(), f' = "{EVIL}"'.encode())
    assert data.count(EVIL.encode()) >= 2
    session.open(read_agreement(data, "evil.toml"), data)
    session.identify(EVIL, session.agreement.parties[0].id)
    session.perform(actions.add_task("area-2", EVIL))
    (task,) = session.checklist.tasks("area-2")
    for id in ("area-2", task.id):
        entry = session.checklist.entry(id)
        assert entry
        for field in ("deadline", "lead", "partners", "result", "difficulty", "proposal", "note"):
            value = parse_value(field, EVIL)
            session.perform(actions.set_value(entry, field, value, TODAY))
        session.perform(actions.set_status(entry, Status.PAUSED, TODAY))
        document = dict.fromkeys(("number", "issuer", "subject"), EVIL)
        file = EvidenceFile("a" * 64, EVIL, 1)
        session.perform(actions.add_evidence(id, {**document, "file": file}))
    return session


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, evil: Session) -> MainWindow:
    shown = MainWindow(evil, Theme(qapp))
    shown.complete()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def faults(root: QWidget) -> list[str]:
    """Where text that somebody typed is read as something else, beneath `root`."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        found += [f"{where}: {what}" for what in _of_widget(widget)]
    for action in root.findChildren(QAction):
        found += [f"QAction {action.text()!r}: {what}" for what in _of_action(action)]
    return found


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from _of_tip(widget.toolTip())
    if isinstance(widget, QLabel) and MARK in widget.text().replace("\u200b", ""):
        if widget.textFormat() is not Qt.TextFormat.PlainText:
            yield "a label that reads HTML"
        if widget.buddy() and _hides(widget.text()):
            yield "a label with a hidden &"
    if isinstance(widget, QAbstractButton) and _hides(widget.text()) and not _paints_itself(widget):
        yield "a button with a hidden &"
    if isinstance(widget, QTabWidget):
        for tab in range(widget.count()):
            yield from ["a tab with a hidden &"] * _hides(widget.tabText(tab))
            yield from _of_tip(widget.tabToolTip(tab))
    if isinstance(widget, QTextEdit):
        yield from _of_document(widget.document())
    if isinstance(widget, QAbstractItemView | QComboBox):
        yield from _of_model(widget.model())


def _paints_itself(widget: QWidget) -> bool:
    return "paintEvent" in vars(type(widget))


def _hides(text: str) -> bool:
    return MNEMONIC in text.replace("&&", "")


def _of_action(action: QAction) -> Iterator[str]:
    if _hides(action.text()):
        yield "a hidden &"
    yield from _of_tip(action.toolTip())


def _of_tip(tip: str) -> Iterator[str]:
    """Qt guesses whether a tip is HTML; then the text in it must have been escaped."""
    read = QTextDocumentFragment.fromHtml(tip).toPlainText() if Qt.mightBeRichText(tip) else tip
    if "Tên" in tip and MARK not in read:
        yield f"a tip that reads HTML: {tip[:40]}"


def _of_document(document: QTextDocument) -> Iterator[str]:
    block = document.begin()
    while block.isValid():
        for part in block:  # type: ignore[attr-defined]
            form = part.fragment().charFormat()
            if "a.invalid" in form.anchorHref() or form.isImageFormat():
                yield "a document with a link or picture of somebody's"
        block = block.next()


def _of_model(model: QAbstractItemModel, parent: QModelIndex = _ROOT) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(
            1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        ):
            index = model.index(row, column, parent)
            yield from _of_tip(str(model.data(index, Qt.ItemDataRole.ToolTipRole) or ""))
        yield from _of_model(model, model.index(row, 0, parent))


def shows(root: QWidget) -> bool:
    """Whether the text is there at all, so that the test looks at something."""
    labels = (label.text().replace("\u200b", "") for label in root.findChildren(QLabel))
    return any(MARK in text for text in labels)


def test_in_the_window(window: MainWindow, evil: Session, qtbot: QtBot) -> None:
    (task,) = evil.checklist.tasks("area-2")
    for id in ("area-2", task.id):
        window.checklist.select(id)
        window.details.evidence._open_new()
        window.details.history.fold_button.click()
        evil.refused.emit(EVIL)
        evil.failed.emit(EVIL)
        window._show_written(Path(EVIL))
        window.strips.identity.show()
        window.details.evidence.message.say(EVIL)
        window.details.evidence.suspect.say(EVIL)
        qtbot.wait(50)
        assert shows(window.details)
        assert shows(window.statusBar())
        assert faults(window) == []


def test_in_its_dialogs(window: MainWindow, evil: Session, qtbot: QtBot) -> None:
    unit, heads = evil.officer.unit, evil.ledger.heads
    profile = Profile(EVIL, EVIL, EVIL, grounds=(EVIL,), signer=EVIL)
    evil.record(record_profile(heads, evil.agreement, unit, profile, OwnTexts(EVIL)))
    periods = PeriodsDialog(evil, window)
    periods.show()
    periods.form.name.setText(EVIL)
    with qtbot.waitSignal(periods.form.closed, timeout=LONG):
        periods.form.close_period()
    (closing,) = closings(evil.ledger.heads)
    sheet = Sheet([[EVIL] * 2] * 2, {use: field_label(use) for use in USES}, TODAY)
    preview = PreviewDialog(window.reporting.source, window)
    dialogs: list[QDialog] = [
        *(SettingsDialog(evil, lambda: None, window), AboutDialog(Path(EVIL), window)),
        *(ArticleDialog(evil.agreement, window), PasteDialog(sheet, EVIL, window)),
        *(ProfileDialog(evil, window.reporting.source, window), PastDialog(evil, window)),
        *(periods, MovesDialog(evil, closing, window), preview),
    ]
    with qtbot.waitSignal(preview.ready, timeout=LONG):
        for dialog in dialogs:
            dialog.show()
    assert [fault for dialog in dialogs for fault in faults(dialog)] == []
    for dialog in dialogs:
        dialog.close()
