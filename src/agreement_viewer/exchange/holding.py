"""What a set of deliveries holds together: each gives what lies between its base and its tips."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Self

from agreement_viewer.exchange.peeking import Peeked
from agreement_viewer.ledger.counting import Cut
from agreement_viewer.ledger.edit import Tip


class Held:
    """The ends of the chains that whoever takes all of it in has."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._last: dict[str, Tip] = {}

    @classmethod
    def by(cls, deliveries: Iterable[Peeked]) -> Self:
        """What these hold; one that stands on a base which nobody gives holds nothing."""
        held = cls()
        loose, before = list(deliveries), -1
        while len(loose) != before:
            before = len(loose)
            loose = [delivery for delivery in loose if not held._took(delivery)]
        return held

    def covers(self, tip: Tip) -> bool:
        """Whether it holds the chain up to `tip`."""
        last = self._last.get(tip.writer)
        return tip.id in self._ids or (last is not None and tip.seq < last.seq)

    def beyond(self, tips: Collection[Tip]) -> Cut | None:
        """On what to stand when giving what leads to `tips`; None where it holds all of that.

        A chain with a fork is held where each of its ends is, and else is given whole.
        """
        ends = Counter(tip.writer for tip in tips)
        forked = {writer for writer, count in ends.items() if count > 1}
        lacking = {
            tip
            for tip in tips
            if not (tip.id in self._ids if tip.writer in forked else self.covers(tip))
        }
        if not lacking:
            return None
        seen = (self._last.get(tip.writer) if tip in lacking else tip for tip in tips)
        return Cut(tip for tip in seen if tip and tip.writer not in forked)

    def _took(self, delivery: Peeked) -> bool:
        """Add what `delivery` gives, if its base is held."""
        is_standing = all(map(self.covers, delivery.manifest.base or ()))
        for tip in delivery.tips if is_standing else ():
            self._ids.add(tip.id)
            last = self._last.get(tip.writer)
            if last is None or last.seq < tip.seq:
                self._last[tip.writer] = tip
        return is_standing
