"""The one way this program asks before work is lost: a small question whose buttons say what they do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

Choice = QMessageBox.StandardButton


def ask(window: QWidget, title: str, question: str, detail: str, choices: Mapping[Choice, str]) -> Choice:
    """Ask a question and return the choice; Escape is Cancel.

    Parameters
    ----------
    window : QWidget
        Whose plan it is about.
    title, question, detail : str
        The dialog's title, the question, and what happens otherwise.
    choices : mapping from Choice to str
        The buttons and what they say; the first is the one that Enter presses.
    """
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setText(question)
    box.setInformativeText(detail)
    for choice, text in choices.items():
        button = box.addButton(choice)
        button.setText(text)
        button.setIcon(QIcon())
    box.setDefaultButton(next(iter(choices)))
    answer = box.exec()
    box.deleteLater()
    return Choice(answer)
