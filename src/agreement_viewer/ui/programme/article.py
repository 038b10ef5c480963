"""The article as it was published, and every place where the program words something otherwise."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QTabWidget, QWidget

from agreement_viewer.agreement import Agreement
from agreement_viewer.i18n import translate
from agreement_viewer.ui.dialog import LARGEST, Dialog
from agreement_viewer.ui.programme.content import write_marked
from agreement_viewer.ui.programme.prose import Prose
from agreement_viewer.ui.programme.prose_writer import ProseWriter
from agreement_viewer.ui.programme.wording import proofreadings
from agreement_viewer.ui.theme import Type

_SIZE = QSize(LARGEST.width() - 80, LARGEST.height())
_SHARES = (18, 41, 41)
"""The widths of place, shown and published wording, per cent."""


class ArticleDialog(Dialog):
    """Read-only; everything in it can be selected and copied."""

    def __init__(self, agreement: Agreement, parent: QWidget | None = None) -> None:
        self._agreement = agreement
        self._changes = proofreadings(agreement)
        tabs = QTabWidget()
        self.article = self._article()
        self.changes = Prose(translate("Article", "Differences in wording"), self._write)
        tabs.addTab(self.article, translate("Article", "The article"))
        tabs.addTab(
            self.changes,
            translate("Article", "Differences in wording ({count})", count=len(self._changes)),
        )
        tabs.setAccessibleName(translate("Article", "As published"))
        close = QDialogButtonBox.StandardButton.Close
        super().__init__(translate("Article", "As published"), tabs, close, parent, _SIZE)
        self.article.setFocus()

    def _article(self) -> QPlainTextEdit:
        article = QPlainTextEdit(self._agreement.source.article)
        article.setReadOnly(True)
        article.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        article.setTabChangesFocus(True)
        article.setAccessibleName(translate("Article", "The article"))
        return article

    def _write(self, writer: ProseWriter) -> None:
        writer.paragraph()
        writer.run(
            translate(
                "Article",
                "Slips of the pen are put right on screen; what was published is kept beside it."
                " Underlined words differ.",
            ),
            colour="muted",
        )
        head, *rows = writer.table(len(self._changes) + 1, _SHARES)
        titles = (
            translate("Article", "Place"),
            translate("Article", "As shown"),
            translate("Article", "As published"),
        )
        for cell, title in zip(head, titles, strict=True):
            cell.run(title, Type.STRONG, "muted")
        for (place, shown, published), change in zip(rows, self._changes, strict=True):
            wording = change.wording
            place.run(change.place, colour="muted")
            write_marked(shown, wording.text, wording.as_published)
            write_marked(published, wording.as_published, wording.text)
