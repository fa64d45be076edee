"""How to read the answer: what headline, ranges and notes mean, and how to question them."""

from __future__ import annotations

from advisor.language import translate


def reading_text() -> str:
    """Return how to read the answer, as rich text."""
    paragraphs = (
        translate(
            "How to read the answer",
            "<b>The headline</b> says which way reaches the lower loss with this hardware, time and text. “As good as "
            "training directly with 1.5× the compute” means that direct training would need half as much compute again "
            "for the same quality.",
        ),
        translate(
            "How to read the answer",
            "<b>Loss</b> is how badly a model predicts text, in nats per token; lower is better. Compare losses with "
            "one another, on text like the study's. A gain of 0.01 is small, one of 0.1 is large.",
        ),
        translate(
            "How to read the answer",
            "<b>How likely</b> is the chance that the way named first is the better one, counting only what the law "
            "itself leaves open. Near one half, nothing separates the two: take the cheaper and simpler one.",
        ),
        translate(
            "How to read the answer",
            "<b>Ranges</b> hold the expected loss in nine of ten cases. “Good enough” is the range of teachers whose "
            "students come within a hair of the best one: any of them will do.",
        ),
        translate(
            "How to read the answer",
            "<b>Amber notes</b> say what makes the answer less sure, such as sizes that the study did not test; the "
            "charts shade those parts. Grey notes only inform.",
        ),
        translate(
            "How to read the answer",
            "<b>To see what would change the answer,</b> open What matters, or drag the orange line on the Budget "
            "page, or type anything else into the plan: the answer follows. Undo takes every step back. Pin keeps a "
            "plan beside the next ones, on the page Compare.",
        ),
        translate(
            "How to read the answer",
            "<b>To defend a number,</b> open Check: every quantity stands there with its symbol, formula, inputs and "
            "source. Goal seek answers the other way round: what a wanted quality takes.",
        ),
        translate(
            "How to read the answer",
            "<b>A word you do not know</b> has a “?” beside it that explains it, and so does F1 wherever the keyboard "
            "is.",
        ),
    )
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
