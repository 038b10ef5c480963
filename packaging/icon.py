"""Draws the program's icon at every size that Windows asks for, and the installer's side picture.

Carried out by the Windows interpreter, whose Qt draws: `python icon.py FROM.svg ICON.ico SIDE.bmp`.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
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
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def side_picture(renderer: QSvgRenderer) -> QImage:
    """The picture at the left of the installer's last page, in the size that NSIS wants."""
    image = QImage(164, 314, QImage.Format.Format_RGB32)
    image.fill(QColor("#e8f0f9"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(34, 40, 96, 96))
    painter.end()
    return image


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """An .ico file: a heading, a line a picture, the pictures."""
    lines, offset = b"", 6 + 16 * len(pictures)
    for side, picture in pictures.items():
        lines += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + lines + b"".join(pictures.values())


if __name__ == "__main__":
    source, target, side_target = sys.argv[1:]
    svg = QSvgRenderer(source)
    Path(target).write_bytes(icon_file({side: drawn(svg, side) for side in SIZES}))
    side_picture(svg).save(side_target)
