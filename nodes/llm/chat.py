"""Ask a language model."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from nodes.sdk import Context, In, LongText, Message, ModelName, Node, Ports, UserError, brief


class AskModel(
    Node,
    name="llm.chat",
    icon="auto_awesome",
    effect="idempotent",
    paid=True,
    aliases=(
        "ai",
        "llm",
        "chat",
        "gpt",
        "claude",
        "gemini",
        "ollama",
        "prompt",
        "generate",
        "write",
    ),
):
    """Ask a language model and send its answer.

    Say in `system` who the model is and how it works, and in the prompt what it shall do now.
    """

    model: ModelName = ""
    """Which model answers, as `provider/model`; empty means the model the run is started with."""
    system: LongText = ""
    """Who the model is and which rules it follows, the same for every prompt."""
    prompt: In[LongText]
    """What the model is asked, with `{{ expressions }}` for values of other nodes."""
    temperature: float | None = Field(default=None, ge=0, le=2)
    """0 for the most predictable answers, higher for more variety; empty leaves it to the model."""
    max_tokens: int | None = Field(default=None, ge=1, le=1_000_000, title="Longest answer")
    """The most tokens (about three quarters of a word each) the answer may have."""

    class Output(Ports):
        text: str
        """The answer."""
        model: str
        """The model that answered, which may be one of the fallback models."""
        tokens: int
        """Tokens of the prompt and the answer together."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the model."""
        return brief(settings.get("model")) or "model of the run"

    async def run(self, ctx: Context) -> Output:
        if not self.prompt.strip():
            raise UserError(
                "Input 'prompt' is empty.",
                hint="Write a prompt, or connect it to a node that sends a text.",
            )
        system = [Message("system", self.system)] if self.system.strip() else []
        answer = await ctx.llm.chat(
            self.model.strip(),
            [*system, Message("user", self.prompt)],
            temperature=self.temperature,
            max_tokens=self.max_tokens,
        )
        if answer.finish == "length":
            ctx.log.warning("The answer was cut off because it reached its longest length.")
        return self.Output(
            text=answer.text,
            model=answer.model,
            tokens=answer.input_tokens + answer.output_tokens,
        )
