"""Draws the program's icon at every size that Windows asks for.

Carried out by the Windows interpreter, whose Qt draws it: `python icon.py FROM.svg TO.ico`.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)


def drawn(renderer: QSvgRenderer, side: int) -> bytes:
    """The icon of this size, as PNG."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """An .ico file: a heading, a line a picture, the pictures."""
    lines, offset = b"", 6 + 16 * len(pictures)
    for side, picture in pictures.items():
        lines += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + lines + b"".join(pictures.values())


if __name__ == "__main__":
    source, target = sys.argv[1:]
    svg = QSvgRenderer(source)
    Path(target).write_bytes(icon_file({side: drawn(svg, side) for side in SIZES}))
