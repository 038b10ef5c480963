"""Taking a secret out by the command line, and what reports and codes say of it afterwards."""

import subprocess
from pathlib import Path

from e2e.program import SECONDS, Program
from office import OFFICER_A
from unit.test_reports import HALF, NEXT, Office, at

from agreement_viewer.history_words import event_words, events
from agreement_viewer.ledger import actions
from agreement_viewer.proof import check, in_words
from agreement_viewer.report.figures import code_of, figures_digest
from agreement_viewer.reports import report_of
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger

SECRET = "Tuyệt mật 7731"


def redact(program: Program, change: str, typed: str) -> subprocess.CompletedProcess[str]:
    command = ("--data-dir", program.data_dir, "--lang", "en", "redact", change, "--reason", "Nhầm")
    return subprocess.run(
        program.command(*command),
        env=program.variables(),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def holds(folder: Path, text: str) -> bool:
    files = (path for path in folder.rglob("*") if path.is_file())
    return any(text.encode() in path.read_bytes() for path in files)


class TestCommandLine:
    def test_only_the_typed_word_takes_it_out(self, program: Program) -> None:
        program.say("set", "area-1", "note", SECRET)
        (change,) = program.history("area-1")
        for typed in ("", "yes\n", "no\n"):
            done = redact(program, change["id"], typed)
            assert (done.returncode, done.stdout) == (2, "")
            assert "nothing was removed" in done.stderr
        assert holds(program.data_dir, SECRET)
        done = redact(program, change["id"][:12], "remove\n")
        assert done.returncode == 0, done
        assert not holds(program.home, SECRET)
        assert program.listed()["area-1"]["note"] is None
        newest, oldest = program.history("area-1")
        assert (newest["kind"], newest["replaces"]) == ("redact", [change["id"]])
        assert (oldest["id"], oldest["redacted"], oldest["value"]) == (change["id"], True, None)
        assert program.say("verify").splitlines() == [
            "All in order.",
            f"Removed as a secret: change {change['id'][:12]}.",
        ]
        again = redact(program, change["id"], "remove\n")
        assert again.returncode == 2

    def test_an_unknown_change_is_said(self, program: Program) -> None:
        program.say("set", "area-1", "status", "done")
        for change in ("", "0" * 64, program.history()[-1]["id"][:5]):
            assert redact(program, change, "remove\n").returncode == 2

    def test_the_history_tells_of_it(self, program: Program) -> None:
        program.say("set", "area-1", "note", SECRET)
        program.say("set", "area-1", "note", "sau")
        redact(program, program.history()[-1]["id"], "remove\n")
        lines = program.say("history", "area-1").splitlines()
        assert [line.split("  ")[-1] for line in lines] == [
            "area-1 Removed as a secret (Note): Nhầm",
            "area-1 Note: removed as a secret → sau",
            "area-1 Note: removed as a secret",
        ]


class TestReports:
    def test_the_kept_report_goes_and_its_code_says_why(
        self, folder: DataFolder, ledger: Ledger
    ) -> None:
        office = Office(folder, ledger)
        office.set("area-1", "2024-03-01", result="Không mật")
        first = office.close(HALF, "2024-06-14")
        office.set("area-1", "2024-07-01", result=SECRET)
        second = office.close(NEXT, "2024-12-14")
        assert first.frozen.pdf
        assert second.frozen.pdf
        secret = next(change for change in ledger.history() if change.value == SECRET)
        ledger.redact([secret], "Nhầm", secret.by, at("2025-01-02"))
        assert folder.evidence.has(first.frozen.pdf)
        assert not folder.evidence.has(second.frozen.pdf)
        assert not holds(folder.path, SECRET)
        code = code_of(second.frozen.basis.figures)
        assert in_words(check(ledger, code, None)).endswith(
            "Words in it were removed as a secret since, so that the rest cannot be proved."
        )
        code = code_of(first.frozen.basis.figures)
        assert in_words(check(ledger, code, None)).endswith("the data still yield its figures.")
        made = report_of(ledger, second, None).report
        assert made.groups[0].items[0].result == ""
        assert figures_digest(made) != second.frozen.basis.figures

    def test_adding_a_document_tells_of_all_that_was_typed(self, ledger: Ledger) -> None:
        document = {"subject": SECRET, "number": "7/BC"}
        by = "2025-01-02"
        office = ledger.append(actions.add_evidence("area-1", document), OFFICER_A, at(by))
        (added,) = events(office.changes, {})
        assert {change.value for change in added.redactable()} == {SECRET, "7/BC"}
        ledger.redact(added.redactable(), "Nhầm", OFFICER_A, at(by))
        told = events(ledger.history(["area-1", office.changes[0].id]), {})
        assert [event_words(event) for event in told if SECRET in event_words(event)] == []
