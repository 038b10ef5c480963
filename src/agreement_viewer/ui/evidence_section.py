"""The documents that show what was done: the list, adding to it, and files in and out."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Entry, Evidence
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.ui.details_label import Label
from agreement_viewer.ui.details_notice import Notice
from agreement_viewer.ui.details_section import Section
from agreement_viewer.ui.details_shown import evidence_as_shown
from agreement_viewer.ui.evidence_files import EvidenceFiles
from agreement_viewer.ui.evidence_form import EvidenceForm, Submission
from agreement_viewer.ui.evidence_list import EvidenceList
from agreement_viewer.ui.field_drafts import DraftBook
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Type


class EvidenceSection(Section):
    """Shows the documents of one entry. Withdrawing asks; what is withdrawn stays in history."""

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget | None = None) -> None:
        super().__init__(translate("Evidence", "Evidence"), parent, foldable=False)
        self._session = session
        self._id = ""
        self._documents: list[Evidence] = []
        self._waiting: Submission | None = None
        self._to_withdraw: Evidence | None = None
        self.files = EvidenceFiles(session.folder.evidence, self)
        self.list = EvidenceList(session.folder.evidence.has, self)
        self.add = QPushButton(translate("Evidence", "Add document…"), self)
        self.form = EvidenceForm(session, drafts, self)
        self.message = Notice("bad", self)
        self.question = Notice("warning", self)
        self.question.offer(translate("Evidence", "Withdraw"), self._withdraw)
        self.question.offer(translate("Evidence", "Cancel"), lambda: self.question.say(""))
        self._busy = QWidget(self)
        self._doing = Label("", Type.CAPTION, "muted")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(self.list)
        self.body.addWidget(self.question)
        secrets = translate("Evidence", "Do not enter or attach state secrets.")
        self.body.addWidget(Label(secrets, Type.CAPTION, "warning"))
        add = QHBoxLayout()
        add.addWidget(self.add)
        add.addStretch(1)
        self.body.addLayout(add)
        self.body.addWidget(self.form)
        bar = QProgressBar(self._busy)
        bar.setRange(0, 0)
        bar.setAccessibleName(translate("Evidence", "Progress"))
        cancel = QPushButton(translate("Evidence", "Cancel"), self._busy)
        cancel.clicked.connect(self.cancel_files)
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        for widget in (self._doing, bar):
            busy.addWidget(widget, 1)
        busy.addWidget(cancel)
        self._busy.hide()
        self.body.addWidget(self._busy)
        self.body.addWidget(self.message)

    def _connect(self) -> None:
        self.add.clicked.connect(self._open_new)
        self.list.edit_wanted.connect(self._open_form)
        self.list.withdraw_wanted.connect(self._ask_to_withdraw)
        self.list.open_wanted.connect(self._open_file)
        self.list.copy_wanted.connect(self._choose_target)
        self.form.file_wanted.connect(self._choose_file)
        self.form.submitted.connect(self._submit)
        self.form.chosen.connect(self._use)
        self.form.closed.connect(self.add.show)
        self.files.busy.connect(self._show_busy)
        self.files.failed.connect(self._tell)

    def begin(self, entry: Entry) -> None:
        """Show another entry's documents; a form left open for it is open again."""
        self.form.close_form()
        self.question.say("")
        self.message.say("")
        self.show_entry(entry)
        places = [(entry.id, None), *((document.id, document) for document in self._documents)]
        for place, document in places:
            if self.form.draft.is_kept(place):
                self._open_form(document)
                break

    def show_entry(self, entry: Entry) -> None:
        """Show what changed in the documents of the entry that is shown."""
        self._id = entry.id
        checklist = self._session.checklist
        self._documents = [
            evidence_as_shown(checklist, document) for document in checklist.evidence(entry.id)
        ]
        self.count(len(self._documents))
        self.list.show_documents(self._documents)
        if self._waiting and not self._session.unsaved:
            self._finish(self._waiting)

    def forget(self) -> None:
        """Show nothing that could be recorded."""
        self._id = ""
        self.form.close_form()

    def keep(self) -> None:
        """Keep what is typed into the form."""
        if not self.form.isHidden():
            self.form.draft.keep()

    def _open_new(self) -> None:
        self._open_form(None)
        self.form.lines.number.setFocus()

    def _open_form(self, document: Evidence | None) -> None:
        self.keep()
        self.form.open(self._id, document)
        self.add.hide()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, translate("Evidence", "Choose file…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.form.attach(Path(path)))
        dialog.open()

    def _submit(self, submission: Submission) -> None:
        if submission.source is None:
            self._record(submission, None)
            return
        self.form.setEnabled(False)
        self.files.copy_in(submission.source, lambda file: self._record(submission, file))

    def _record(self, submission: Submission, file: EvidenceFile | None) -> None:
        self.form.setEnabled(True)
        try:
            edits = submission.edits(file)
        except UserError as fault:
            self.form.say(str(fault))
            return
        if self._session.perform(edits):
            self._finish(submission)
        else:
            self._waiting = submission
            self.form.setEnabled(False)

    def _finish(self, submission: Submission) -> None:
        self._waiting = None
        self.form.draft.drop(submission.place)
        if submission.item == self._id:
            self.form.close_form()

    def _use(self, document: Evidence, head: Change) -> None:
        self.keep()
        if self._session.perform(actions.restore_value(document, head)):
            fresh = next((found for found in self._documents if found.id == document.id), None)
            if fresh:
                self._open_form(fresh)

    def _ask_to_withdraw(self, document: Evidence) -> None:
        self._to_withdraw = document
        self.question.say(translate("Evidence", "Withdraw this document? History keeps it."))

    def _withdraw(self) -> None:
        self.question.say("")
        if self._to_withdraw:
            self._session.perform(actions.withdraw(self._to_withdraw))

    def _open_file(self, file: EvidenceFile) -> None:
        self.message.say("")
        self.files.open(file)

    def _choose_target(self, file: EvidenceFile) -> None:
        dialog = QFileDialog(self, translate("Evidence", "Save a copy…"), file.name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.files.save_copy(file, Path(path)))
        dialog.open()

    def cancel_files(self) -> None:
        """Give up what is being copied; the form stays as it is."""
        self.files.cancel()
        self.form.setEnabled(True)

    def _show_busy(self, doing: str) -> None:
        self._doing.say(doing)
        self._busy.setVisible(bool(doing))

    def _tell(self, fault: str) -> None:
        self.form.setEnabled(True)
        self.message.say(fault)
