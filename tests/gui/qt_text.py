"""Which of Qt's own texts have no Vietnamese: a translator that hears what Qt asks for.

    with recorded_qt_texts(app) as missing:
        window = make_window()
        speak(window)
    assert not missing

Qt asks when it draws a menu, opens a dialog or answers a screen reader, and at no other time: what
a test does not open, it does not check. Texts that Qt keeps from before are not asked for again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from agreement_viewer.resources import resource

VIETNAMESE: Final = resource("translations", "qtbase_vi.qm")

NEVER_SHOWN: Final = {
}
"""Contexts that Qt asks for although nobody reads the answer, each with the reason."""


class QtText(NamedTuple):
    """A text as Qt looks it up."""

    context: str
    source: str
    disambiguation: str


class QtTextRecorder(QTranslator):
    """Answers from a catalogue and keeps what the catalogue lacks."""

    def __init__(self, catalogue: Path) -> None:
        super().__init__()
        self.missing: list[QtText] = []
        if not self.load(str(catalogue)):
            raise FileNotFoundError(catalogue)

    def translate(  # type: ignore[override]  # None is Qt's null string: "not mine"
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        translation = super().translate(context, source, disambiguation, n)
        if translation:
            return translation
        text = QtText(context, source, disambiguation or "")
        if context not in NEVER_SHOWN and text not in self.missing:
            self.missing.append(text)
        return None


@contextmanager
def recorded_qt_texts(
    app: QCoreApplication, catalogue: Path = VIETNAMESE
) -> Iterator[list[QtText]]:
    """The texts that Qt asks for inside the block and `catalogue` lacks, in the order asked."""
    recorder = QtTextRecorder(catalogue)
    app.installTranslator(recorder)
    try:
        yield recorder.missing
    finally:
        app.removeTranslator(recorder)


def speak(widget: QWidget) -> None:
    """Ask for everything that a screen reader says about a widget and what lies in it."""
    _speak(QAccessible.queryAccessibleInterface(widget))


def _speak(interface: QAccessibleInterface) -> None:
    for kind in QAccessible.Text:
        interface.text(kind)
    actions = interface.actionInterface()
    for name in actions.actionNames() if actions else ():
        actions.localizedActionName(name)
        actions.localizedActionDescription(name)
        actions.keyBindingsForAction(name)
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child and child.isValid():
            _speak(child)
