"""The document's styles: an officer who changes one changes the paper wherever it is used.

Word shows its own built-in styles in the language of the screen; the others have the names that
the official form gives its parts.
"""

from collections.abc import Iterator
from typing import Final

from agreement_viewer.report.form import SIZE, SPACE, SUMMARY
from agreement_viewer.report.word_lists import BULLETS, HEADINGS
from agreement_viewer.report.word_styling import (
    Style,
    base_styles,
    grid_style,
    letter_style,
    paragraph_style,
)
from agreement_viewer.report.word_xml import Element, points

_BODY: Final = "BodyText"
_CENTRE: Final = "center"


def styles(*, full: bool) -> Iterator[Element]:
    """What stands in the part of the styles, of the full report or of the leader's page."""
    spacing = SPACE if full else SUMMARY
    yield from base_styles(SIZE["body" if full else "summary"])
    for style in (*_running(spacing["between"], spacing["lines"]), *_HEAD, *_END, *_ANNEX):
        yield paragraph_style(style)
    yield letter_style("Strong", "b")
    yield letter_style("Emphasis", "i")
    yield grid_style()


def _running(between: float, lines: float) -> tuple[Style, ...]:
    indent = points(SPACE["indent"])
    heading = Style("", "", based=_BODY, next=_BODY, before=between, keep=True, shown=True)
    titled = heading._replace(bold=True)
    return (
        Style(
            _BODY, "Body Text", align="both", after=between, lines=lines, indent=indent, shown=True
        ),
        titled._replace(
            id="Heading1", name="heading 1", caps=True, outline=0, listed=(HEADINGS, 0)
        ),
        titled._replace(id="Heading2", name="heading 2", outline=1, listed=(HEADINGS, 1)),
        heading._replace(id="Heading3", name="heading 3", outline=2),
        Style("ListBullet", "List Bullet", based=_BODY, listed=(BULLETS, 0), shown=True),
        Style("Italic", "Đoạn in nghiêng", based=_BODY, italic=True, shown=True),
        Style("Closing", "Lời kết", based=_BODY, after=2 * between, keep=True),
        Style("Grounds", "Căn cứ", based=_BODY, italic=True),
    )


_HEAD: Final = (
    Style("Header", "header", size=SIZE["page_number"], align=_CENTRE),
    Style("Country", "Quốc hiệu", size=SIZE["country"], bold=True, caps=True, align=_CENTRE),
    Style("Motto", "Tiêu ngữ", size=SIZE["motto"], bold=True, align=_CENTRE),
    Style("Governing", "Cơ quan chủ quản", size=SIZE["agency"], caps=True, align=_CENTRE),
    Style("Issuing", "Cơ quan ban hành", based="Governing", bold=True),
    Style("Number", "Số, ký hiệu", size=SIZE["number"], align=_CENTRE, before=8),
    Style("Day", "Địa danh, thời gian", size=SIZE["day"], italic=True, align=_CENTRE, before=8),
    Style("DrawnLine", "Đường kẻ", size=1, before=3, exact=4),
    Style("Title", "Title", bold=True, caps=True, align=_CENTRE, before=20, shown=True),
    Style("Subtitle", "Subtitle", bold=True, align=_CENTRE, shown=True),
    Style("Span", "Thời gian báo cáo", italic=True, align=_CENTRE, before=4, after=12),
    Style("Addressee", "Kính gửi", align=_CENTRE, after=12),
)
_END: Final = (
    Style("RecipientsTitle", "Nơi nhận", size=SIZE["recipients_title"], bold=True, italic=True),
    Style("Recipients", "Danh sách nơi nhận", size=SIZE["recipients"]),
    Style("Office", "Chức vụ người ký", bold=True, caps=True, align=_CENTRE),
    Style("Signer", "Người ký", bold=True, align=_CENTRE, before=points(SPACE["signing"])),
    Style(
        "Orders", "Ý kiến chỉ đạo", bold=True, before=6, indent=points(SPACE["indent"]), keep=True
    ),
    Style(
        "Ruled", "Dòng kẻ để ghi", before=points(SPACE["ruled"]) - SIZE["summary"] * 1.15, keep=True
    ),
    Style("Maker", "Người lập", bold=True, align=_CENTRE, before=12),
    Style("SectionEnd", "Hết phần", size=1, exact=1),
)
_ANNEX: Final = (
    Style("Annex", "Phụ lục", size=SIZE["annex"], bold=True, align=_CENTRE, keep=True, outline=0),
    Style("AnnexTitle", "Tên phụ lục", bold=True, caps=True, align=_CENTRE, keep=True),
    Style("Enclosed", "Kèm theo", italic=True, align=_CENTRE, after=6, keep=True),
    Style("TableText", "Ô của bảng", size=SIZE["table"], shown=True),
    Style("TableCentred", "Ô căn giữa", based="TableText", align=_CENTRE, shown=True),
    Style("TableHead", "Đầu cột", based="TableCentred", bold=True, keep=True),
    Style("TableBand", "Nhóm trong bảng", based="TableText", bold=True, keep=True),
    Style("TableNote", "Chú thích bảng", size=SIZE["note"], italic=True, before=6),
    Style("Picture", "Hình", align=_CENTRE, before=12),
    Style("Code", "Mã đối chiếu số liệu", size=SIZE["note"], before=12, middle=True),
)
