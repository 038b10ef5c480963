"""The window: it arranges the panels and connects them; what they show is theirs."""

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.status import Timeliness
from agreement_viewer.office import read_agreement_file
from agreement_viewer.report.building import build_report
from agreement_viewer.report.tree import Report
from agreement_viewer.ui import placing, theme
from agreement_viewer.ui.about_dialog import AboutDialog
from agreement_viewer.ui.background import Work
from agreement_viewer.ui.checklist_panel import ChecklistPanel
from agreement_viewer.ui.columns import Columns
from agreement_viewer.ui.details_panel import DetailsPanel
from agreement_viewer.ui.help_dialog import HelpDialog
from agreement_viewer.ui.icons import app_icon
from agreement_viewer.ui.menus import Menus
from agreement_viewer.ui.programme_panel import ProgrammePanel
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.settings_dialog import SettingsDialog

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 200, 10
