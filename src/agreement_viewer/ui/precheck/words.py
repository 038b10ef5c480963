"""What the check before printing says: the "6 rõ", each gap in a sentence, and where it is."""

from typing import Final

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.fields import EVIDENCE, WITHDRAWN
from agreement_viewer.ledger.words import field_label
from agreement_viewer.report.checks import Clarity, Finding, Gap
from agreement_viewer.ui.tooltip import as_tip

_MOST_CHARACTERS: Final = 12
"""So many are named; a text in another script has hundreds."""


def heading(clarity: Clarity) -> str:
    """What the findings of a group take away."""
    match clarity:
        case Clarity.PEOPLE:
            return translate("Precheck", "Clear people")
        case Clarity.WORK:
            return translate("Precheck", "Clear work")
        case Clarity.TIME:
            return translate("Precheck", "Clear time")
        case Clarity.RESPONSIBILITY:
            return translate("Precheck", "Clear responsibility")
        case Clarity.AUTHORITY:
            return translate("Precheck", "Clear authority")
        case Clarity.RESULT:
            return translate("Precheck", "Clear results")
        case Clarity.PRINT:
            return translate("Precheck", "The print")


def accessible_heading(clarity: Clarity, count: int) -> str:
    """A group's heading with how many there are beneath it."""
    return translate(
        "Precheck", "{heading}, points not clear: {count}", heading=heading(clarity), count=count
    )


def sentence(finding: Finding) -> str:
    """What is missing or wrong."""
    match finding.gap:
        case Gap.NO_SIGNATURE:
            return _signature(finding)
        case Gap.ONE_PARTY:
            return translate("Precheck", "Only one side is named: {party}", party=finding.detail)
        case Gap.UNAPPROVED:
            return translate(
                "Precheck", "Extensions without an approving document: {count}", count=finding.count
            )
        case Gap.OPEN_TASKS:
            return translate("Precheck", "Done, tasks still open: {count}", count=finding.count)
        case Gap.DIFFERENCE:
            return _difference(finding)
        case Gap.UNPRINTABLE:
            return translate(
                "Precheck",
                "Cannot be printed, □ in place: {characters}",
                characters=_characters(finding.detail),
            )
        case gap:
            return _plain(gap)


def _plain(gap: Gap) -> str:
    sentences = {
        Gap.NO_LEAD: translate("Precheck", "No lead unit"),
        Gap.NO_WORK: translate("Precheck", "No task and no result"),
        Gap.NO_DEADLINE: translate("Precheck", "No deadline"),
        Gap.UNEXPLAINED: translate("Precheck", "Overdue, no difficulties given"),
        Gap.NO_PARTNERS: translate("Precheck", "No co-ordinating unit"),
        Gap.NO_PRODUCT: translate("Precheck", "Done, no result and no evidence"),
        Gap.NEWER: translate("Precheck", "Something needs a newer version of the program"),
    }
    return sentences[gap]


def _signature(finding: Finding) -> str:
    names = {
        "place": translate("Profile", "Place"),
        "office": translate("Profile", "Signer's office"),
        "signer": translate("Profile", "Signer's name"),
    }
    fields = [name for part, name in names.items() if part in finding.detail.split()]
    return translate("Precheck", "Not entered: {fields}", fields=", ".join(fields))


def _difference(finding: Finding) -> str:
    if finding.detail == WITHDRAWN:
        return translate("Precheck", "Withdrawn by one office, changed by another")
    if finding.detail == EVIDENCE:
        return translate(
            "Precheck", "Documents of evidence not settled: {count}", count=finding.count
        )
    return translate("Precheck", "Not settled: {field}", field=field_label(finding.detail))


def _characters(characters: str) -> str:
    """Each character, or the number of one that shows nothing."""
    named = [
        character if character.isprintable() else f"U+{ord(character):04X}"
        for character in characters[:_MOST_CHARACTERS]
    ]
    return " ".join(named) + (" …" if len(characters) > _MOST_CHARACTERS else "")


def place(finding: Finding) -> str:
    """The item or task, numbered as in the report."""
    if not finding.item:
        return translate("Precheck", "Common part of the report")
    return f"{finding.number}. {finding.title}"


def tooltip(finding: Finding) -> str:
    """All of both."""
    return as_tip(sentence(finding), place(finding))
