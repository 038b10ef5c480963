"""Tooltips: Qt guesses whether one is HTML, so whatever somebody typed goes in escaped."""


def as_tip(*paragraphs: str) -> str:
    """A tooltip that shows these texts as they are, wrapped; empty where there are none."""
    import html  # late: it brings two thousand names of characters

    return "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
