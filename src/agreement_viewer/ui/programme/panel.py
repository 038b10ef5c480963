"""The programme's column: what was signed, by whom, and how it was published."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui import theme
from agreement_viewer.ui.programme.content import ITEM, PUBLISHED, ProgrammeContent
from agreement_viewer.ui.programme.prose import Prose
from agreement_viewer.ui.programme.prose_writer import ProseWriter
from agreement_viewer.ui.session import Session

_SMALLEST = QSize(260, 160)


class ProgrammePanel(QWidget):
    """Shows the agreement of `session`; nothing in it can be changed."""

    item_requested = Signal(str)
    """Show the item with this id in the list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unfolded: set[str] = set()
        self.text = Prose(translate("Programme", "The programme as signed"), self._write, self)
        self.text.link_activated.connect(self._follow)
        self.article_button = QPushButton(translate("Programme", "As published…"), self)
        self.article_button.clicked.connect(self._show_article)
        self._lay_out()
        session.opened.connect(self._show_other)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        foot.addWidget(self.article_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(_SMALLEST)

    def _write(self, writer: ProseWriter) -> None:
        ProgrammeContent(writer, self._session.agreement, self._unfolded).write()

    def _show_other(self) -> None:
        self._unfolded.clear()
        self.text.verticalScrollBar().setValue(0)
        self.text.rewrite()

    def _follow(self, target: str) -> None:
        if target.startswith(ITEM):
            self.item_requested.emit(target.removeprefix(ITEM))
        elif target.startswith(PUBLISHED):
            self._unfolded ^= {target}
            self.text.rewrite()
            self.text.select_link(target)

    def _show_article(self) -> None:
        from agreement_viewer.ui.programme.article import ArticleDialog

        ArticleDialog(self._session.agreement, self).open()
