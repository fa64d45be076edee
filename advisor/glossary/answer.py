"""The glossary's terms about the answer: how good, how sure, compared with what."""

from __future__ import annotations

from advisor.language import translate

from .term import Term


def answer_terms() -> tuple[Term, ...]:
    """Return the terms about the answer and the law behind it, in the language spoken now."""
    return (*_quality(), *_certainty(), *_choice(), *_law(), *_tools())


def _quality() -> tuple[Term, ...]:
    return (
        Term(
            "loss",
            translate("Glossary", "Loss"),
            translate(
                "Glossary",
                "How badly a model predicts text it has not seen: the cross-entropy per token. Lower is better.",
            ),
            translate(
                "Glossary",
                "It is the quality that the law predicts. Compare losses with one another, on text like the study's; a "
                "gain of 0.01 is small, one of 0.1 large.",
            ),
            translate("Glossary", "Eq. 1 and 8 (L)"),
            translate("Glossary", "cross-entropy"),
        ),
        Term(
            "nats",
            translate("Glossary", "Nat"),
            translate(
                "Glossary",
                "The unit of loss. A loss of one nat per token means that the right token got a probability of about "
                "37 % on average.",
            ),
            translate("Glossary", "One nat is 1.44 bits; a loss of 2 nats is a perplexity of 7.4."),
            also=translate("Glossary", "nats per token, perplexity"),
        ),
        Term(
            "compute_equivalent",
            translate("Glossary", "Compute equivalent"),
            translate(
                "Glossary",
                "How many times this plan's compute direct training would need to reach the loss that distilling "
                "reaches.",
            ),
            translate(
                "Glossary",
                "It turns a small difference in loss into time and money. Where no budget is enough, the headline says "
                "so.",
            ),
            translate("Glossary", "From Eq. 1 and 8"),
            translate("Glossary", "1.5× the compute"),
        ),
        Term(
            "floor",
            translate("Glossary", "Floor"),
            translate(
                "Glossary", "The loss that a student of this size never falls below, however much it is trained."
            ),
            translate("Glossary", "A wanted loss under it is out of reach: only a larger student helps."),
            translate("Glossary", "Eq. 35"),
            translate("Glossary", "out of reach, irreducible loss"),
        ),
    )


def _certainty() -> tuple[Term, ...]:
    return (
        Term(
            "likelihood",
            translate("Glossary", "Likelihood"),
            translate(
                "Glossary",
                "The probability that the way named first really gives the lower loss, given how far measured losses "
                "lie from the law.",
            ),
            translate(
                "Glossary",
                "From 84 % the answer takes a side. Only the law's own error counts here, not wrong inputs or other "
                "text.",
            ),
            translate("Glossary", "Section 4.4 and Fig. 5b for the law's error"),
            translate("Glossary", "probability, how likely"),
        ),
        Term(
            "range",
            translate("Glossary", "90 % range"),
            translate("Glossary", "The stretch that should hold the true value in nine of ten cases."),
            translate(
                "Glossary",
                "Where the ranges of two ways overlap widely, their difference is no reason to choose one.",
            ),
            translate("Glossary", "Section 4.4 and Fig. 5b for the law's error"),
            translate("Glossary", "interval, band"),
        ),
        Term(
            "beyond",
            translate("Glossary", "Beyond the study"),
            translate(
                "Glossary",
                "Sizes, texts or losses outside what was measured: students and teachers of 143M to 12.6B, up to 512B "
                "student tokens.",
            ),
            translate("Glossary", "The law goes on there, but nothing bounds its error. Charts shade these parts."),
            translate("Glossary", "Section 4; Table 6"),
            translate("Glossary", "extrapolation"),
        ),
        Term(
            "swing",
            translate("Glossary", "Swing"),
            translate(
                "Glossary",
                "How far the answer moves when one input, or one number of the law, takes the ends of its likely range "
                "while the rest stays.",
            ),
            translate(
                "Glossary",
                "The longest bars are worth measuring better. A mark shows where the choice itself would change.",
            ),
            also=translate("Glossary", "sensitivity, tornado"),
        ),
    )


