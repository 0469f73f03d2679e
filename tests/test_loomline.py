"""The facade plugins are written against."""

import loomline
from loomline import Context, FakeContext, In, Node, OutsideError, Ports
from nodes import sdk


class Today(Node, name="weather.today", icon="sunny"):
    """Tell today's temperature."""

    city: In[str]
    """Name of the city."""

    class Output(Ports):
        celsius: float
        """Degrees."""

    async def run(self, ctx: Context) -> Output:
        answer = await ctx.http.request("GET", "https://example.org/weather")
        if answer.status != 200:
            raise OutsideError("The weather service does not answer.")
        return self.Output(celsius=answer.json()["celsius"])


async def test_a_plugin_needs_nothing_but_the_facade() -> None:
    ctx = FakeContext(
        responses=[loomline.HttpResponse(status=200, headers={}, body=b'{"celsius": 21.5}')]
    )
    assert await Today(city="Bern").run(ctx) == Today.Output(celsius=21.5)
    assert Today.spec.id == "weather.today@1"


def test_the_facade_has_every_name_of_the_sdk() -> None:
    assert [name for name in sdk.__all__ if not hasattr(loomline, name)] == []
