"""The documents that show what was done: the list, adding to it, and files in and out."""

from collections.abc import Container
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import Change
from agreement_viewer.ledger.checklist import Entry, Evidence
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.ui.asking_files import ask_file, ask_target
from agreement_viewer.ui.details.label import Label
from agreement_viewer.ui.details.notice import Notice
from agreement_viewer.ui.details.scroll import bring_into_sight
from agreement_viewer.ui.details.section import Section
from agreement_viewer.ui.details.shown import evidence_as_shown
from agreement_viewer.ui.evidence.busy import BusyLine
from agreement_viewer.ui.evidence.files import EvidenceFiles
from agreement_viewer.ui.evidence.form import EVIDENCE_FORM, EvidenceForm, Submission
from agreement_viewer.ui.evidence.list import EvidenceList
from agreement_viewer.ui.fields.drafts import DraftBook
from agreement_viewer.ui.session import Session
from agreement_viewer.ui.theme import Type


class EvidenceSection(Section):
    """Shows the documents of one entry. Withdrawing asks; what is withdrawn stays in history."""

    def __init__(self, session: Session, drafts: DraftBook, parent: QWidget | None = None) -> None:
        super().__init__(translate("Evidence", "Evidence"), parent, foldable=False)
        self._session = session
        self._drafts = drafts
        self._id = ""
        self._documents: list[Evidence] = []
        self._waiting: Submission | None = None
        self._to_withdraw: Evidence | None = None
        self.files = EvidenceFiles(session.folder.evidence, self)
        self.list = EvidenceList(session.folder.evidence.has, self)
        self.question = Notice("warning", self)
        self.question.offer(translate("Evidence", "Withdraw"), self._withdraw)
        self.question.offer(translate("Evidence", "Cancel"), lambda: self.question.say(""))
        self.suspect = Notice("warning", self)
        self.suspect.offer(translate("Evidence", "Show its folder"), self._show_folder)
        self.suspect.offer(translate("Evidence", "Cancel"), lambda: self.suspect.say(""))
        self._withheld: EvidenceFile | None = None
        self.add = QPushButton(translate("Evidence", "Add document…"), self)
        self.form: EvidenceForm | None = None
        """Made when it is first needed."""
        self.busy = BusyLine(self)
        self.message = Notice("bad", self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        secrets = translate("Evidence", "Do not enter or attach state secrets.")
        add = QHBoxLayout()
        add.addWidget(self.add)
        add.addStretch(1)
        self.body.addWidget(self.list)
        self.body.addWidget(self.question)
        self.body.addWidget(self.suspect)
        self.body.addWidget(Label(secrets, Type.CAPTION, "warning"))
        self.body.addLayout(add)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.message)

    def _connect(self) -> None:
        self.add.clicked.connect(self._open_new)
        self.list.edit_wanted.connect(self._open_in_sight)
        self.list.withdraw_wanted.connect(self._ask_to_withdraw)
        self.list.open_wanted.connect(self._open_file)
        self.list.copy_wanted.connect(self._choose_target)
        self.files.doing.connect(self.busy.say)
        self.files.failed.connect(self._tell)
        self.files.withheld.connect(self._ask_to_show)
        self.busy.cancelled.connect(self._cancel)

    def begin(self, entry: Entry) -> None:
        """Show another entry's documents; a form left open for it is open again."""
        self.forget()
        for notice in (self.question, self.suspect, self.message):
            notice.say("")
        self.show_entry(entry)
        if self._drafts.has_form(entry.id, EVIDENCE_FORM):
            self._open_form(None)
        for document in self._documents:
            if self._drafts.has_form(document.id, EVIDENCE_FORM):
                self._open_form(document)

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

    def shows(self, ids: Container[str]) -> bool:
        """Whether a document that is shown is among these."""
        return any(document.id in ids for document in self._documents)

    def forget(self) -> None:
        """Show nothing that could be recorded."""
        self._id = ""
        if self.form:
            self.form.close_form()

    def keep(self) -> None:
        """Keep what is typed into the form."""
        if self.form and not self.form.isHidden():
            self.form.draft.keep()

    def _open_new(self) -> None:
        self._open_in_sight(None).lines.number.setFocus()

    def _open_in_sight(self, document: Evidence | None) -> EvidenceForm:
        """Open the form; as much of it as fits shows once the page has made room for it."""
        form = self._open_form(document)
        QTimer.singleShot(0, form, lambda: bring_into_sight(form, form.rect()))
        return form

    def _open_form(self, document: Evidence | None) -> EvidenceForm:
        self.keep()
        form = self.form or self._make_form()
        form.open(self._id, document)
        self.add.hide()
        return form

    def _make_form(self) -> EvidenceForm:
        form = self.form = EvidenceForm(self._session, self._drafts, self)
        form.file_wanted.connect(self._choose_file)
        form.submitted.connect(self._submit)
        form.chosen.connect(self._use)
        form.closed.connect(self.add.show)
        self.body.insertWidget(self.body.indexOf(self.busy), form)
        return form

    def _choose_file(self) -> None:
        settings, title = self._session.settings, translate("Evidence", "Choose file…")
        ask_file(
            self, settings, "evidence", title, translate("Evidence", "All files (*)"), self._attach
        )

    def _attach(self, path: Path) -> None:
        if self.form:
            self.form.attach(path)

    def _submit(self, submission: Submission) -> None:
        if submission.source is None:
            self._record(submission, None)
            return
        self._enable_form(False)
        self.files.copy_in(submission.source, lambda file: self._record(submission, file))

    def _record(self, submission: Submission, file: EvidenceFile | None) -> None:
        self._enable_form(True)
        try:
            edits = submission.edits(file)
        except UserError as fault:
            self._tell(str(fault))
            return
        if self._session.perform(edits):
            self._finish(submission)
        else:
            self._waiting = submission
            self._enable_form(False)

    def _finish(self, submission: Submission) -> None:
        self._waiting = None
        if self.form:
            self.form.draft.drop(submission.place)
            if submission.item == self._id:
                self.form.close_form()

    def _use(self, document: Evidence, head: Change) -> None:
        self.keep()
        if self._session.perform(actions.restore_value(document, head)):
            fresh = (found for found in self._documents if found.id == document.id)
            self._open_form(next(fresh, document))

    def _ask_to_withdraw(self, document: Evidence) -> None:
        self._to_withdraw = document
        text = translate("Evidence", "Withdraw this document? History keeps it.")
        _say_in_sight(self.question, text)

    def _withdraw(self) -> None:
        self.question.say("")
        if self._to_withdraw:
            self._session.perform(actions.withdraw(self._to_withdraw))

    def _ask_to_show(self, file: EvidenceFile) -> None:
        self._withheld = file
        text = translate(
            "Evidence",
            "{file} may hold a program and is not opened from here. Show its folder?",
            file=file.name,
        )
        _say_in_sight(self.suspect, text)

    def _show_folder(self) -> None:
        self.suspect.say("")
        if self._withheld:
            self.files.show_folder(self._withheld)

    def _open_file(self, file: EvidenceFile) -> None:
        self.message.say("")
        self.suspect.say("")
        self.files.open(file)

    def _choose_target(self, file: EvidenceFile) -> None:
        settings, title = self._session.settings, translate("Evidence", "Save a copy…")
        ask_target(
            self, settings, "evidence", title, file.name, "", partial(self.files.save_copy, file)
        )

    def _cancel(self) -> None:
        self.files.cancel()
        self._enable_form(True)

    def _tell(self, fault: str) -> None:
        self._enable_form(True)
        _say_in_sight(self.message, fault)

    def _enable_form(self, enabled: bool) -> None:
        self.message.say("")
        if self.form:
            self.form.setEnabled(enabled)


def _say_in_sight(notice: Notice, text: str) -> None:
    """Show `notice`, and the page at it once it has made room: it may begin below the panel."""
    notice.say(text)
    QTimer.singleShot(0, notice, lambda: bring_into_sight(notice, notice.rect()))
