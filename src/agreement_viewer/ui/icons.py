"""Icons: outlines from the font that qtawesome brings, painted in the colours of the moment.

Only the font file and its character map are read, for several icons at once, and neither is kept:
that would be 3 MB. Importing the qtawesome package itself costs some 130 ms and 20 MB, because QtPy
looks up every name of Qt, and on Windows qtawesome installs its twelve fonts for the user.
"""

import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QRawFont,
)
from PySide6.QtWidgets import QApplication

from agreement_viewer.resources import resource

PREFIX: Final = "mdi6."
_FILES: Final = "materialdesignicons6-webfont-"
_GRID: Final = 24.0
"""The side of the square that every glyph is drawn on; its baseline lies at `_BASELINE`."""
_BASELINE: Final = 21.0


def icons(*names: str) -> list[QIcon]:
    """The icons of these names, such as "mdi6.printer-outline"; they follow the theme.

    Raises KeyError for a name that the font does not have.
    """
    return [QIcon(_OutlineEngine(outline)) for outline in _outlines(names)]


def icon(name: str) -> QIcon:
    """One icon alone."""
    return icons(name)[0]


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource("icons", "agreement-viewer.svg")))


def _outlines(names: Iterable[str]) -> list[QPainterPath]:
    file, characters = _files()
    known = characters.read_text("ascii")
    font = QRawFont(str(file), _GRID, QFont.HintingPreference.PreferNoHinting)
    return [_outline(font, known, name.removeprefix(PREFIX)) for name in names]


def _outline(font: QRawFont, known: str, name: str) -> QPainterPath:
    found = re.search(rf'"{re.escape(name)}":\s*"(\w+)"', known)
    if found is None:
        raise KeyError(name)
    glyph = font.glyphIndexesForString(chr(int(found[1], 16)))[0]
    return font.pathForGlyph(glyph).translated(0, _BASELINE)


def _files() -> tuple[Path, Path]:
    """The font, and its map from names to characters."""
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome")
    folder = Path(spec.submodule_search_locations[0], "fonts")
    (file,) = folder.glob(f"{_FILES}*.ttf")
    (characters,) = folder.glob(f"{_FILES}charmap-*.json")
    return file, characters


class _OutlineEngine(QIconEngine):
    """Fills an outline, anew at each painting: sharp at any scale, right in any theme."""

    def __init__(self, outline: QPainterPath) -> None:
        super().__init__()
        self._outline = outline

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        side = min(rect.width(), rect.height())
        square = QRectF(rect.left(), rect.top(), side, side)
        square.moveTop(rect.top() + (rect.height() - side) / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(square.topLeft())
        painter.scale(side / _GRID, side / _GRID)
        painter.fillPath(self._outline, QApplication.palette().color(*_ink(mode)))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)  # Qt's own way leaves whatever was in memory
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _OutlineEngine(self._outline)


def _ink(mode: QIcon.Mode) -> tuple[QPalette.ColorGroup, QPalette.ColorRole]:
    if mode is QIcon.Mode.Selected:
        return QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText
    if mode is QIcon.Mode.Disabled:
        return QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
    return QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText
