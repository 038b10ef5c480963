"""What Qt draws by itself is Vietnamese: real widgets of every kind, spoken and right-clicked."""

import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest
from gui.qt_text import QtText, open_context_menu, recorded_qt_texts, speak
from PySide6 import QtWidgets as W
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup, QUndoStack
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.resources import resource
from agreement_viewer.ui.qt_translation import install_qt_translation

# What the offscreen platform and a machine without printers say in passing.
pytestmark = [
    pytest.mark.qt_log_ignore(
        "This plugin does not support", "Cannot be used on non-native printers", extend=True
    )
]


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    install_qt_translation(qapp, "vi")
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def date_edit() -> QWidget:
    edit = W.QDateEdit()
    edit.setCalendarPopup(True)
    return edit


def combo_box(editable: bool) -> QWidget:
    box = W.QComboBox(editable=editable)
    box.addItems(["Đơn vị B", "Đơn vị C"])
    return box


def narrow_tabs() -> QWidget:
    tabs = W.QTabWidget(tabsClosable=True)
    for number in range(9):
        tabs.addTab(QWidget(), f"Thẻ {number}")
    tabs.resize(100, 100)
    return tabs


def checkable_tree() -> QWidget:
    tree = W.QTreeWidget()
    tree.setHeaderLabels(["Nội dung", "Tình trạng"])
    item = W.QTreeWidgetItem(["Nội dung 1", ""])
    item.setCheckState(0, Qt.CheckState.Checked)
    item.addChild(W.QTreeWidgetItem(["Nhiệm vụ 1", ""]))
    tree.addTopLevelItem(item)
    tree.expandAll()
    return tree


def main_window() -> QWidget:
    window = W.QMainWindow()
    dock = W.QDockWidget("Chi tiết")
    dock.setWidget(W.QLabel("Lễ ký kết"))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    toolbar = window.addToolBar("Thanh công cụ")
    menu = window.menuBar().addMenu("&Tệp")
    for key in ("Ctrl+Space", "Alt+Left", "Shift+Del", "PgUp", "F5"):
        action = QAction(f"Chức năng {key}", window, checkable=key == "F5")
        action.setShortcut(QKeySequence(key))
        toolbar.addAction(action)
        menu.addAction(action)
    window.setCentralWidget(checkable_tree())
    window.resize(200, 200)
    return window


def all_buttons() -> QWidget:
    box = W.QDialogButtonBox()
    for button in W.QDialogButtonBox.StandardButton:
        if button != W.QDialogButtonBox.StandardButton.NoButton:
            box.addButton(button)
    return box


def error_message() -> QWidget:
    box = W.QErrorMessage()
    box.showMessage("Không đọc được tệp")
    return box


def wizard() -> QWidget:
    dialog = W.QWizard(options=W.QWizard.WizardOption.HaveHelpButton)
    for _ in range(3):
        dialog.addPage(W.QWizardPage())
    return dialog


def undo_actions() -> QWidget:
    widget = QWidget()
    for maker in (QUndoStack(widget), QUndoGroup(widget)):
        widget.addActions([maker.createUndoAction(widget), maker.createRedoAction(widget)])
    return widget


WIDGETS: dict[str, Callable[[], QWidget]] = {
    "line edit": lambda: W.QLineEdit("Đơn vị B", clearButtonEnabled=True),
    "text edit": lambda: W.QTextEdit("Đơn vị B"),
    "plain text edit": lambda: W.QPlainTextEdit("Đơn vị B"),
    "text browser": W.QTextBrowser,
    "label": lambda: W.QLabel('<a href="x">Đơn vị B</a>'),
    "push button": lambda: W.QPushButton("Lưu"),
    "check box": lambda: W.QCheckBox("Hoàn thành"),
    "radio button": lambda: W.QRadioButton("Hoàn thành"),
    "group box": lambda: W.QGroupBox("Thời hạn", checkable=True),
    "combo box": lambda: combo_box(editable=False),
    "editable combo box": lambda: combo_box(editable=True),
    "spin box": W.QSpinBox,
    "date edit": date_edit,
    "12-hour clock": lambda: W.QDateTimeEdit(displayFormat="hh:mm ap AP"),
    "calendar": W.QCalendarWidget,
    "key sequence edit": W.QKeySequenceEdit,
    "slider": W.QSlider,
    "scroll bar": W.QScrollBar,
    "progress bar": W.QProgressBar,
    "tabs": narrow_tabs,
    "tree": checkable_tree,
    "table": lambda: W.QTableWidget(2, 2),
    "main window": main_window,
    "message box": lambda: QMessageBox(detailedText="Chi tiết"),
    "dialog buttons": all_buttons,
    "error message": error_message,
    "input dialog": W.QInputDialog,
    "progress dialog": lambda: W.QProgressDialog(labelText="Đang in"),
    "wizard": wizard,
    "undo and redo": undo_actions,
    "print dialog": QPrintDialog,
    "page setup": QPageSetupDialog,
    "print preview": QPrintPreviewDialog,
}

EDITING = ["&Hoàn tác", "&Làm lại", "&Cắt", "&Sao chép", "&Dán", "Xóa", "Chọn tất cả"]
STEPPING = [*EDITING[:-1], "Chọn &tất cả", "Tă&ng", "&Giảm"]
SCROLLING = ["Cuộn đến đây", "Đầu", "Cuối", "Lên một trang", "Xuống một trang"]
MENUS: dict[str, tuple[Callable[[], QWidget], list[str]]] = {
    "line edit": (W.QLineEdit, EDITING),
    "text edit": (W.QTextEdit, EDITING),
    "plain text edit": (W.QPlainTextEdit, EDITING),
    "text browser": (W.QTextBrowser, ["&Sao chép", "Sao chép đị&a chỉ liên kết", "Chọn tất cả"]),
    "spin box": (W.QSpinBox, STEPPING),
    "date edit": (date_edit, STEPPING),
    "scroll bar": (W.QScrollBar, [*SCROLLING, "Cuộn lên", "Cuộn xuống"]),
}


