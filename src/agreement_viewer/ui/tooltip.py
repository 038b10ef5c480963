"""Tooltips: Qt guesses whether one is HTML, so whatever somebody typed goes in escaped."""

from PySide6.QtGui import Qt


def as_tip(*paragraphs: str) -> str:
    """A tooltip that shows these texts as they are, wrapped; empty where there are none."""
    mode = Qt.WhiteSpaceMode.WhiteSpaceNormal
    return "".join(Qt.convertFromPlainText(text, mode) for text in paragraphs)
