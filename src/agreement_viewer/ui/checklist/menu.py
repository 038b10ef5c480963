"""A button with a menu of choices: one of them, or several at once."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from agreement_viewer.ui import theme
from agreement_viewer.ui.checklist.draw import draw_chevron, draw_line
from agreement_viewer.ui.theme import Type
from agreement_viewer.ui.tooltip import as_tip

_NARROWEST: Final = 6
"""The least room for a button, in line heights."""
_SIGN: Final = 0.75
"""The side of the sign of a menu, in line heights."""


class Choice(NamedTuple):
    """One line of the menu; `value` stands for it."""

    value: str
    text: str
    icon: QIcon | None = None


class _StayingMenu(QMenu):
    """A menu in which several lines can be ticked before it closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


class ChoiceButton(QToolButton):
    """Says what is chosen; opens the menu to choose otherwise."""

    changed = Signal()
    opening = Signal()
    """The menu is about to be seen: the last moment to `offer` other choices."""

    def __init__(self, label: str, *, several: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._several = several
        self._chosen: tuple[Choice, ...] = ()
        self._offered: tuple[Choice, ...] = ()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        menu = _StayingMenu(self) if several else QMenu(self)
        menu.aboutToShow.connect(self.opening)
        self.setMenu(menu)
        self._show_chosen()

    @property
    def chosen(self) -> frozenset[str]:
        """The values chosen; none asks for nothing."""
        return frozenset(choice.value for choice in self._chosen)

    def offer(self, choices: Iterable[Choice], none: str = "") -> None:
        """Make `choices` the lines of the menu; `none` is a first line that chooses nothing."""
        offered = tuple(choices)
        menu = self.menu()
        menu.clear()
        group = None if self._several else QActionGroup(menu)
        if none:
            offered = (Choice("", none), *offered)
        for choice in offered:
            action = menu.addAction(choice.icon or QIcon(), choice.text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice in self._chosen or (not choice.value and not self._chosen))
            action.triggered.connect(lambda _, choice=choice: self._take(choice))
            if group:
                group.addAction(action)
        self._offered = offered

    def choose(self, values: Iterable[str]) -> None:
        """Choose exactly these of the lines offered, without announcing it."""
        wanted = frozenset(values)
        self._chosen = tuple(choice for choice in self._offered if choice.value in wanted)
        for action, choice in zip(self.menu().actions(), self._offered, strict=True):
            action.setChecked(choice.value in wanted or (not choice.value and not wanted))
        self._show_chosen()

    def _take(self, choice: Choice) -> None:
        if not choice.value:
            self._chosen = ()
        elif not self._several:
            self._chosen = (choice,)
        elif choice in self._chosen:
            self._chosen = tuple(other for other in self._chosen if other != choice)
        else:
            self._chosen = (*self._chosen, choice)
        self._show_chosen()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        """Text and the sign of a menu behind it."""
        metrics = QFontMetrics(self._font())
        text = metrics.horizontalAdvance(self.text())
        return QSize(text + self._sign() + 2 * theme.S + theme.XS, metrics.height() + theme.S)

    def minimumSizeHint(self) -> QSize:
        """Where room is short the text ends in "…"."""
        size = self.sizeHint()
        return QSize(min(size.width(), self.fontMetrics().height() * _NARROWEST), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The style's button, with the same sign for a menu as the list has for its rows."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.features = QStyleOptionToolButton.ToolButtonFeature.None_
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        box, side = QRectF(self.rect()), self._sign()
        sign = QRectF(box.right() - theme.S - side, box.top(), side, box.height())
        draw_chevron(painter, sign, expanded=True)
        box.adjust(theme.S, 0, -theme.S - side, 0)
        colour = theme.colour("accent" if self._chosen else "text")
        draw_line(painter, box, self.text(), self._font(), colour)

    def _sign(self) -> int:
        return round(self.fontMetrics().height() * _SIGN)

    def _font(self) -> QFont:
        """Asked for each time: a font that is set is lost when a style sheet comes or goes."""
        return theme.font(Type.STRONG if self._chosen else Type.BODY)

    def _show_chosen(self) -> None:
        texts = [choice.text for choice in self._chosen]
        whole = f"{self._label}: {', '.join(texts)}" if texts else self._label
        short = self._label
        if len(texts) == 1:
            short = f"{self._label}: {texts[0]}"
        elif texts:
            short = f"{self._label} ({len(texts)})"
        self.setText(short)
        self.updateGeometry()
        self.setAccessibleName(whole)
        self.setToolTip(as_tip(whole) if texts else "")
