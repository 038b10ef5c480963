"""How everything looks: one spacing scale, one accent, type sizes, light and dark colours."""

from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

XS: Final = 4
S: Final = 8
M: Final = 12
L: Final = 16
XL: Final = 24
"""Spacing in device-independent pixels; no other distances are used."""

RADIUS: Final = 6
STYLE: Final = "Fusion"
"""Qt's style that palette and style sheet are made for."""


class Colours(NamedTuple):
    """The colours of one appearance, as #rrggbb."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warning: str
    bad: str
    info_strip: str
    warning_strip: str
    bad_strip: str


LIGHT: Final = Colours(
    window="#f3f5f8",
    base="#ffffff",
    raised="#f8f9fb",
    text="#1b2430",
    muted="#5a6675",
    line="#d5dbe3",
    accent="#1d5fa8",
    on_accent="#ffffff",
    selection="#dfeaf7",
    good="#1b7a48",
    warning="#8f5a00",
    bad="#b3261e",
    info_strip="#e6f0fb",
    warning_strip="#fdf1d8",
    bad_strip="#fbe6e4",
)
DARK: Final = Colours(
    window="#1b2027",
    base="#222831",
    raised="#29303a",
    text="#e7ecf2",
    muted="#a3aebb",
    line="#3b4552",
    accent="#6db1f5",
    on_accent="#0b1a2a",
    selection="#2c415a",
    good="#5fce93",
    warning="#e9b44c",
    bad="#ff8a80",
    info_strip="#22384f",
    warning_strip="#443818",
    bad_strip="#4c2725",
)


class Type(Enum):
    """The type sizes, as a share of the body's, and their weight."""

    TITLE = (1.3, QFont.Weight.DemiBold)
    HEADING = (1.1, QFont.Weight.DemiBold)
    STRONG = (1.0, QFont.Weight.DemiBold)
    BODY = (1.0, QFont.Weight.Normal)
    CAPTION = (0.92, QFont.Weight.Normal)


def is_dark() -> bool:
    """Whether the dark appearance is in use."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours() -> Colours:
    """The colours in use; ask at each painting, they change while the program runs."""
    return DARK if is_dark() else LIGHT


def colour(name: str) -> QColor:
    """A colour in use by its name in `Colours`."""
    return QColor(getattr(colours(), name))


def font(kind: Type) -> QFont:
    """The application's font in the size and weight of `kind`."""
    share, weight = kind.value
    result = QApplication.font()
    result.setPointSizeF(result.pointSizeF() * share)
    result.setWeight(weight)
    return result


class Theme:
    """Sets palette and font of the application, and sets them anew when they change."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._body = app.font()
        self._appearance = "system"
        app.styleHints().colorSchemeChanged.connect(self._paint)

    def apply(self, appearance: str, text_percent: int) -> None:
        """`appearance` is "system", "light" or "dark"; text grows from the system's own size."""
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(scheme.get(appearance, Qt.ColorScheme.Unknown))
        body = QFont(self._body)
        body.setPointSizeF(self._body.pointSizeF() * text_percent / 100)
        if body != self._app.font():
            self._app.setFont(body)
        self._appearance = appearance
        self._paint()

    def _paint(self) -> None:
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if self._appearance != "system":  # a platform without schemes ignores the wish
            dark = self._appearance == "dark"
        wanted = DARK if dark else LIGHT
        self._app.setPalette(_palette(wanted))
        self._app.setPalette(_menu_palette(wanted), "QMenu")  # type: ignore[arg-type]  # bytes are refused
        self._app.setPalette(_box_palette(wanted), "QCheckBox")  # type: ignore[arg-type]
        self._app.setStyleSheet(_style_sheet(wanted))


def apply_theme(app: QApplication, appearance: str, text_percent: int, body_points: float) -> None:
    """For pictures and tests: a theme with a body text of `body_points`."""
    body = app.font()
    body.setPointSizeF(body_points)
    app.setFont(body)
    app.setStyle(STYLE)
    Theme(app).apply(appearance, text_percent)


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(c.window))
    for target, value in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.base),
        (role.AlternateBase, c.raised),
        (role.Text, c.text),
        (role.Button, c.raised),
        (role.ButtonText, c.text),
        (role.BrightText, c.bad),
        (role.ToolTipBase, c.raised),
        (role.ToolTipText, c.text),
        (role.PlaceholderText, c.muted),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent),
        (role.Link, c.accent),
        (role.LinkVisited, c.accent),
        (role.Accent, c.accent),
        (role.Light, c.raised),
        (role.Midlight, c.line),
        (role.Mid, c.line),
        (role.Dark, c.muted),
    ):
        palette.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(c.muted))
    return palette


def _menu_palette(c: Colours) -> QPalette:
    """In a menu the line in use has the list's ground, on which every picture can be seen."""
    palette = _palette(c)
    palette.setColor(QPalette.ColorRole.Highlight, QColor(c.selection))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(c.text))
    return palette


def _box_palette(c: Colours) -> QPalette:
    """Fusion frames a box to tick in a darker shade of the window, which dark would swallow."""
    palette = _palette(c)
    palette.setColor(QPalette.ColorRole.Window, QColor(c.muted).lighter(140))
    return palette


def _style_sheet(c: Colours) -> str:
    return f"""
        QToolTip {{ color: {c.text}; background: {c.raised}; border: 1px solid {c.line}; }}
        QMainWindow::separator {{ background: {c.line}; width: 1px; height: 1px; }}
        QToolBar {{
            background: {c.window}; border: none; border-bottom: 1px solid {c.line};
            padding: 2px {XS}px; spacing: 2px;
        }}
        QToolBar QToolButton {{
            border: 1px solid transparent; border-radius: {RADIUS}px; padding: {XS}px {S}px;
        }}
        QToolBar QToolButton:hover {{ background: {c.selection}; }}
        QToolBar QToolButton:focus {{ border-color: {c.accent}; }}
        QLineEdit, QPlainTextEdit, QTextEdit {{
            background: {c.base}; border: 1px solid {c.line}; border-radius: {XS}px; padding: 2px;
        }}
        QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled {{
            background: {c.window};
        }}
        QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {c.accent}; }}
        QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{
            border: none; padding: 0; background: transparent;
        }}
        QTextBrowser {{ border: none; padding: 0; background: {c.window}; }}
        QStatusBar {{ border-top: 1px solid {c.line}; color: {c.muted}; }}
        QStatusBar::item {{ border: none; }}
        QDockWidget::title {{ padding: {S}px {M}px {XS}px {M}px; text-align: left; }}
        QScrollBar:vertical {{ background: transparent; width: {M}px; margin: 0; }}
        QScrollBar:horizontal {{ background: transparent; height: {M}px; margin: 0; }}
        QScrollBar::handle {{ background: {c.line}; border-radius: {XS}px; margin: 2px; }}
        QScrollBar::handle:vertical {{ min-height: {XL}px; }}
        QScrollBar::handle:horizontal {{ min-width: {XL}px; }}
        QScrollBar::handle:hover {{ background: {c.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
