"""How long answers turn out to be, so that money is set aside for the ones to come."""

from typing import Final


class AnswerLengths:
    """The longest answers seen of each model."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, int]] = {}

    def note(self, model: str, tokens: int) -> None:
        """Remember how long an answer was."""
        number, longest = self._seen.get(model, (0, 0))
        self._seen[model] = (number + 1, max(longest, tokens))

    def expect(self, model: str) -> int:
        """Return the tokens to set aside for an answer whose length nobody limits.

        The longest answer a model can give costs hundreds of times what most do: with that set
        aside a small budget would not allow a single call. So it is twice the longest answer
        seen, and a usual one as long as few have been seen.
        """
        number, longest = self._seen.get(model, (0, 0))
        least = _SHORT if number >= _ENOUGH else _USUAL
        return max(2 * longest, least)


_USUAL: Final = 512
_SHORT: Final = 64
_ENOUGH: Final = 5
