"""One term of the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.language import translate


@dataclass(frozen=True)
class Term:
    """A term of the field and what a reader of this program should know of it.

    Attributes
    ----------
    key : str
        Never shown and never translated.
    name : str
        As the window has it, with a capital.
    says : str
        What it is, in one or two sentences.
    matters : str
        Why it matters for this answer.
    paper : str
        Where arXiv 2502.08606 has it, such as "Eq. 8"; "" where it does not.
    also : str
        Other words for it, with commas between them; "" where there are none.
    """

    key: str
    name: str
    says: str
    matters: str
    paper: str = ""
    also: str = ""

    @property
    def source(self) -> str:
        """The sentence that sends a reader to the paper, or ""."""
        if not self.paper:
            return ""
        return translate("Glossary", "In the paper: {place}").format(place=self.paper)

    @property
    def other_names(self) -> str:
        """The sentence with other words for it, or ""."""
        return translate("Glossary", "Also called {names}").format(names=self.also) if self.also else ""

    @property
    def named(self) -> str:
        """What it is called, in small letters."""
        return f"{self.name} {self.also}".casefold()

    @property
    def searched(self) -> str:
        """Everything about it that a search may find, in small letters."""
        return f"{self.name} {self.also} {self.says} {self.matters} {self.paper}".casefold()

    def as_text(self) -> str:
        """Return all of it as plain text, one paragraph a line."""
        parts = (self.name, self.says, self.matters, self.other_names, self.source)
        return "\n".join(part for part in parts if part)
