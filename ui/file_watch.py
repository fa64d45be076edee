"""Notices that the open plan's file was changed or taken away by somebody else."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from .disk_state import DiskState
from .document import Document

CALM_MILLISECONDS = 300
"""How long a file must be left alone before it is looked at: others write in steps, or delete and write anew."""


class FileWatch(QObject):
    """Watches the file of a document, by content: writing the same again, or saving here, is no change.

    Looks when the system reports something in the file's folder, and when the program is turned to again, because
    network folders report nothing.

    Parameters
    ----------
    document : Document
        Whose file is watched.
    milliseconds : int
        How long to wait after a report before looking.

    Signals
    -------
    found(object, str)
        The file's `DiskState` is another than before, or its content changed once more; with its fingerprint.
    """

    found = Signal(object, str)

    def __init__(
        self, document: Document, milliseconds: int = CALM_MILLISECONDS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._told = (DiskState.SAME, "")
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(milliseconds)
        self._calm.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._reported)
        self._watcher.directoryChanged.connect(self._reported)
        document.state_changed.connect(self._follow)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._turned_to)
        self._follow()

    @Slot()
    def look(self) -> None:
        """Look at the file now."""
        state, found = self._document.disk_state()
        if state is DiskState.UNREADABLE:
            return  # a network that is away for a moment; saving would say so
        self._follow()  # a file that was replaced is no longer the one the system watches
        told = (state, found if state is DiskState.CHANGED else "")
        if told != self._told:
            self._told = told
            self.found.emit(state, found)

    @Slot(str)
    def _reported(self, path: str) -> None:
        self._calm.start()

    @Slot()
    def _follow(self) -> None:
        path = self._document.path
        wanted = [] if path is None else [str(path.absolute()), str(path.absolute().parent)]
        watched = [*self._watcher.files(), *self._watcher.directories()]
        unwanted = [item for item in watched if item not in wanted]
        if unwanted:
            self._watcher.removePaths(unwanted)
            self._told = (DiskState.SAME, "")
        missing = [item for item in wanted if item not in watched]
        if missing:
            self._watcher.addPaths(missing)

    @Slot(Qt.ApplicationState)
    def _turned_to(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._document.path is not None:
            self._calm.start()
