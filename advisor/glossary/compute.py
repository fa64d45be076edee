"""The glossary's terms about compute, time, money and energy."""

from __future__ import annotations

from advisor.language import translate

from .term import Term


def compute_terms() -> tuple[Term, ...]:
    """Return the terms about what a plan spends, in the language spoken now."""
    return (*_compute(), *_speed(), *_bill())


def _compute() -> tuple[Term, ...]:
    return (
        Term(
            "flop",
            translate("Glossary", "FLOP"),
            translate(
                "Glossary",
                "One floating-point operation, such as a multiplication. FLOPs are a number of them, FLOP/s a speed.",
            ),
            translate("Glossary", "It is the currency of training: student, teacher and outputs all pay in it."),
            translate("Glossary", "Eq. 9 and 69; Table 13"),
            translate("Glossary", "FLOPs, FLOP/s, TFLOP/s"),
        ),
        Term(
            "budget",
            translate("Glossary", "Budget"),
            translate(
                "Glossary",
                "All the operations that the plan may spend. It follows from hardware, time and utilisation, or is "
                "typed as it is.",
            ),
            translate(
                "Glossary",
                "Everything else is chosen to reach the lowest loss within it. Distilling gains most where it is "
                "small.",
            ),
            translate("Glossary", "Eq. 9 and 10; Fig. 8 and 17"),
            translate("Glossary", "compute, compute budget, training compute"),
        ),
        Term(
            "phase",
            translate("Glossary", "Phases of the work"),
            translate(
                "Glossary",
                "What the compute pays for: training the teacher, running it over the text for its outputs, and "
                "training the student.",
            ),
            translate("Glossary", "They come one after the other. A phase that is free or done already takes no time."),
            translate("Glossary", "Eq. 9; Fig. 23, 26 and 29"),
            translate("Glossary", "schedule, split"),
        ),
    )


def _speed() -> tuple[Term, ...]:
    return (
        Term(
            "accelerator",
            translate("Glossary", "Accelerator"),
            translate(
                "Glossary",
                "A processor made for training models, such as a GPU. The catalogue has the peak speed, memory and "
                "power of each kind.",
            ),
            translate("Glossary", "Number, kind, time and utilisation together make the budget."),
            also=translate("Glossary", "GPU, TPU"),
        ),
        Term(
            "time",
            translate("Glossary", "Time"),
            translate(
                "Glossary",
                "How long all the accelerators are yours, or how long the plan needs them where the compute is given.",
            ),
            translate("Glossary", "The range beside it is what the time would be at low and at high utilisation."),
            also=translate("Glossary", "deadline, days, GPU-hours"),
        ),
        Term(
            "dense_peak",
            translate("Glossary", "Dense peak"),
            translate(
                "Glossary",
                "The most operations in a second that one accelerator can do at a precision, on ordinary matrices.",
            ),
            translate(
                "Glossary",
                "Makers also print a peak with sparsity, twice as high, that training never sees. Each figure names "
                "its source and date.",
            ),
            also=translate("Glossary", "peak FLOP/s, TFLOP/s"),
        ),
        Term(
            "utilisation",
            translate("Glossary", "Utilisation"),
            translate(
                "Glossary",
                "The share of the dense peak that training reaches over whole days, after communication and waiting.",
            ),
            translate(
                "Glossary",
                "Time and cost are inversely proportional to it, so it is worth measuring. The presets depend on "
                "accelerator and count.",
            ),
            also=translate("Glossary", "model FLOPs utilisation, MFU"),
        ),
        Term(
            "precision",
            translate("Glossary", "Precision"),
            translate(
                "Glossary",
                "The number format that training computes in. BF16 is the usual one; FP8 is faster where the "
                "accelerator has it.",
            ),
            translate(
                "Glossary",
                "It decides the peak. FP8 counts as the BF16 peak at 1.2 times its utilisation, since not everything "
                "runs in it.",
            ),
            also=translate("Glossary", "BF16, FP16, FP8, TF32"),
        ),
        Term(
            "measured_speed",
            translate("Glossary", "Measured speed"),
            translate("Glossary", "What one of your accelerators reached in a training run of your own."),
            translate(
                "Glossary",
                "It replaces peak and utilisation, and with them the widest uncertainty about time and cost.",
            ),
            also=translate("Glossary", "throughput"),
        ),
        Term(
            "contingency",
            translate("Glossary", "Contingency"),
            translate("Glossary", "The share of the time that is set aside for restarts, pilot runs and evaluation."),
            translate("Glossary", "It is taken from the budget, but paid for like the rest."),
            also=translate("Glossary", "reserve"),
        ),
    )


def _bill() -> tuple[Term, ...]:
    return (
        Term(
            "price",
            translate("Glossary", "Price"),
            translate("Glossary", "What one accelerator costs for one hour."),
            translate(
                "Glossary",
                "Times accelerators and hours it is the cost. Where you type none, the catalogue's own stands, with "
                "the range seen.",
            ),
            also=translate("Glossary", "accelerator-hour, GPU-hour, cost"),
        ),
        Term(
            "currency",
            translate("Glossary", "Currency"),
            translate("Glossary", "The label of all money in the plan. Nothing is converted."),
            translate("Glossary", "Type prices in the currency you name; catalogue prices are in US dollars."),
        ),
        Term(
            "pue",
            translate("Glossary", "Power usage effectiveness"),
            translate(
                "Glossary",
                "How many kilowatt-hours the data centre draws for each that the accelerators draw, such as 1.2.",
            ),
            translate("Glossary", "It multiplies energy and carbon; the answer's quality does not depend on it."),
            also=translate("Glossary", "PUE"),
        ),
        Term(
            "carbon",
            translate("Glossary", "Carbon intensity"),
            translate("Glossary", "How many grams of CO₂ equivalent the grid emits for each kilowatt-hour."),
            translate("Glossary", "Times the energy it gives the carbon of the plan; it differs much between places."),
            also=translate("Glossary", "CO₂, emissions"),
        ),
        Term(
            "serving",
            translate("Glossary", "Serving volume"),
            translate("Glossary", "How many tokens the student will read and write over its whole life in use."),
            translate(
                "Glossary",
                "Lifetime compute adds the cost of serving them to training; much use makes a smaller student, trained "
                "for longer, the cheaper one.",
            ),
            translate("Glossary", "Eq. 69 for the cost of a token"),
            translate("Glossary", "served tokens, lifetime compute, inference"),
        ),
    )
