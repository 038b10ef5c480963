"""Vietnamese for what Qt draws by itself: context menus, standard buttons, print dialogs, days."""

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from agreement_viewer.resources import resource


def install_qt_translation(app: QApplication, language: str) -> None:
    """Let Qt speak `language`, "vi" or its own "en"; call it before the first widget is made.

    Days, months, numbers and sizes are no texts to Qt: they follow the default locale.
    """
    if language != "vi":
        return
    catalogue = resource("translations", "qtbase_vi.qm")
    translator = QTranslator(app)
    if not translator.load(str(catalogue)):
        raise FileNotFoundError(catalogue)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    app.installTranslator(translator)
