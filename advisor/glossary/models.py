"""The glossary's terms about models, their text and what a teacher hands on."""

from __future__ import annotations

from advisor.language import translate

from .term import Term


def model_terms() -> tuple[Term, ...]:
    """Return the terms about models and text, in the language spoken now."""
    return (*_people(), *_size_and_shape(), *_text(), *_outputs())


def _people() -> tuple[Term, ...]:
    return (
        Term(
            "distillation",
            translate("Glossary", "Distillation"),
            translate(
                "Glossary",
                "Training a small model, the student, to imitate what a larger one, the teacher, predicts for every "
                "token of a text.",
            ),
            translate(
                "Glossary",
                "The headline says whether this reaches a lower loss than training the student directly at the same "
                "cost.",
            ),
            translate("Glossary", "Eq. 8"),
            translate("Glossary", "to distil"),
        ),
        Term(
            "teacher",
            translate("Glossary", "Teacher"),
            translate(
                "Glossary",
                "The model that is imitated. It either exists already or is trained as part of the plan.",
            ),
            translate(
                "Glossary",
                "Its size decides what its outputs cost, and its own loss is all that counts for how good the student "
                "becomes.",
            ),
            translate("Glossary", "Eq. 8; Table 2 for its cost"),
        ),
        Term(
            "student",
            translate("Glossary", "Student"),
            translate("Glossary", "The model that is trained by this plan and ships at the end."),
            translate(
                "Glossary",
                "Its size is usually given by the device or the price of serving; the plan then asks for the best way "
                "to train it.",
            ),
            translate("Glossary", "Eq. 8; Fig. 2 and 39 for its size at a fixed budget"),
        ),
        Term(
            "supervised",
            translate("Glossary", "Training directly"),
            translate(
                "Glossary",
                "Training the student on the text alone, without a teacher, so that the whole budget pays for its own "
                "tokens.",
            ),
            translate("Glossary", "It is what distilling has to beat: simpler, and with enough compute just as good."),
            translate("Glossary", "Eq. 1"),
            translate("Glossary", "supervised training, pretraining"),
        ),
        Term(
            "candidate",
            translate("Glossary", "Candidate"),
            translate(
                "Glossary",
                "A teacher that exists and could be used, with its size and either its loss or the tokens it was "
                "trained on.",
            ),
            translate(
                "Glossary",
                "Where there are candidates, the plan picks the best of them. A loss estimated from tokens assumes "
                "text like the study's.",
            ),
            translate("Glossary", "Fig. 4 and 7 for the choice of a teacher"),
        ),
    )


def _size_and_shape() -> tuple[Term, ...]:
    return (
        Term(
            "parameter",
            translate("Glossary", "Parameter"),
            translate(
                "Glossary",
                "One of the numbers that a model learns; their count is its size, such as 7B for seven thousand "
                "million.",
            ),
            translate("Glossary", "A larger student reaches a lower loss, and every one of its tokens costs more."),
            translate("Glossary", "Eq. 1 and 8 (N)"),
            translate("Glossary", "weight, model size"),
        ),
        Term(
            "embeddings",
            translate("Glossary", "Parameters without embeddings"),
            translate(
                "Glossary",
                "The size of a model without the table that turns tokens into numbers. Model cards usually count the "
                "table too.",
            ),
            translate(
                "Glossary",
                "The law counts without it. For small models the difference is large: 143M without is 181M with, at a "
                "vocabulary of 32,168.",
            ),
            translate("Glossary", "Appendix H"),
            translate("Glossary", "non-embedding parameters"),
        ),
        Term(
            "teacher_range",
            translate("Glossary", "Teacher size range"),
            translate("Glossary", "The smallest and the largest teacher that the plan may propose."),
            translate(
                "Glossary",
                "Narrow it to sizes you can obtain. It binds only where the plan is free to choose its teacher.",
            ),
        ),
        Term(
            "context",
            translate("Glossary", "Context"),
            translate("Glossary", "How many tokens a model looks at together."),
            translate("Glossary", "Longer contexts make every token dearer. The study used 4,096."),
            translate("Glossary", "Eq. 69"),
            translate("Glossary", "context length, sequence length"),
        ),
        Term(
            "vocabulary",
            translate("Glossary", "Vocabulary"),
            translate("Glossary", "How many different tokens a model knows. Its tokenizer cuts text into these."),
            translate(
                "Glossary",
                "Only a teacher with the student's own vocabulary can be imitated token by token; another one is "
                "outside this law.",
            ),
            translate("Glossary", "Eq. 69"),
            translate("Glossary", "tokenizer"),
        ),
        Term(
            "aspect_ratio",
            translate("Glossary", "Width and depth"),
            translate("Glossary", "How many units wide the model is for each of its layers."),
            translate("Glossary", "With the size it fixes the number of layers, and a little of what a token costs."),
            translate("Glossary", "Appendix H"),
            translate("Glossary", "aspect ratio"),
        ),
        Term(
            "feed_forward",
            translate("Glossary", "Feed-forward part"),
            translate(
                "Glossary",
                "The part of each layer that handles one token at a time. It is wider than the model by the FFN ratio, "
                "and has three matrices with a gate, else two.",
            ),
            translate("Glossary", "It decides how parameters are spread over layers, and so what a token costs."),
            translate("Glossary", "Appendix H"),
            translate("Glossary", "FFN, MLP"),
        ),
        Term(
            "query_group",
            translate("Glossary", "Query group"),
            translate("Glossary", "How many query heads share one head for keys and values; 1 is plain attention."),
            translate("Glossary", "It saves memory when serving and changes the cost of a token slightly."),
            translate("Glossary", "Appendix H"),
            translate("Glossary", "grouped-query attention, GQA"),
        ),
        Term(
            "bits",
            translate("Glossary", "Bits per weight"),
            translate(
                "Glossary",
                "How much memory each parameter takes on the device that runs the student: 16 bits as trained, 8 or 4 "
                "when compressed.",
            ),
            translate(
                "Glossary",
                "It decides how large a student fits. What compression costs in quality is not part of the law.",
            ),
            also=translate("Glossary", "quantisation, must fit in"),
        ),
    )


