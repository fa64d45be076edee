"""What the Help menu tells: what this program is and whose work it uses, and how to read its answer."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor import __version__

from .icons import app_icon
from .theme import font

WIDTH = 520

LICENCES = (
    ("Qt and PySide6", "LGPL 3"),
    ("pyqtgraph", "MIT"),
    ("NumPy", "BSD 3-clause"),
    ("SciPy", "BSD 3-clause"),
    ("msgspec", "BSD 3-clause"),
    ("XlsxWriter", "BSD 2-clause"),
)

READING = (
    (
        "The headline",
        "says which way reaches the lower loss with this hardware, time and text. “As good as training directly with "
        "1.5× the compute” means that direct training would need half as much compute again for the same quality.",
    ),
    (
        "Loss",
        "is how badly a model predicts text, in nats per token; lower is better. Compare losses with one another, on "
        "text like the study's. A gain of 0.01 is small, one of 0.1 is large.",
    ),
    (
        "How likely",
        "is the chance that the way named first is the better one, counting only what the law itself leaves open. Near "
        "one half, nothing separates the two: take the cheaper and simpler one.",
    ),
    (
        "Ranges",
        "hold the expected loss in nine of ten cases. “Good enough” is the range of teachers whose students come "
        "within a hair of the best one: any of them will do.",
    ),
    (
        "Amber notes",
        "say what makes the answer less sure, such as sizes that the study did not test; the charts shade those parts. "
        "Grey notes only inform.",
    ),
    (
        "To see what would change the answer,",
        "open What matters, or drag the orange line on the Budget page, or type anything else into the plan: the "
        "answer follows. Undo takes every step back. Pin keeps a plan beside the next ones, on the page Compare.",
    ),
    (
        "To defend a number,",
        "open Check: every quantity stands there with its symbol, formula, inputs and source. Goal seek answers the "
        "other way round: what a wanted quality takes.",
    ),
)


def about_text(law: str) -> str:
    """Return what the program is, as rich text; ``law`` is the name of the coefficient set in use."""
    licences = ", ".join(f"{name} ({licence})" for name, licence in LICENCES)
    return (
        f"<p><b>{escape(QApplication.applicationDisplayName())}</b> {__version__}</p>"
        "<p>Plans knowledge distillation of language models: whether to distil, from which teacher, on how much text, "
        "at what cost.</p>"
        "<p><b>Law</b><br>Dan Busbridge, Amitis Shidani, Floris Weers, Jason Ramapuram, Etai Littwin, Russ Webb: "
        "Distillation Scaling Laws. ICML 2025, arXiv:2502.08606. It was measured on English text; what lies beyond the "
        "sizes studied is marked in the charts.</p>"
        f"<p><b>Coefficients in this plan</b><br>{escape(law)}</p>"
        f"<p><b>Licence</b><br>MIT. It uses {escape(licences)}.</p>"
        "<p>The program never uses the network.</p>"
    )


def reading_text() -> str:
    """Return how to read the answer, as rich text."""
    return "".join(f"<p><b>{escape(what)}</b> {escape(says)}</p>" for what, says in READING)


class HelpDialog(QDialog):
    """Shows a text beside the work, which goes on; Escape closes it."""

    def __init__(self, title: str, text: str, parent: QWidget, *, with_icon: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = QLabel(text)
        self.text.setFont(font("body"))
        self.text.setWordWrap(True)
        self.text.setFixedWidth(WIDTH)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # some desktops put a cross before the word
        close.clicked.connect(self.close)
        top = QHBoxLayout()
        top.setSpacing(16)
        if with_icon:
            picture = QLabel()
            picture.setPixmap(app_icon().pixmap(48, 48))
            top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        close.setFocus()
