"""The programme's column says all that the agreement states, and what was published instead."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import Agreement, Wording, read_agreement
from agreement_viewer.ui import theme
from agreement_viewer.ui.programme.article import ArticleDialog
from agreement_viewer.ui.programme.panel import ProgrammePanel
from agreement_viewer.ui.programme.wording import marked, proofreadings
from agreement_viewer.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProgrammePanel:
    shown = ProgrammePanel(session)
    qtbot.addWidget(shown)
    shown.resize(300, 500)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.text.setFocus()
    return shown


def test_it_says_all_that_the_agreement_states_but_its_items(
    panel: ProgrammePanel, agreement: Agreement
) -> None:
    shown = panel.text.toPlainText()

    items = {item.text.text for item in agreement.items}
    for wording in wordings(agreement):
        assert wording.text in shown or wording.text in items
    for text in (
        "03/03/2022",
        agreement.event.time,
        *(party.name for party in agreement.parties),
        *(f"{who.honorific} {who.name}" for who in agreement.participants),
        *(document.number for document in agreement.documents),
        *(document.issuer for document in agreement.documents),
        "05/08/2020",
        agreement.source.publisher,
        str(agreement.source.author),
    ):
        assert text in shown


def test_each_photo_keeps_its_caption(panel: ProgrammePanel, agreement: Agreement) -> None:
    assert agreement.photos is not None

    lines = panel.text.toPlainText().splitlines()

    for number, caption in enumerate(agreement.photos.captions, start=1):
        assert [line for line in lines if line.startswith(f"{number}. {caption.text}")]


def test_tab_reaches_every_published_wording_and_enter_shows_and_hides_it(
    qtbot: QtBot, panel: ProgrammePanel, agreement: Agreement
) -> None:
    items = [item.text for item in agreement.items]
    differing = [w for w in wordings(agreement) if w.published and w not in items]
    marks = 0
    while panel.text.hasFocus():
        qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
        if panel.text.textCursor().selectedText().startswith("▸"):
            before = set(panel.text.toPlainText().splitlines())
            qtbot.keyClick(panel.text, Qt.Key.Key_Return)
            (new,) = {
                line for line in panel.text.toPlainText().splitlines() if "▾" not in line
            } - before
            assert new == differing[marks].published
            assert panel.text.textCursor().selectedText().startswith("▾")
            qtbot.keyClick(panel.text, Qt.Key.Key_Return)
            assert set(panel.text.toPlainText().splitlines()) == before
            marks += 1

    assert marks == len(differing)
    assert panel.article_button.hasFocus()


def test_a_cited_document_leads_to_the_item_that_names_it(
    qtbot: QtBot, panel: ProgrammePanel, agreement: Agreement
) -> None:
    asked: list[str] = []
    panel.item_requested.connect(asked.append)

    while panel.text.hasFocus():
        qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
        if panel.text.textCursor().selectedText() == "Nội dung chỉ đạo 4":
            qtbot.keyClick(panel.text, Qt.Key.Key_Return)

    assert asked == [document.cited_in for document in agreement.documents]


def test_another_programme_takes_its_place(
    panel: ProgrammePanel, session: Session, agreement: Agreement, agreement_bytes: bytes
) -> None:
    other = agreement_bytes.replace(b"59-NQ/TW", b"11-NQ/TU").replace(
        b'id = "can-tho-2021-2025"', b'id = "other"'
    )

    session.open(read_agreement(other, "other.toml"), other)

    assert "11-NQ/TU" in panel.text.toPlainText()
    assert "59-NQ/TW" not in panel.text.toPlainText()


def test_nothing_is_cut_off_in_the_narrowest_column_with_the_largest_text(
    panel: ProgrammePanel,
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    theme.apply_theme(app, "dark", 100, before.pointSizeF() * 2)
    try:
        panel.resize(panel.minimumSizeHint())
        QApplication.processEvents()

        assert panel.article_button.width() >= panel.article_button.sizeHint().width()
        document = panel.text.document()
        assert document.idealWidth() <= panel.text.viewport().width()
        assert not panel.text.horizontalScrollBar().isVisible()
        first = document.begin().begin().fragment().charFormat()
        assert first.foreground().color() == theme.colour("text")
        assert first.fontPointSize() == theme.font(theme.Type.TITLE).pointSizeF()
    finally:
        theme.apply_theme(app, "light", 100, before.pointSizeF())


def test_the_article_is_shown_word_for_word(
    qtbot: QtBot, panel: ProgrammePanel, agreement: Agreement
) -> None:
    dialog = opened_article(qtbot, panel)

    assert dialog.article.toPlainText() == agreement.source.article
    assert dialog.article.isReadOnly()


def test_the_article_dialog_sets_every_difference_side_by_side(
    qtbot: QtBot, panel: ProgrammePanel, agreement: Agreement
) -> None:
    dialog = opened_article(qtbot, panel)
    dialog.changes.rewrite()

    lines = dialog.changes.toPlainText().splitlines()
    for wording in wordings(agreement):
        if wording.published:
            place = lines.index(wording.text)
            assert wording.published in lines[place + 1 :]
            lines = lines[: place - 1] + lines[place + 2 :]


def test_every_wording_that_differs_is_found(agreement: Agreement) -> None:
    found = [change.wording for change in proofreadings(agreement)]

    assert sorted(found, key=str) == sorted(
        (wording for wording in wordings(agreement) if wording.published), key=str
    )


def test_differing_words_are_marked_and_nothing_is_lost(agreement: Agreement) -> None:
    for wording in wordings(agreement):
        pieces = list(marked(wording.as_published, wording.text))
        assert "".join(piece for piece, _ in pieces) == wording.as_published
        kept = [piece for piece, differs in pieces if not differs]
        assert all(word in wording.text.split() for word in "".join(kept).split())


def test_its_menu_copies_text_but_no_links(panel: ProgrammePanel) -> None:
    place = panel.text.viewport().rect().center()
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, panel.mapToGlobal(place))

    QApplication.sendEvent(panel.text.viewport(), click)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.objectName() for action in menu.actions() if action.text()] == [
        "edit-copy",
        "select-all",
    ]
    menu.close()


def test_a_screen_reader_finds_names(panel: ProgrammePanel) -> None:
    for widget in (panel.text, panel.article_button):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)


def opened_article(qtbot: QtBot, panel: ProgrammePanel) -> ArticleDialog:
    qtbot.keyClick(panel.article_button, Qt.Key.Key_Space)
    dialog = panel.findChild(ArticleDialog)
    assert isinstance(dialog, ArticleDialog)
    assert dialog.isVisible()
    return dialog


def wordings(value: Any) -> Iterator[Wording]:
    """Every wording within an agreement or a part of one."""
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from wordings(tuple(getattr(value, name) for name in value.__struct_fields__))
    elif isinstance(value, tuple):
        for entry in value:
            yield from wordings(entry)