def _text() -> tuple[Term, ...]:
    return (
        Term(
            "token",
            translate("Glossary", "Token"),
            translate(
                "Glossary", "A piece of text that a model reads at once, about three quarters of an English word."
            ),
            translate("Glossary", "Text, training and cost are all counted in tokens: 450B are 450 thousand million."),
            translate("Glossary", "Eq. 1 and 8 (D)"),
        ),
        Term(
            "student_tokens",
            translate("Glossary", "Student tokens"),
            translate("Glossary", "How many tokens the student is trained on with this plan, repeats included."),
            translate(
                "Glossary", "It is what the budget leaves once the teacher is paid for; more tokens lower the loss."
            ),
            translate("Glossary", "Eq. 8 and 9 (D_S)"),
        ),
        Term(
            "training_tokens",
            translate("Glossary", "Teacher's training tokens"),
            translate("Glossary", "How many tokens a teacher was trained on, or may have been at most."),
            translate("Glossary", "With its size they give the teacher's loss, if nobody measured it."),
            translate("Glossary", "Eq. 1; Appendix D.4.4"),
            translate("Glossary", "trained on"),
        ),
        Term(
            "unique_text",
            translate("Glossary", "Different text"),
            translate("Glossary", "How many tokens there are before any text comes a second time."),
            translate("Glossary", "Where it runs out, training must stop or repeat, and compute may be left over."),
            also=translate("Glossary", "unique tokens, student text, teacher text"),
        ),
        Term(
            "pass",
            translate("Glossary", "Pass over the text"),
            translate(
                "Glossary",
                "Reading all the different text once. Up to about four passes are almost as good as new text; later "
                "ones bring less and less.",
            ),
            translate(
                "Glossary",
                "Repeats cost as much as new text. That they are worth as much when distilling is an assumption.",
            ),
            translate("Glossary", "Appendix A; the formula is from Muennighoff et al. 2023, arXiv 2305.16264"),
            translate("Glossary", "epoch, repeated text"),
        ),
    )


def _outputs() -> tuple[Term, ...]:
    return (
        Term(
            "outputs",
            translate("Glossary", "Teacher outputs"),
            translate(
                "Glossary",
                "What the teacher predicts for each token: one number, a logit, for every entry of the vocabulary.",
            ),
            translate(
                "Glossary", "The student learns from them. Computing them is one pass of the teacher over the text."
            ),
            translate("Glossary", "Eq. 9"),
            translate("Glossary", "logits, predictions"),
        ),
        Term(
            "stored_outputs",
            translate("Glossary", "Stored outputs"),
            translate(
                "Glossary",
                "Teacher outputs that are on disk already, or will be at no extra cost, for the student's text.",
            ),
            translate("Glossary", "They make even a large teacher free to use, so that a stronger one pays off."),
            translate("Glossary", "Table 2, best case"),
            translate("Glossary", "its outputs"),
        ),
        Term(
            "shared_teacher",
            translate("Glossary", "Shared teacher"),
            translate("Glossary", "One teacher that serves several students, which share the cost of training it."),
            translate(
                "Glossary", "With ten students each pays a tenth. A teacher trained for one student rarely pays off."
            ),
            translate("Glossary", "Eq. 9 and Table 2; Appendix D.4.2"),
            translate("Glossary", "shared by"),
        ),
        Term(
            "shared_outputs",
            translate("Glossary", "Shared outputs"),
            translate(
                "Glossary",
                "Outputs that are computed once, stored, and used for all students, which train on the same text.",
            ),
            translate("Glossary", "Each student then pays only its part of the teacher's pass over the text."),
            translate("Glossary", "Eq. 9"),
        ),
        Term(
            "top_128",
            translate("Glossary", "Top-128 outputs"),
            translate(
                "Glossary",
                "Only the 128 likeliest tokens of each output, with their logits, instead of the whole vocabulary.",
            ),
            translate(
                "Glossary",
                "Full outputs of large runs fill petabytes. Mixed with the plain loss, the top 128 cost at most 0.01 "
                "nats, alone 0.11.",
            ),
            translate("Glossary", "Appendix G"),
            translate("Glossary", "truncated logits, top-k"),
        ),
    )
