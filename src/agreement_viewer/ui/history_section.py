"""The history of an item: read when it is unfolded, each value one act away from coming back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Entry, Evidence, Thing
from agreement_viewer.ledger.fields import EVIDENCE, TASK, WITHDRAWN
from agreement_viewer.ui import theme
from agreement_viewer.ui.details_label import Label, Link
from agreement_viewer.ui.details_rows import RowsModel
from agreement_viewer.ui.details_rows_view import RowsView
from agreement_viewer.ui.details_section import Section
from agreement_viewer.ui.details_shown import entry_as_shown
from agreement_viewer.ui.session import Session
