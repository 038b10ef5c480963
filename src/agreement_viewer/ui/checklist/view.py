"""The list itself: one column, every row drawn by the delegate, no widget per row."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QTreeView, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ui.checklist.delegate import ChecklistDelegate, Part
from agreement_viewer.ui.checklist.model import ChecklistModel
from agreement_viewer.ui.checklist.rows import AddRow, ItemRow, Row, SectionRow

AIM_MS: Final = 500
"""So long a click may take that was begun before the rows moved."""
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Press(NamedTuple):
    """Where the mouse went down. The row may have moved by the time that it goes up: a name that
    was being typed is saved when the field is left."""

    row: QPersistentModelIndex
    part: Part
    point: QPoint

    def is_click(self, release: QMouseEvent) -> bool:
        """Whether the mouse went up where it went down."""
        way = release.position().toPoint() - self.point
        return self.row.isValid() and way.manhattanLength() < QApplication.startDragDistance()


class ChecklistView(QTreeView):
    """Shows `rows`, and remembers by id which rows the officer has opened."""

    mark_clicked = Signal()
    """The mark of the current row was clicked."""
    add_wanted = Signal()
    """The current row, which adds a task, was clicked, or Enter was pressed on it."""
    typed = Signal(str)
    """Letters were typed, which are no command: they are to be looked for."""
    moved = Signal()
    """Rows may lie elsewhere than before."""

    def __init__(self, rows: ChecklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._row_width = self.width()
        self._opened: set[str] = set()
        self._closed_sections: set[str] = set()
        self._pressed: _Press | None = None
        self._shifted = QElapsedTimer()
        self.setAccessibleName(translate("Checklist", "Checklist"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        # by pixels Qt would measure every row of a search, not only those in sight
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.rows_delegate = ChecklistDelegate(self, rows)
        self.setItemDelegate(self.rows_delegate)
        self.setModel(rows)
        self.expanded.connect(self._remember)
        self.collapsed.connect(self._remember)
        self.restore_expansion()

    def current_row(self) -> Row | None:
        """The row that keys act on."""
        return self.rows.row_at(self.currentIndex())

    def go_to(self, row: Row) -> None:
        """Make `row` the current one, opening what lies above it; the focus stays where it is."""
        above = row.parent
        while above:
            self.expand(self.rows.index_of(above))
            above = above.parent
        index = self.rows.index_of(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def restore_expansion(self, also: Iterable[str] = ()) -> None:
        """Open what the officer had opened, and the items `also`; close the rest."""
        opened = self._opened.union(also)
        with QSignalBlocker(self):  # what is opened here is not the officer's doing
            for section in self.rows.tree.shown:
                index = self.rows.index_of(section)
                self.setExpanded(index, section.id not in self._closed_sections)
                for item in section.shown:
                    self.setExpanded(self.rows.index_of(item), item.id in opened)

    def forget_expansion(self) -> None:
        """Another list is shown: what was open says nothing about it."""
        self._opened.clear()
        self._closed_sections.clear()

    def _remember(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        is_open = self.isExpanded(index)
        if isinstance(row, SectionRow) and is_open:
            self._closed_sections.discard(row.id)
        elif isinstance(row, SectionRow):
            self._closed_sections.add(row.id)
        elif isinstance(row, ItemRow) and is_open:
            self._opened.add(row.id)
        elif isinstance(row, ItemRow) and not self.rows.criteria.is_active:
            self._opened.discard(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes a row, or adds a task; a word that is typed is looked for.

        Were it not, the space behind it would tick the row.
        """
        row = self.current_row()
        held = event.modifiers() & _COMMANDING
        if event.key() in _OPENING_KEYS and not event.modifiers():
            if isinstance(row, AddRow):
                self.add_wanted.emit()
            else:
                self._toggle(self.currentIndex())
        elif (letters := event.text().strip()) and letters.isprintable() and not held:
            self.typed.emit(letters)
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        self.setExpanded(index, not self.isExpanded(index))

    def shift(self) -> None:
        """A strip above has come or gone: what a mouse over the list is aimed at lies elsewhere."""
        viewport = self.viewport()
        if viewport.rect().contains(viewport.mapFromGlobal(QCursor.pos())):
            self._shifted.start()

    def _is_aimed(self) -> bool:
        return not self._shifted.isValid() or self._shifted.hasExpired(AIM_MS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed; it acts when it is released there."""
        if not self._is_aimed():
            return
        super().mousePressEvent(event)
        self._pressed = self._press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open or close a row; a mark has had its click, and the second takes nothing back."""
        press = self._press(event) if self._is_aimed() else None
        if press and press.part is Part.REST:
            self._toggle(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sign opens, on the mark ticks, on the last row adds."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or not pressed.is_click(event):
            return
        match pressed.part:
            case Part.CHEVRON:
                self._toggle(self.currentIndex())
            case Part.MARK:
                self.mark_clicked.emit()
            case Part.ADD:
                self.add_wanted.emit()

    def _press(self, event: QMouseEvent) -> _Press | None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.rows.row_at(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return None
        part = self.rows_delegate.part_at(row, self.visualRect(index), point)
        return _Press(QPersistentModelIndex(index), part, point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._row_width = event.size().width()
        if self.rows_delegate.measure(self._row_width):
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to new fonts; draw them in new colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.rows_delegate.measure(self._row_width)
            self.scheduleDelayedItemsLayout()

    def updateEditorGeometries(self) -> None:
        """Qt calls this whenever rows have moved."""
        super().updateEditorGeometries()
        self.moved.emit()
