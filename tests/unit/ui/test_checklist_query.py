"""What is looked for in the checklist, against the plainest way of looking for it."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from office import AGREEMENT_FILE, NOW, OFFICER_A, TODAY

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit, Stamp, instant, stamp
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.ledger.status import Status, Timeliness
from agreement_viewer.ledger.text import search_key
from agreement_viewer.ui.checklist.query import Criteria, survey
from agreement_viewer.ui.checklist.rows import ItemRow, Row, SectionRow
from agreement_viewer.ui.checklist.showing import Showing
from agreement_viewer.ui.checklist.tree import Tree

AGREEMENT = read_agreement(AGREEMENT_FILE.read_bytes(), AGREEMENT_FILE.name)
ITEMS = [item.id for item in AGREEMENT.items]
WORDS = ["hội thảo", "hồi tháo", "Đo lường", "kiểm tra", "đề án"]
UNITS = ["Đơn vị B", "Đơn vị C"]

fields = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from([status.value for status in Status]),
        "note": st.sampled_from(WORDS),
        "lead": st.sampled_from(UNITS),
        "deadline": st.sampled_from([2024, 2025, 2026]).map(
            lambda year: {"due": {"kind": "year", "year": year}}
        ),
    },
)
tasks = st.tuples(st.sampled_from(ITEMS), st.sampled_from(WORDS), fields)
criteria = st.builds(
    Criteria,
    st.sampled_from(["", *WORDS, "hoi thao", "phoi hop", "xyz"]),
    st.frozensets(st.sampled_from(list(Status)), max_size=2),
    st.sampled_from(["", *UNITS]),
    st.frozensets(st.sampled_from(list(Timeliness)), max_size=2),
)


def make_tree(
    added: list[tuple[str, str, dict[str, object]]], filled: dict[str, dict[str, object]]
) -> Tree:
    edits: list[Edit] = []
    for item, title, values in added:
        task = Edit.create(item, "task")
        edits += [task, Edit.set(task, "title", title)]
        edits += [Edit.set(task, name, value) for name, value in values.items()]
    for id, values in filled.items():
        edits += [Edit.set(id, name, value) for name, value in values.items()]
    place = Stamp(writer="a" * 64, agreement=AGREEMENT.id, by=OFFICER_A, at=instant(NOW))
    return Tree(Checklist(AGREEMENT, Heads(stamp(edits, place))), TODAY)


def fits(entry: Entry, wanted: Criteria, today: datetime.date) -> bool:
    return (
        (not wanted.statuses or entry.status in wanted.statuses)
        and (not wanted.unit or wanted.unit in entry.units)
        and (not wanted.timeliness or entry.timeliness(today) in wanted.timeliness)
    )


def holds(entry: Entry, wanted: Criteria) -> bool:
    texts = [entry.title, entry.text, *entry.units, entry.cell("note").text()]
    return any(search_key(wanted.text) in search_key(text) for text in texts)


def shown(tree: Tree) -> list[str]:
    def walk(above: Row | Tree) -> list[str]:
        return [id for row in above.shown for id in (row.id, *walk(row))]

    return [id for id in walk(tree) if tree.find(id)]


@settings(deadline=None)
@given(st.lists(tasks, max_size=12), st.dictionaries(st.sampled_from(ITEMS), fields), criteria)
def test_shown_is_what_is_looked_for_and_what_it_belongs_to(
    added: list[tuple[str, str, dict[str, object]]],
    filled: dict[str, dict[str, object]],
    wanted: Criteria,
) -> None:
    tree = make_tree(added, filled)
    Showing(wanted).lay_out(tree)
    expected = []
    hits = 0
    for item in tree.checklist.items():
        in_item = holds(item, wanted)
        below = [
            task.id
            for task in tree.checklist.tasks(item.id)
            if fits(task, wanted, TODAY) and (in_item or holds(task, wanted))
        ]
        is_hit = in_item and fits(item, wanted, TODAY)
        hits += is_hit + len(below)
        if is_hit or below:
            expected += [item.id, *below]
    assert shown(tree) == expected
    found = survey(wanted, tree.items)
    assert (found.hits, found.total) == (hits, len(ITEMS) + len(added))
    assert (found.first in expected) if hits else found.first == ""


@settings(deadline=None)
@given(st.lists(tasks, min_size=1, max_size=12), criteria, st.data())
def test_what_is_kept_is_shown_whatever_is_looked_for(
    added: list[tuple[str, str, dict[str, object]]], wanted: Criteria, data: st.DataObject
) -> None:
    tree = make_tree(added, {})
    task = data.draw(st.sampled_from([row for item in tree.items for row in item.tasks]))
    Showing(wanted, {task.id}).lay_out(tree)
    ids = shown(tree)
    assert ids.index(task.item.id) < ids.index(task.id)


def test_every_place_is_that_among_the_shown() -> None:
    tree = make_tree([("area-2", word, {}) for word in WORDS], {})
    Showing(Criteria("hoi thao")).lay_out(tree)
    assert [type(row) for row in tree.shown] == [SectionRow]
    item = tree.shown[0].shown[0]
    assert isinstance(item, ItemRow)
    assert [row.place for row in item.shown] == [0, 1]
    assert (tree.shown[0].place, item.place) == (0, 0)


def test_the_first_exact_match_is_found_only_for_words_with_marks() -> None:
    tree = make_tree([("area-2", "hồi tháo", {}), ("area-3", "Hội Thảo", {})], {})
    exact = next(row for item in tree.items for row in item.tasks if row.entry.title == "Hội Thảo")
    assert survey(Criteria("hội  thảo"), tree.items).exact == exact.id
    assert survey(Criteria("hoi thao"), tree.items).exact == ""
    assert survey(Criteria("hoi thao"), tree.items).to_open == {"area-2", "area-3"}
