"""Commands whose docstring is their help, the example at its end kept as it is written."""

import inspect
from typing import Any

import click

_EXAMPLE = "\n\nExample:\n"
_AS_WRITTEN = "\n\n\b\nExample:\n"  # click's sign for a paragraph that is not to be filled


class Documented(click.Command):
    """A command with an example at the end of its docstring."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as click has them
        super().__init__(*args, **kwargs)
        self.help = _with_example(self.help)


class DocumentedGroup(click.Group):
    """The same for all commands together; they are listed in the order in which they were added."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as click has them
        super().__init__(*args, **kwargs)
        self.help = _with_example(self.help)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which they were added."""
        del ctx
        return list(self.commands)


def _with_example(text: str | None) -> str:
    return inspect.cleandoc(text or "").replace(_EXAMPLE, _AS_WRITTEN)