def _choice() -> tuple[Term, ...]:
    return (
        Term(
            "tie",
            translate("Glossary", "Too close to call"),
            translate("Glossary", "The difference between two ways is too small for the law to tell which is better."),
            translate(
                "Glossary",
                "Take the cheaper and simpler one. The law speaks of loss alone; a gain in later tasks may hide behind "
                "a tie.",
            ),
            also=translate("Glossary", "tie"),
        ),
        Term(
            "good_enough",
            translate("Glossary", "Good-enough range"),
            translate(
                "Glossary",
                "The teachers whose students come as close to the best one as the law can tell, within 0.39 % of its "
                "loss for the built-in numbers.",
            ),
            translate(
                "Glossary",
                "Any teacher in it will do: take the one that is at hand, cheap, or allowed.",
            ),
            translate("Glossary", "Fig. 4"),
        ),
        Term(
            "capacity_gap",
            translate("Glossary", "Capacity gap"),
            translate(
                "Glossary",
                "A teacher can be too strong: past some point a better teacher makes a worse student, which cannot "
                "follow it.",
            ),
            translate(
                "Glossary",
                "It is why the largest model is rarely the best teacher, even when its outputs cost nothing.",
            ),
            translate("Glossary", "Eq. 8 and Fig. 4"),
            translate("Glossary", "best teacher"),
        ),
        Term(
            "rank",
            translate("Glossary", "Rank"),
            translate(
                "Glossary", "The place of a candidate by the loss its student would reach on this budget; 1 is best."
            ),
            translate(
                "Glossary",
                "Each candidate pays for its own outputs, so a strong but costly teacher can come last.",
            ),
            translate("Glossary", "From Eq. 8 and 9"),
            translate("Glossary", "candidate rank"),
        ),
        Term(
            "crossing",
            translate("Glossary", "Crossing"),
            translate(
                "Glossary",
                "The budget, or the pair of size and tokens, at which distilling and training directly do equally "
                "well.",
            ),
            translate(
                "Glossary",
                "Below it distilling is better, above it training directly is as good and simpler. It moves up with "
                "the student's size.",
            ),
            translate("Glossary", "Fig. 6, 8 and 17"),
            translate("Glossary", "break-even"),
        ),
        Term(
            "scenario",
            translate("Glossary", "Scenario"),
            translate(
                "Glossary",
                "What of the teacher has to be paid for: nothing (outputs already stored), its outputs, its training, "
                "or both.",
            ),
            translate(
                "Glossary",
                "It decides more than anything else whether distilling pays off. Each one has the same colour in every "
                "chart.",
            ),
            translate("Glossary", "Table 2"),
            translate(
                "Glossary",
                "outputs already stored, outputs computed, train a teacher for many, train a teacher just for this",
            ),
        ),
    )


def _law() -> tuple[Term, ...]:
    return (
        Term(
            "law",
            translate("Glossary", "Distillation scaling law"),
            translate(
                "Glossary",
                "A formula, fitted to hundreds of training runs, that predicts the student's loss from its size, its "
                "tokens and the teacher's loss.",
            ),
            translate("Glossary", "Every answer here is computed from it; Check shows each step with its numbers."),
            translate("Glossary", "Eq. 1 and 8"),
            translate("Glossary", "scaling law"),
        ),
        Term(
            "coefficients",
            translate("Glossary", "Coefficient set"),
            translate(
                "Glossary",
                "The fitted numbers in the law. They belong to one kind of model and one kind of text.",
            ),
            translate(
                "Glossary",
                "Other text has other losses; differences between plans carry over better than the losses do.",
            ),
            translate("Glossary", "Table 6; Appendix A"),
            translate("Glossary", "law, coefficients"),
        ),
    )


def _tools() -> tuple[Term, ...]:
    return (
        Term(
            "pin",
            translate("Glossary", "Pinned plan"),
            translate("Glossary", "A plan that is kept as A, B or C while you go on changing the one you work on."),
            translate("Glossary", "Compare shows pinned plans side by side and tells what each costs and brings."),
            also=translate("Glossary", "pin, compare"),
        ),
        Term(
            "goal_seek",
            translate("Glossary", "Goal seek"),
            translate(
                "Glossary", "Asking backwards: what a wanted loss, a sum of money or a deadline takes or brings."
            ),
            translate("Glossary", "It answers for every scenario, or says that the goal is out of reach and why."),
            translate("Glossary", "Eq. 35 for what is out of reach"),
        ),
    )
