"""How the checklist looks: it fits small screens, and paints in every appearance and size."""

from collections.abc import Iterator

import pytest
from gui.checklist_room import OFFSCREEN, add_task, other_process, put, shown_panel
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.status import Status
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist_panel import ChecklistPanel
from agreement_viewer.ui.checklist_text import wrap
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.status_mark import status_icon

pytestmark = OFFSCREEN
LONG = "Nghiên cứu, đề xuất giải pháp bảo đảm an ninh, trật tự trên địa bàn thành phố " * 5


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


def fill(session: Session) -> None:
    """Everything that a row can show."""
    for item, status in zip(session.agreement.items, Status, strict=False):
        put(session, item.id, "status", status)
    dues = ["q1/2025", "30/11/2025", "2025", "thường xuyên", "sau khi Luật mới có hiệu lực", "2026"]
    for number, due in enumerate(dues, start=1):
        add_task(session, "area-1", LONG, deadline=due)
        add_task(session, "area-2", f"Việc {number}", deadline=due, status="done")
    with other_process(session) as other:
        put(other, "area-1", "note", "của bên kia")
        session.perform([Edit.set("area-1", "note", "của bên này")])
    session.refresh()


def picture(panel: ChecklistPanel) -> QImage:
    return panel.grab().toImage()


def colours_in(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize(("width", "percent"), [(360, 200), (560, 100), (693, 125), (1200, 80)])
def test_everything_is_painted_in_every_appearance_and_size(
    qtbot: QtBot,
    qapp: QApplication,
    session: Session,
    appearance: str,
    width: int,
    percent: int,
) -> None:
    theme.Theme(qapp).apply(appearance, percent)
    fill(session)
    panel = shown_panel(qtbot, session, width, 900)
    panel.view.expandAll()
    image = picture(panel)
    colours = theme.DARK if appearance == "dark" else theme.LIGHT
    ground = image.pixelColor(image.width() - 60, image.height() // 2).name()
    assert ground in (colours.base, colours.window, colours.line)
    assert len(colours_in(image)) > 20


def test_all_nine_items_fit_a_small_screen(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    theme.apply_theme(qapp, "light", 100, 9)
    panel = shown_panel(qtbot, session, 673, 440)
    panel.search.hide()
    last = panel.model.index_of(panel.model.tree.find("directive-4"))
    port = panel.view.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(panel.view.visualRect(last)))
    line = QFontMetricsF(qapp.font()).height()
    assert panel.view.visualRect(last).height() >= 2 * (line - 1)


def test_selection_and_focus_can_be_seen(qtbot: QtBot, session: Session) -> None:
    panel = shown_panel(qtbot, session)
    focused = picture(panel)
    panel.search.setFocus()
    selected = panel.view.grab().toImage()
    panel.focus_list()
    assert panel.view.grab().toImage() != selected
    panel.select("directive-1")
    assert picture(panel) != focused


def test_text_grows_while_the_program_runs(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    look = theme.Theme(qapp)
    look.apply("light", 100)
    panel = shown_panel(qtbot, session)
    row = panel.model.index_of(panel.model.tree.find("area-1"))
    before = panel.view.visualRect(row).height()
    look.apply("light", 150)
    qtbot.waitUntil(lambda: panel.view.visualRect(row).height() > before * 1.3)


def test_each_status_has_a_shape_of_its_own(qapp: QApplication) -> None:
    shapes = []
    for status in Status:
        image = status_icon(status).pixmap(QSize(32, 32)).toImage()
        image = image.convertToFormat(QImage.Format.Format_Alpha8)
        shapes.append(bytes(image.constBits()))
    assert len(set(shapes)) == len(Status)


def test_a_screen_reader_finds_the_rows(qtbot: QtBot, session: Session) -> None:
    panel = shown_panel(qtbot, session)
    tree = QAccessible.queryAccessibleInterface(panel.view)
    assert tree.text(QAccessible.Text.Name) == "Checklist"
    names = [tree.child(n).text(QAccessible.Text.Name) for n in range(tree.childCount())]
    assert any(name.startswith("1, Phối hợp đề xuất") and "Not started" in name for name in names)


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])),
    st.integers(30, 400),
    st.integers(1, 4),
)
def test_lines_hold_the_whole_text_or_say_that_they_do_not(
    qapp: QApplication, text: str, width: int, lines: int
) -> None:
    font = qapp.font()
    found = wrap(text, font, [width] * lines)
    assert len(found) <= lines
    kept = "".join("".join(found).split())
    whole = "".join(text.split())
    assert kept == whole or (len(found) == lines and "…" in found[-1])
    metrics = QFontMetricsF(font)
    assert all(metrics.horizontalAdvance(line) <= width + 30 for line in found[-1:])
