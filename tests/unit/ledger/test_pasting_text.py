"""Text from a clipboard becomes the table that was copied."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement_viewer.errors import UserError
from agreement_viewer.ledger.pasting_text import MOST_COLUMNS, MOST_ROWS, read_table

Table = list[tuple[str, ...]]

letters = st.one_of(st.sampled_from('"\t\n aạ'), st.characters(exclude_characters="\r\v"))
texts = st.text(letters, max_size=8)
tables: st.SearchStrategy[Table] = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.tuples(*[texts] * width), min_size=1, max_size=6)
)


def as_excel_writes(table: Table) -> str:
    return "".join("\t".join(map(quoted, row)) + "\r\n" for row in table)


def quoted(cell: str) -> str:
    if not re.search('["\t\n]', cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def without_blanks(table: Table) -> Table:
    """The table as it is to come back: blank rows and columns are not worth a look."""
    rows = [row for row in table if any(cell.strip() for cell in row)]
    columns = [column for column in zip(*rows, strict=True) if any(c.strip() for c in column)]
    return list(zip(*columns, strict=True))


@given(tables)
def test_what_excel_writes_comes_back_the_same(table: Table) -> None:
    wanted = without_blanks(table)
    if wanted:
        assert read_table(as_excel_writes(table)) == wanted
    else:
        with pytest.raises(UserError, match="no text on the clipboard"):
            read_table(as_excel_writes(table))


@given(st.text(letters))
def test_any_text_is_read_and_none_of_it_lost(text: str) -> None:
    """Marks, tabs and line breaks aside, which may belong to the writing of cells."""
    try:
        rows = read_table(text)
    except UserError:
        rows = []
    kept = "".join("".join(row) for row in rows)
    assert re.sub(r'["\s]', "", kept) == re.sub(r'["\s]', "", text)
    assert len({len(row) for row in rows}) <= 1


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Một\nHai\n\nBa", [("Một",), ("Hai",), ("Ba",)]),
        ("Một\r\nHai\r\n", [("Một",), ("Hai",)]),
        ("Một\rHai", [("Một",), ("Hai",)]),
        ("1\tMột\r\n2\r\n", [("1", "Một"), ("2", "")]),
        ('"Một\nhai"\tBa\r\n', [("Một\nhai", "Ba")]),
        ('"Một\r\nhai"\tBa\r\n', [("Một\nhai", "Ba")]),
        ('"Nói ""vâng"""\tBa', [('Nói "vâng"', "Ba")]),
        ('"Dự án A"\tBa', [('"Dự án A"', "Ba")]),
        ('"Dự án A" giai đoạn 2\tBa', [('"Dự án A" giai đoạn 2', "Ba")]),
        ('Khổ 5" và 7"\tBa', [('Khổ 5" và 7"', "Ba")]),
        ('"Chưa đóng\tBa\nHai\tBốn', [('"Chưa đóng', "Ba"), ("Hai", "Bốn")]),
        ("Một\vhai\tBa", [("Một\nhai", "Ba")]),
        ("\t\tMột\t\r\n\t\tHai\t\r\n\t\t\t\r\n", [("Một",), ("Hai",)]),
    ],
)
def test_forms_of_other_programs(text: str, table: Table) -> None:
    assert read_table(text) == table


@pytest.mark.parametrize("text", ["", " ", "\t\t\r\n\t\r\n", "\N{NO-BREAK SPACE}\n"])
def test_nothing_to_paste_is_said(text: str) -> None:
    with pytest.raises(UserError, match="no text on the clipboard"):
        read_table(text)


def test_as_many_rows_as_can_be_looked_through() -> None:
    assert len(read_table("Việc\n" * MOST_ROWS + "\n" * 5)) == MOST_ROWS
    with pytest.raises(UserError, match=f"more than {MOST_ROWS} rows"):
        read_table("Việc\n" * (MOST_ROWS + 1))


def test_as_many_columns_as_can_be_chosen_from() -> None:
    assert len(read_table("\t".join("x" * MOST_COLUMNS))[0]) == MOST_COLUMNS
    with pytest.raises(UserError, match=f"more than {MOST_COLUMNS} columns"):
        read_table("\t".join("x" * (MOST_COLUMNS + 1)))
