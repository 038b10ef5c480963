"""The overview's column: made when it first comes into sight, brought up to date while it is."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.session import Session

if TYPE_CHECKING:
    from agreement_viewer.ui.overview.page import OverviewPage

_SMALLEST: Final = QSize(260, 160)
_MINUTE: Final = 60_000


class OverviewPanel(QWidget):
    """Shows how far the programme of `session` is, in pictures and in figures."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.page: OverviewPage | None = None
        """The pictures; None until they are first in sight."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("Overview", "Overview"))
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._bring_up_to_date)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.follow)
        self._clock.start(_MINUTE)
        session.changed.connect(self.follow)
        session.opened.connect(self.follow)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(_SMALLEST)

    def follow(self) -> None:
        """Show the figures of this moment, several changes at once, if anybody can see them.

        Call it when the panel may have come into sight: one in a tab behind another is shown, too,
        as far as Qt is concerned.
        """
        self._soon.start(0)

    def _bring_up_to_date(self) -> None:
        if self.visibleRegion().isEmpty():
            return
        from agreement_viewer.report.overview import overview_now

        page = self._made_page()
        overview = overview_now(self._session.checklist, self._session.today())
        page.show_overview(overview, past=self._session.past is not None)
        self.setAccessibleDescription(
            " ".join(
                f"{picture.accessibleName()}. {picture.accessibleDescription()}"
                for picture in page.pictures
                if not picture.isHidden()
            )
        )

    def _made_page(self) -> "OverviewPage":
        if self.page is None:
            from agreement_viewer.ui.overview.page import OverviewPage

            self.page = OverviewPage(self)
            self._layout.addWidget(self.page)
            self.page.show()
            self.setFocusProxy(self.page.pictures[0])
        return self.page
