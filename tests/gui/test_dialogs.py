"""The small dialogs fit the smallest screen and do what their buttons say."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from office import OFFICER_A, OFFICER_B, TODAY
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QIcon
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer import __version__
from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger.pasting import Sheet
from agreement_viewer.ledger.pasting_columns import USES
from agreement_viewer.ledger.words import field_label
from agreement_viewer.store.settings import SettingsFile
from agreement_viewer.ui import theme
from agreement_viewer.ui.about_dialog import AboutDialog
from agreement_viewer.ui.dialog import Dialog
from agreement_viewer.ui.help_dialog import HelpDialog
from agreement_viewer.ui.icons import app_icon, icon
from agreement_viewer.ui.licences_dialog import LicencesDialog
from agreement_viewer.ui.paste.dialog import PasteDialog
from agreement_viewer.ui.programme.article import ArticleDialog
from agreement_viewer.ui.programme.prose import Prose
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.settings_dialog import SettingsDialog

ROOM = QSize(1040, 500)
KEYS = (
    "Space",
    "Ctrl+1",
    "Ctrl+5",
    "F2",
    "Ctrl+N",
    "Ctrl+V",
    "Enter",
    "Del",
    "Ctrl+Z",
    "Ctrl+Y",
    "Ctrl+F",
    "Ctrl+P",
    "Ctrl+E",
    "Ctrl+S",
    "Ctrl++",
    "Ctrl+-",
    "F1",
    "F6",
    "Esc",
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def restyled() -> Iterator[Callable[[str, int], None]]:
    """Changes appearance and text size (per cent), and back at the end."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    body = app.font().pointSizeF()
    yield lambda look, percent: theme.apply_theme(app, look, 100, body * percent / 100)
    theme.apply_theme(app, "light", 100, body)


def opened(dialog: Dialog) -> Dialog:
    dialog.open()
    QApplication.processEvents()
    return dialog


def pasted_rows() -> Sheet:
    rows = [["Nội dung nhiệm vụ", "Thời hạn", *["Ghi chú"] * 8], *[["Việc", "31/11/2025"] * 5] * 40]
    return Sheet(rows, {use: field_label(use) for use in USES}, TODAY)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_dialog_fits_the_smallest_screen(
    window: QWidget,
    session: Session,
    agreement: Agreement,
    restyled: Callable[[str, int], None],
    percent: int,
) -> None:
    restyled("dark", percent)
    for dialog in (
        SettingsDialog(session, lambda: None, window),
        HelpDialog(window),
        AboutDialog(session.folder.path, window),
        LicencesDialog(window),
        ArticleDialog(agreement, window),
        PasteDialog(pasted_rows(), "item 2", window),
    ):
        opened(dialog)
        assert dialog.size() == dialog.size().boundedTo(ROOM)
        assert dialog.minimumSizeHint() == dialog.minimumSizeHint().boundedTo(ROOM)
        assert dialog.isSizeGripEnabled()
        for prose in dialog.findChildren(Prose):
            assert prose.document().idealWidth() <= prose.viewport().width()
            assert QAccessible.queryAccessibleInterface(prose).text(QAccessible.Text.Name)


