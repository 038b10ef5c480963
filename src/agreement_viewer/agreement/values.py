"""The kinds of single value that a programme's file may hold, as msgspec checks them."""

from typing import Annotated, Final

from msgspec import Meta

_BEYOND_ASCII: Final = r"\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff"
_UNPRINTABLE: Final = rf"\x00-\x1f{_BEYOND_ASCII}"
"""Control characters, line breaks, direction overrides and what XML cannot carry."""

LINE_PATTERN: Final = rf"\A(?=.*\S)[^{_UNPRINTABLE}]+\Z"
LINES_PATTERN: Final = rf"\A(?=[\s\S]*\S)[^\x00-\x09\x0b-\x1f{_BEYOND_ASCII}]+\Z"
ID_PATTERN: Final = r"\A(?![0-9a-f]{64}\Z)[a-z0-9][a-z0-9-]{0,63}\Z"
"""Officers' own tasks are named by SHA-256 digests, so nothing signed may look like one."""

Line = Annotated[str, Meta(pattern=LINE_PATTERN)]
Lines = Annotated[str, Meta(pattern=LINES_PATTERN)]
Id = Annotated[str, Meta(pattern=ID_PATTERN)]
Year = Annotated[int, Meta(ge=1, le=9999)]
