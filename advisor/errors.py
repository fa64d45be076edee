"""The exceptions a caller of the computation has to know."""

from __future__ import annotations


class InputError(ValueError):
    """An input cannot be used; names the field, what was given, and what would be right.

    Parameters
    ----------
    field : str
        The plan file's path of the field, such as ``"student.parameters"``; empty for the whole file.
    fix : str
        What is wrong and what would be right, as one sentence without a final stop.
    """

    def __init__(self, field: str, fix: str) -> None:
        self.field = field
        self.fix = fix
        super().__init__(f"{field}: {fix}" if field else fix)

    def within(self, place: str) -> InputError:
        """Return the same error, of the same field in a plan that stands at ``place`` in another."""
        return InputError(f"{place}.{self.field}" if self.field else place, self.fix)


class Cancelled(Exception):
    """A long computation stopped because its ``should_stop`` callable returned True."""


class ProgramFileError(Exception):
    """A file that ships with the program is missing or damaged; the text is one sentence for the user."""
