"""How far everything is, above the checklist: a bar, and items and tasks counted apart."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Progress
from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import draw_bar, draw_line
from agreement_viewer.ui.checklist.words import dropped_label
from agreement_viewer.ui.theme import Type


class _Bar(QProgressBar):
    """A progress bar to screen readers, a thin line to the eye."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Checklist", "Items done"))

    def sizeHint(self) -> QSize:
        return QSize(theme.XL * 4, theme.S)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.XL * 2, theme.S)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_bar(painter, box.adjusted(0, 1, 0, -1), self.value(), self.maximum())


class _Counts(QLabel):
    """A line of text that ends in "…" where room is short."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font(Type.STRONG))
        return QSize(math.ceil(metrics.horizontalAdvance(self.text())), math.ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        height = self.sizeHint().height()
        return QSize(height * 8, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        box = QRectF(self.rect())
        font = theme.font(Type.STRONG)
        draw_line(QPainter(self), box, self.text(), font, theme.colour("text"))


class ProgressHeader(QWidget):
    """ "Items 3/9 · Tasks 7/12", and what was dropped, which is in no total."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = _Counts(self)
        self._bar = _Bar(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)

    def show_progress(self, items: Progress, tasks: Progress) -> None:
        """Show these counts."""
        parts = [
            translate("Checklist", "Items {done}/{total}", done=items.done, total=items.total)
            + _dropped(items)
        ]
        if tasks.total or tasks.dropped:
            parts.append(
                translate("Checklist", "Tasks {done}/{total}", done=tasks.done, total=tasks.total)
                + _dropped(tasks)
            )
        self._text.setText(" · ".join(parts))
        self._text.setToolTip(self._text.text())
        self._bar.setRange(0, max(items.total, 1))
        self._bar.setValue(items.done)


def _dropped(progress: Progress) -> str:
    return f" ({dropped_label(progress.dropped)})" if progress.dropped else ""