def test_esc_closes_a_dialog(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(HelpDialog(window))

    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_the_help_page_lists_every_key(window: QWidget) -> None:
    text = HelpDialog(window).text
    text.rewrite()

    for key in KEYS:
        assert key in text.toPlainText()


def test_about_tells_version_licences_and_where_the_data_lie(window: QWidget) -> None:
    folder = Path("a") / ("very-long-name" * 12) / "data"
    licence = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["license"]
    text = AboutDialog(folder, window).text
    text.rewrite()

    own = f"The program is free under {licence}."
    for said in (__version__, own, "LGPL-3.0", "Apache-2.0", str(folder.absolute())):
        assert said in text.toPlainText()


def test_about_leads_to_the_licences_in_full(window: QWidget) -> None:
    about = AboutDialog(Path("data"), window)
    about.licences.click()
    dialog = about.findChild(LicencesDialog)
    assert dialog is not None
    assert dialog.text.toPlainText() == Path("LICENSE").read_text("utf-8").strip()

    (typst,) = dialog.parts.findItems("typst", Qt.MatchFlag.MatchExactly)
    dialog.parts.setCurrentItem(typst)
    assert "Apache License" in dialog.text.toPlainText()


class TestSettings:
    def test_ok_keeps_everything(self, session: Session, window: QWidget) -> None:
        dialog = SettingsDialog(session, lambda: None, window)
        dialog.name.setText(f" {OFFICER_B.name} ")
        dialog.agency.setCurrentIndex(dialog.agency.findData(OFFICER_B.unit))
        dialog.language.setCurrentIndex(dialog.language.findData("en"))
        dialog.appearance.setCurrentIndex(dialog.appearance.findData("dark"))
        dialog.text_size.setValue(150)

        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()

        kept = SettingsFile(session.folder.path / "settings.json").values
        assert kept.officer == session.officer == OFFICER_B
        assert (kept.language, kept.appearance, kept.text_percent) == ("en", "dark", 150)

    def test_the_appearance_applies_at_once_and_cancel_takes_it_back(
        self, session: Session, window: QWidget
    ) -> None:
        seen: list[tuple[str, int]] = []
        settings = session.settings
        dialog = SettingsDialog(
            session, lambda: seen.append((settings.appearance, settings.text_percent)), window
        )
        dialog.name.setText(OFFICER_B.name)

        dialog.appearance.setCurrentIndex(dialog.appearance.findData("light"))
        dialog.text_size.setValue(200)
        dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

        assert seen == [("light", 100), ("light", 200), ("system", 100)]
        assert session.officer == OFFICER_A

    def test_it_shows_what_is_set(self, session: Session, window: QWidget) -> None:
        dialog = SettingsDialog(session, lambda: None, window)

        assert dialog.name.text() == OFFICER_A.name
        assert dialog.agency.currentData() == OFFICER_A.unit
        assert dialog.language.currentData() == "vi"
        assert dialog.appearance.currentData() == "system"
        assert dialog.text_size.value() == 100
        assert (dialog.text_size.minimum(), dialog.text_size.maximum()) == (80, 200)

    def test_it_begins_with_the_name(self, qtbot: QtBot, session: Session, window: QWidget) -> None:
        dialog = SettingsDialog(session, lambda: None, window)
        opened(dialog)

        qtbot.waitUntil(dialog.name.hasFocus)
        assert dialog.name.selectedText() == OFFICER_A.name

    def test_what_cannot_be_kept_is_told_and_stays(self, session: Session, window: QWidget) -> None:
        path = session.folder.path / "settings.json"
        path.unlink()
        path.mkdir()
        dialog = SettingsDialog(session, lambda: None, window)
        opened(dialog)

        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()

        assert dialog.isVisible()
        assert dialog.fault.isVisible()
        assert str(path) in dialog.fault.text

    def test_every_field_has_a_name(self, session: Session, window: QWidget) -> None:
        dialog = SettingsDialog(session, lambda: None, window)

        for field in (
            dialog.name,
            dialog.agency,
            dialog.language,
            dialog.appearance,
            dialog.text_size,
        ):
            assert field.accessibleName()


@pytest.mark.usefixtures("qapp")
class TestIcons:
    def test_an_icon_follows_the_theme(self, restyled: Callable[[str, int], None]) -> None:
        restyled("light", 100)
        printer = icon("mdi6.printer-outline")
        light = ink(printer)
        restyled("dark", 100)

        assert light == theme.LIGHT.text
        assert ink(printer) == theme.DARK.text
        assert ink(printer, QIcon.Mode.Disabled) == theme.DARK.muted

    def test_a_name_that_is_none_is_a_fault_of_ours(self) -> None:
        with pytest.raises(KeyError):
            icon("mdi6.no-such-icon")

    @pytest.mark.parametrize("size", [16, 32, 256])
    def test_the_program_has_its_own(self, size: int) -> None:
        picture = app_icon().pixmap(size, size).toImage()

        assert picture.size() == QSize(size, size)
        assert picture.pixelColor(size // 4, size // 5).name() == theme.LIGHT.accent
        assert picture.pixelColor(0, 0).alpha() == 0


def ink(picture: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """The colour of the icon's most opaque point."""
    image = picture.pixmap(QSize(96, 96), 1.0, mode).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    points = (image.pixelColor(x, y) for x in range(96) for y in range(96))
    return max(points, key=lambda point: point.alpha()).name()
