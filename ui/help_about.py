"""About: which version this is, whose law it computes with, and the licences of everything that ships."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from advisor import __version__
from advisor.citation import AUTHORS, BIBTEX, PLACE, TITLE
from advisor.language import translate
from advisor.licences import Component, components

from .help_dialog import HelpWindow, help_label, scrolled
from .icons import app_icon
from .text_size import px
from .theme import font

SIZE = 700, 620
LIST_WIDTH = 208


def about_text(law: str) -> str:
    """Return what the program is, as rich text; ``law`` is the name of the coefficient set in use."""
    heading, coefficients = translate("About", "Law"), translate("About", "Coefficients in this plan")
    paragraphs = (
        f"<b>{escape(QApplication.applicationDisplayName())}</b> {__version__}",
        escape(
            translate(
                "About",
                "Plans knowledge distillation of language models: whether to distil, from which teacher, on how much "
                "text, at what cost.",
            )
        ),
        f"<b>{escape(heading)}</b><br>{escape(AUTHORS)}: {escape(TITLE)}. {escape(PLACE)}.",
        escape(
            translate(
                "About",
                "It was measured on English text; what lies beyond the sizes studied is marked in the charts.",
            )
        ),
        f"<b>{escape(coefficients)}</b><br>{escape(law)}",
        escape(
            translate(
                "About",
                "Repeated text is counted after Muennighoff et al. 2023, arXiv:2305.16264.",
            )
        ),
        escape(translate("About", "The program is under the MIT licence. It never uses the network.")),
    )
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


class AboutWindow(HelpWindow):
    """Two tabs: the program with its citation, and the licences."""

    def __init__(self, law: str, parent: QWidget) -> None:
        name = QApplication.applicationDisplayName()
        super().__init__(translate("About", "About {program}").format(program=name), parent)
        self.text = help_label(about_text(law))
        self.components = components()
        self.list = QListWidget()
        self.licence = QPlainTextEdit()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        about = translate("About", "About")
        self.tabs.addTab(scrolled(self._about_tab(), about), about)
        self.tabs.addTab(self._licences_tab(), translate("About", "Licences"))
        self.content.addWidget(self.tabs)
        self.fit(*SIZE)

    def _about_tab(self) -> QWidget:
        tab = QWidget()
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(px(48), px(48)))
        self.bibtex = _plain_text(translate("About", "Citation as BibTeX"))
        self.bibtex.setPlainText(BIBTEX)
        self.bibtex.setFixedHeight(self.bibtex.fontMetrics().lineSpacing() * (BIBTEX.count("\n") + 1) + px(16))
        self.copy_button = QPushButton(translate("About", "Copy BibTeX"))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy_bibtex)
        top = QHBoxLayout()
        top.setSpacing(px(16))
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.text, 1)
        below = QHBoxLayout()
        below.addWidget(self.copy_button)
        below.addStretch(1)
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, px(16), 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self.bibtex)
        column.addLayout(below)
        column.addStretch(1)
        return tab

    def _licences_tab(self) -> QWidget:
        tab = QWidget()
        self.list.setAccessibleName(translate("About", "What the program is made of"))
        self.list.setFixedWidth(px(LIST_WIDTH))
        for component in self.components:
            version = f" {component.version}" if component.version else ""
            item = QListWidgetItem(f"{component.name}{version}", self.list)
            item.setSizeHint(QSize(0, px(24)))
        self.licence_name = QLabel()
        self.licence_name.setFont(font("body_strong"))
        self.licence_name.setTextFormat(Qt.TextFormat.PlainText)
        self.licence = _plain_text(translate("About", "Text of the licence"))
        self.list.currentRowChanged.connect(self._show_licence)
        self.list.setCurrentRow(0)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self.licence_name)
        right.addWidget(self.licence, 1)
        row = QHBoxLayout(tab)
        row.setContentsMargins(0, px(16), 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self.list)
        row.addLayout(right, 1)
        return tab

    def copy_bibtex(self) -> None:
        """Put the citation on the clipboard."""
        QApplication.clipboard().setText(BIBTEX)
        self.copy_button.setText(translate("About", "Copied"))

    def _show_licence(self, row: int) -> None:
        component = self.components[row]
        self.licence_name.setText(component.licence or component.name)
        self.licence.setPlainText(component.text or _no_text(component))


def _no_text(component: Component) -> str:
    return translate("About", "The text of this licence was not found. {name} brings it with its installation.").format(
        name=component.name
    )


def _plain_text(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setAccessibleName(name)
    text.setTabChangesFocus(True)
    shape = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    shape.setPixelSize(font("caption").pixelSize())
    text.setFont(shape)
    return text
