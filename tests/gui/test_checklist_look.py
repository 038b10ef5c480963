"""How the checklist looks: it fits small screens, and paints in every appearance and size."""

import math
from collections import Counter
from collections.abc import Iterator

import pytest
from gui.checklist_room import OFFSCREEN, add_task, other_process, put, shown_panel
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import draw_frame, draw_rule
from agreement_viewer.ui.checklist.filter_bar import FilterBar
from agreement_viewer.ui.checklist.menu import ChoiceButton
from agreement_viewer.ui.checklist.panel import ChecklistPanel
from agreement_viewer.ui.checklist.progress import ProgressHeader
from agreement_viewer.ui.checklist.text import wrap
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


def colours_in(image: QImage) -> Counter[int]:
    return Counter(
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )


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
    found = colours_in(image)
    assert QColor(found.most_common(1)[0][0]).name() in (colours.base, colours.window)
    assert len(found) > 20


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


def fonts_height(panel: ChecklistPanel) -> list[int]:
    """How high the texts above the list are."""
    bar, progress = panel.findChild(FilterBar), panel.findChild(ProgressHeader)
    assert bar
    assert progress
    texts = [*bar.findChildren(ChoiceButton), *progress.findChildren(QLabel)]
    return [text.sizeHint().height() for text in texts]


def test_what_stands_above_the_list_grows_with_it(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    look = theme.Theme(qapp)
    look.apply("light", 100)
    panel = shown_panel(qtbot, session)
    before = fonts_height(panel)
    for appearance, percent in (("light", 150), ("dark", 150), ("dark", 100), ("light", 100)):
        look.apply(appearance, percent)
        share = percent / 100
        qtbot.waitUntil(
            lambda share=share: all(
                new > old * 1.25 if share > 1 else new == old
                for new, old in zip(fonts_height(panel), before, strict=True)
            )
        )


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2, 2.25])
def test_the_frame_of_a_row_stays_inside_it(scale: float) -> None:
    image = QImage(round(400 * scale), round(200 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    for top in range(40, 60):
        image.fill(Qt.GlobalColor.white)
        box = QRect(20, top, 300, 41)
        painter = QPainter(image)
        draw_frame(painter, box, QColor("red"))
        painter.setClipRect(box)
        painter.fillRect(box, Qt.GlobalColor.white)
        painter.end()
        assert set(colours_in(image)) == {QColor("white").rgb()}


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2, 2.25])
def test_every_rule_is_as_thick_as_the_others(scale: float) -> None:
    image = QImage(round(400 * scale), round(900 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for row in range(20):
        draw_rule(painter, QRect(0, row * 39, 300, 39))
    painter.end()
    drawn = [image.pixelColor(9, y).name() != "#ffffff" for y in range(image.height())]
    assert sum(drawn) == 20 * math.floor(scale)


def test_a_scroll_bar_leaves_the_rows_as_they_are(qtbot: QtBot, session: Session) -> None:
    panel = shown_panel(qtbot, session, 693, 900)
    row = panel.model.index_of(panel.model.tree.find("area-1"))
    widths, heights = range(480, 760, 3), set()
    for width in widths:
        for height in (900, 200):
            panel.resize(width, height)
            heights.add((width, panel.view.visualRect(row).height()))
    assert len(heights) == len(widths)


def test_a_filter_is_not_cut_where_there_is_room(qtbot: QtBot, session: Session) -> None:
    panel = shown_panel(qtbot, session, 900)
    panel.show_only({Timeliness.OVERDUE})
    button = panel.findChildren(ChoiceButton)[-1]
    assert button.text() == "Deadline: Not completed, overdue"
    needed = QFontMetricsF(theme.font(theme.Type.STRONG)).horizontalAdvance(button.text())
    qtbot.waitUntil(lambda: button.width() > needed + theme.L)


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
