"""What an officer's action will append, before it has its place in a chain."""

import datetime
from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from msgspec import Struct

from agreement_viewer.ledger.change import CREATE, SET, By, Change, seal


class Tip(NamedTuple):
    """The last change of a writer's chain (or of a branch of it)."""

    writer: str
    seq: int
    id: str


class Edit(Struct, frozen=True, eq=False):
    """One change to be. `item` may be another edit of the same action that creates the thing."""

    kind: str
    item: "str | Edit"
    field: str
    body: dict[str, Any]
    replaces: Iterable[str] = ()

    @classmethod
    def create(cls, parent: str, thing: str) -> Self:
        """A new thing (`task`, `evidence`) under `parent`."""
        return cls(CREATE, parent, thing, {})

    @classmethod
    def set(
        cls,
        item: "str | Edit",
        name: str,
        value: Any,
        replaces: Iterable[str] = (),
        **more: Any,
    ) -> Self:
        """A new value for the field `name`, in place of exactly the heads `replaces`."""
        return cls(SET, item, name, {"value": value, **more}, tuple(replaces))


class Stamp(Struct, frozen=True):
    """All that a chain gives an edit: whose, when, after which change. `at` as in `Change`."""

    writer: str
    agreement: str
    by: By
    at: str
    tip: Tip | None = None
    clock: int = 0
    """The greatest clock counted so far."""


def stamp(edits: Iterable[Edit], place: Stamp) -> list[Change]:
    """The sealed changes of one action, each standing on the one before."""
    ids: dict[Edit, str] = {}
    changes: list[Change] = []
    seq, prev = (place.tip.seq, place.tip.id) if place.tip else (0, None)
    for number, edit in enumerate(edits, start=1):
        change = seal(
            Change(
                writer=place.writer,
                seq=seq + number,
                prev=changes[-1].id if changes else prev,
                clock=place.clock + number,
                at=place.at,
                by=place.by,
                agreement=place.agreement,
                kind=edit.kind,
                item=ids[edit.item] if isinstance(edit.item, Edit) else edit.item,
                field=edit.field,
                replaces=tuple(sorted(set(edit.replaces))),
                body=edit.body,
            )
        )
        ids[edit] = change.id
        changes.append(change)
    return changes


def instant(moment: datetime.datetime) -> str:
    """An aware `moment` as `Change.at` writes it: UTC, milliseconds."""
    utc = moment.astimezone(datetime.UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def moment(text: str) -> datetime.datetime:
    """The aware moment that `Change.at` states."""
    return datetime.datetime.fromisoformat(text)
