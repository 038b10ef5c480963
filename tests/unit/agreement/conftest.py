"""The smallest programme that a file can hold, for tests that need no real one."""

import pytest

SMALLEST = """
id = "programme-a"
title = "Chương trình phối hợp A"
short_title = "Chương trình A"
purpose = "Tăng cường phối hợp"
years = { first = 2026, last = 2030 }

[[parties]]
id = "unit-b"
name = "Đơn vị B"
short = "ĐV B"

[event]
title = "Lễ ký kết"
date = 2026-01-15
time = "Sáng ngày 15/01/2026"
place = "Hội trường Đơn vị B"

[[groups]]
kind = "area"
title = "Nội dung phối hợp"

[[groups.items]]
id = "area-1"
text = "Trao đổi thông tin"

[[groups.items]]
id = "area-2"
title = "Đào tạo"
text = { text = "Đào tạo cán bộ", published = "đào tạo cán bô" }

[source]
title = "Ký kết Chương trình phối hợp A"
publisher = "Đơn vị B"
article = "Ký kết"
"""


@pytest.fixture
def smallest() -> str:
    """The text of the smallest programme's file."""
    return SMALLEST
