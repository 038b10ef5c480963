"""Writing into a text document by meaning: headings, paragraphs, links, tables. Never as HTML."""

from collections.abc import Sequence

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from agreement_viewer.ui import theme
from agreement_viewer.ui.theme import Type

_LINE_HEIGHT = 112.0
"""Per cent: Vietnamese letters carry marks above and below."""


class ProseWriter:
    """Appends at `cursor`. Every text is taken literally, whatever characters it holds."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._is_blank = True

    def title(self, text: str) -> None:
        """The words above everything."""
        self.paragraph(above=0)
        self.run(text, Type.TITLE)

    def heading(self, text: str) -> None:
        """The name of a section, in quiet capitals."""
        self.paragraph(above=theme.XL)
        font = theme.font(Type.CAPTION)
        font.setWeight(QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        self._insert(text, _looks(font, "accent"))

    def paragraph(self, above: int = theme.XS, indent: int = 0) -> None:
        """Begin a paragraph `above` pixels below the last, `indent` pixels to the right."""
        look = QTextBlockFormat()
        look.setTopMargin(0 if self._is_blank else above)
        look.setLeftMargin(indent)
        look.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._is_blank:
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look)
        self._is_blank = False

    def run(
        self, text: str, kind: Type = Type.BODY, colour: str = "text", *, underlined: bool = False
    ) -> None:
        """Words within the paragraph, in a colour of the theme."""
        look = _looks(theme.font(kind), colour)
        look.setFontUnderline(underlined)
        self._insert(text, look)

    def link(self, text: str, target: str, kind: Type = Type.BODY, colour: str = "accent") -> None:
        """Words that lead to `target`, by mouse and by keyboard."""
        look = _looks(theme.font(kind), colour)
        look.setAnchor(True)
        look.setAnchorHref(target)
        self._insert(text, look)

    def table(self, rows: int, shares: Sequence[int]) -> list[list["ProseWriter"]]:
        """A table with columns of these `shares` of the width; its cells, to be written into."""
        look = QTextTableFormat()
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
        )
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setCellSpacing(0)
        look.setBorder(0)
        look.setBorderCollapse(True)
        look.setTopMargin(theme.S)
        table = self._cursor.insertTable(rows, len(shares), look)
        self._cursor.setPosition(table.lastPosition() + 1)
        columns = range(len(shares))
        return [[_cell(table.cellAt(row, column)) for column in columns] for row in range(rows)]

    def _insert(self, text: str, look: QTextCharFormat) -> None:
        self._cursor.insertText(text, look)


def _cell(cell: QTextTableCell) -> ProseWriter:
    look = QTextTableCellFormat()
    look.setPadding(theme.S)
    look.setTopPadding(theme.XS)
    look.setBottomPadding(theme.XS)
    look.setBottomBorder(1)
    look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBottomBorderBrush(theme.colour("line"))
    cell.setFormat(look)
    return ProseWriter(cell.firstCursorPosition())


def _looks(font: QFont, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(theme.colour(colour))
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
    return look