@pytest.mark.parametrize("kind", WIDGETS)
def test_a_widget_lacks_no_vietnamese(vietnamese: QApplication, qtbot: QtBot, kind: str) -> None:
    with recorded_qt_texts(vietnamese) as missing:
        widget = WIDGETS[kind]()
        qtbot.addWidget(widget)
        widget.show()
        widget.grab()
        speak(widget)
    assert missing == []


@pytest.mark.parametrize("kind", MENUS)
def test_a_context_menu_is_vietnamese(vietnamese: QApplication, qtbot: QtBot, kind: str) -> None:
    make, expected = MENUS[kind]
    with recorded_qt_texts(vietnamese) as missing:
        widget = make()
        qtbot.addWidget(widget)
        widget.show()
        texts = open_context_menu(widget)
    assert [text.partition("\t")[0] for text in texts] == expected
    assert missing == []


@pytest.mark.parametrize("mode", QFileDialog.FileMode)
@pytest.mark.parametrize("accepting", QFileDialog.AcceptMode)
def test_qts_file_dialog_lacks_no_vietnamese(
    vietnamese: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    mode: QFileDialog.FileMode,
    accepting: QFileDialog.AcceptMode,
) -> None:
    for name in ("quyet-dinh.pdf", "bao-cao.docx", "so-lieu.xlsx", "anh.jpg", "nen.zip"):
        (tmp_path / name).touch()
    with recorded_qt_texts(vietnamese) as missing:
        dialog = QFileDialog(None, "", str(tmp_path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setViewMode(QFileDialog.ViewMode.Detail)
        dialog.setFileMode(mode)
        dialog.setAcceptMode(accepting)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.grab()
        speak(dialog)
    assert missing == []


def test_asking_before_overwriting_is_vietnamese(
    vietnamese: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "bao-cao.pdf").touch()
    questions = []

    def decline() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        speak(box)
        questions.append(box.text())
        box.reject()

    with recorded_qt_texts(vietnamese) as missing:
        dialog = QFileDialog(None, "", str(tmp_path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("bao-cao.pdf")
        qtbot.addWidget(dialog)
        dialog.show()
        QTimer.singleShot(0, decline)
        dialog.accept()
    assert questions == ["Đã có bao-cao.pdf.\nThay thế tệp này?"]
    assert missing == []


def test_about_qt_is_vietnamese(vietnamese: QApplication) -> None:
    titles = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        speak(box)
        titles.append(box.windowTitle())
        box.close()

    with recorded_qt_texts(vietnamese) as missing:
        QTimer.singleShot(0, close)
        QMessageBox.aboutQt(None)
    assert titles == ["Giới thiệu Qt"]
    assert missing == []


def test_keys_mean_the_same_under_their_vietnamese_names(vietnamese: QApplication) -> None:
    keys = [QKeySequence(key) for key in Qt.Key]
    named = [key for key in keys if QKeySequence.fromString(key.toString()) == key]
    with recorded_qt_texts(vietnamese) as missing:
        for key in named:
            shown = key.toString(QKeySequence.SequenceFormat.NativeText)
            assert QKeySequence(shown) == key
            assert QKeySequence(key.toString()) == key
    assert missing == []


def test_days_months_and_numbers_are_vietnamese(vietnamese: QApplication) -> None:
    locale = QLocale()
    assert locale.standaloneDayName(1) == "Thứ Hai"
    assert locale.standaloneMonthName(8) == "Tháng 8"
    assert locale.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert locale.toString(1234.5, "f", 1) == "1.234,5"


def test_english_is_left_as_qt_has_it(qapp: QApplication) -> None:
    before = QLocale()
    install_qt_translation(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale() == before


def test_the_recorder_hears_a_removed_entry(
    vietnamese: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    removed = QtText("QLineEdit", "&Paste", "")
    tree = ET.parse(resource("translations", "qtbase_vi.ts"))
    context = next(c for c in tree.iter("context") if c.findtext("name") == removed.context)
    message = next(m for m in context.iter("message") if m.findtext("source") == removed.source)
    context.remove(message)
    shortened = tmp_path / "shortened.ts"
    tree.write(shortened, encoding="utf-8")
    catalogue = tmp_path / "shortened.qm"
    lrelease = which("pyside6-lrelease", path=sysconfig.get_path("scripts"))
    assert lrelease is not None
    subprocess.run([lrelease, "-silent", shortened, "-qm", catalogue], check=True)

    with recorded_qt_texts(vietnamese, catalogue) as missing:
        edit = W.QLineEdit()
        qtbot.addWidget(edit)
        edit.show()
        texts = open_context_menu(edit)
    assert missing == [removed]
    assert [text.partition("\t")[0] for text in texts][4] == removed.source


def test_a_text_is_missing_once_however_often_it_is_asked_for(vietnamese: QApplication) -> None:
    with recorded_qt_texts(vietnamese) as missing:
        for _ in range(3):
            assert QCoreApplication.translate("QLineEdit", "Brand new", "menu") == "Brand new"
    assert missing == [QtText("QLineEdit", "Brand new", "menu")]
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "&Dán"
