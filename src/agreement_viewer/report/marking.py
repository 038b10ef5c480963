"""A line's fields as the paper writes them, the ones that officers differ about marked."""

import datetime
from collections.abc import Iterator
from typing import Final

from agreement_viewer.report import words
from agreement_viewer.report.tree import Difference, Document, Line, Report, Standing

MARK: Final = "(*)"
"""Follows every value about which officers differ."""


class Written:
    """The texts of a line's fields."""

    def __init__(self, number: str, line: Line) -> None:
        self.number = number
        self.line = line
        self._differing = {difference.field for difference in line.differences}

    def marked(self, name: str, text: str) -> str:
        """`text`, with the mark where officers differ about the field `name`."""
        return f"{text} {MARK}".lstrip() if name in self._differing else text

    @property
    def title(self) -> str:
        """Its short wording; marked where it was withdrawn by one and kept by another."""
        title = self.marked("title", self.line.title)
        return f"{title} {MARK}" if "withdrawn" in self._differing or self.line.newer else title

    @property
    def status(self) -> str:
        """Status and timeliness."""
        return self.marked("status", words.progress(self.line))

    @property
    def completion(self) -> datetime.date | None:
        """The day of completion, where it is completed by the day of the report."""
        done = self.line.standing in (Standing.ON_TIME, Standing.LATE)
        return self.line.completed_on if done else None

    @property
    def completed_on(self) -> str:
        """The day of completion in figures."""
        return self.marked("completed_on", words.numeric(day) if (day := self.completion) else "")

    @property
    def deadline(self) -> str:
        """The deadline in force."""
        deadline = self.line.deadline
        return self.marked("deadline", words.due(deadline.due) if deadline else "")

    @property
    def put_off(self) -> str:
        """How often it was extended, and what it was before."""
        return words.put_off(self.line.deadline) if self.line.deadline else ""

    @property
    def extensions(self) -> list[str]:
        """Each extension with its reason and document."""
        return words.extensions(self.line.deadline) if self.line.deadline else []

    @property
    def lead(self) -> str:
        """The lead unit."""
        return self.marked("lead", self.line.lead)

    @property
    def partners(self) -> str:
        """The co-ordinating units."""
        return self.marked("partners", "; ".join(self.line.partners))

    def account(self, name: str) -> str:
        """One of the texts: result, difficulty, proposal, note."""
        return self.marked(name, getattr(self.line, name))

    @property
    def evidence(self) -> list[str]:
        """Each document in one line."""
        return [document_text(document) for document in self.line.evidence]

    def remarks(self) -> Iterator[str]:
        """Every difference with its values, and what cannot be read."""
        for difference in self.line.differences:
            yield _difference(words.LABELS[difference.field], difference)
        for document in self.line.evidence:
            for difference in document.differences:
                label = f"{words.LABELS['evidence']}, {words.LABELS[difference.field].lower()}"
                yield _difference(label, difference)
        if self.line.newer:
            yield f"{MARK} Có thông tin {words.NEWER}."


def written(report: Report) -> Iterator[Written]:
    """Every line of `report`, each item followed by its tasks."""
    return (Written(number, line) for number, line in report.numbered())


def differing(report: Report) -> int:
    """How many fields hold different values that nobody has settled."""
    documents = (document for line in report.lines for document in line.evidence)
    return sum(len(line.differences) for line in report.lines) + sum(
        len(document.differences) for document in documents
    )


def document_text(document: Document) -> str:
    """Number, day, issuer, subject and file of a document of evidence."""
    parts = (
        document.number,
        words.long(document.issued_on) if document.issued_on else "",
        f"của {document.issuer}" if document.issuer else "",
    )
    text = ": ".join(filter(None, (" ".join(filter(None, parts)), document.subject)))
    file = f"(tệp: {document.file})" if document.file else ""
    mark = MARK if document.differences else ""
    return " ".join(filter(None, (text, file, mark))) or words.EMPTY


def _difference(label: str, difference: Difference) -> str:
    versions = "; ".join(map(words.version, difference.versions))
    return f"{MARK} Chưa thống nhất – {label}: {versions}."
