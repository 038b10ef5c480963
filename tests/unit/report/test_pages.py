"""The pages for screen and printer, against the PDF: the same picture from two renderers."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot
from unit.report.readers import run
from unit.report.test_pdf import busy_desk

from agreement_viewer.report.typst import Typeset

DOTS_PER_INCH = 100


@pytest.fixture(scope="module")
def typeset() -> Typeset:
    return Typeset(busy_desk().report())


def drawn_by_qt(page: bytes, width: int, height: int) -> Image.Image:
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFFFF)
    renderer = QSvgRenderer(QByteArray(page))
    points = renderer.viewBoxF().size()
    painter = QPainter(image)
    renderer.render(painter, QRectF(QPointF(), points * (DOTS_PER_INCH / 72)))
    painter.end()
    pixels = bytes(image.constBits())
    return Image.frombytes("L", (width, height), pixels, "raw", "L", image.bytesPerLine())


def ink_without_counterpart(picture: Image.Image, other: Image.Image) -> int:
    """How many dark pixels of one have nothing but white within a pixel of them in the other."""
    near = other.filter(ImageFilter.MinFilter(3))
    dark = picture.point(lambda shade: 255 if shade < 100 else 0)
    bare = near.point(lambda shade: 255 if shade > 230 else 0)
    return ImageChops.darker(dark, bare).histogram()[255]


def test_qt_draws_the_pages_as_poppler_draws_the_pdf(
    qtbot: QtBot, typeset: Typeset, tmp_path: Path
) -> None:
    """Renderers place hairlines and smooth edges differently, but by no more than one pixel."""
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(typeset.pdf())
    run("pdftoppm", "-gray", "-r", DOTS_PER_INCH, "-png", pdf, tmp_path / "page")
    pictures = sorted(tmp_path.glob("page-*.png"))
    pages = typeset.pages()
    assert len(pictures) == len(pages) > 3
    for file, page in zip(pictures, pages, strict=True):
        with Image.open(file) as picture:
            drawn = drawn_by_qt(page, *picture.size)
            ink = picture.convert("L").histogram()
            assert sum(ink[:100]) > 1000
            assert ink_without_counterpart(picture.convert("L"), drawn) == 0
            assert ink_without_counterpart(drawn, picture.convert("L")) == 0


def test_pages_are_outlines_that_need_no_font_and_no_clipping(typeset: Typeset) -> None:
    for page in typeset.pages():
        for element in (b"<clipPath", b"clip-path", b"<text", b"<image", b"<foreignObject"):
            assert element not in page
