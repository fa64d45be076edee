"""Keep the files that translators work on: python3 packaging/start.py translations update|release.

    update            bring every file in resources/translations up to date with the sources
    update de pt_BR   the same, and start files for these languages
    release           make the .qm files that the program loads, from every language's file that is sound

A message is a call of ``translate`` in advisor/, ui/ or main.py. Qt's own lupdate reads Python by guessing: it misses
plural forms, and calls whose count is an expression. So the calls are found with Python's parser here and handed to
lupdate as C++, which then does what it is good at: it merges them into the files and keeps what was translated.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
STEM = "distillation_advisor"
TEMPLATE = FOLDER / f"{STEM}_en.ts"
"""All messages without a translation: the program speaks English by itself."""

_PLACE = re.compile(r"\{(\w*)[^{}]*\}|%n")


class TranslationError(Exception):
    """Something is wrong with a message or its translation; the text is the sentence that says what."""


@dataclass(frozen=True)
class Message:
    """What ``translate`` is called with; ``plural`` where it is called with a count."""

    context: str
    text: str
    comment: str = ""
    plural: bool = False


def sources(root: Path = ROOT) -> list[Path]:
    """Return the modules that may hold messages, in an order that does not depend on the machine."""
    folders = sorted(path for folder in ("advisor", "ui") for path in (root / folder).rglob("*.py"))
    return [root / "main.py", *folders]


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield every call of ``translate`` by that name, in the order of the text."""
    found = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate"
    ]
    yield from sorted(found, key=lambda call: (call.lineno, call.col_offset))


def message(call: ast.Call) -> Message | None:
    """Return the message of a call; None where context, text or comment is not written out."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    arguments = dict(zip(("context", "text", "comment", "n"), call.args, strict=False)) | named
    words = [arguments.get("context"), arguments.get("text"), arguments.get("comment", ast.Constant(""))]
    if not all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in words):
        return None
    return Message(*(word.value for word in words), plural="n" in arguments)  # type: ignore[union-attr,arg-type]


def messages(root: Path = ROOT) -> list[Message]:
    """Return every message of the sources once, in their order.

    Raises
    ------
    TranslationError
        If the same text in the same context is told with a count in one place and without in another.
    """
    found: dict[tuple[str, str, str], Message] = {}
    for path in sources(root):
        for call in calls(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            one = message(call)
            if one is not None and found.setdefault((one.context, one.text, one.comment), one) != one:
                raise TranslationError(f"{path.name}:{call.lineno}: “{one.text}” is told with a count and without")
    return list(found.values())


def as_cpp(wanted: Iterable[Message]) -> str:
    """Return a C++ source that holds the messages for lupdate."""
    lines = []
    for one in wanted:
        words = ", ".join(_quoted(word) for word in (one.context, one.text, one.comment))
        lines.append(f"QCoreApplication::translate({words}{', n' if one.plural else ''});")
    return "void messages(int n) {\n" + "\n".join(lines) + "\n}\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def tool(name: str) -> Path | None:
    """Return Qt's lupdate or lrelease, which PySide6 brings along; None where this PySide6 lacks it."""
    spec = importlib.util.find_spec("PySide6")
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    files = (Path(place) / f"{name}{suffix}" for place in places for suffix in ("", ".exe"))
    return next((path for path in files if path.is_file()), None)


def run(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools.

    Raises
    ------
    TranslationError
        If it is not there, or fails; the sentence holds what it said.
    """
    program = tool(name)
    if program is None:
        raise TranslationError(f"There is no {name}; PySide6-Essentials brings it")
    command = [str(program), *map(str, arguments)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise TranslationError(f"{name} failed: {(done.stderr or done.stdout).strip()}")


def update(languages: Iterable[str] = (), folder: Path = FOLDER, root: Path = ROOT) -> list[Path]:
    """Bring the files of ``folder`` up to date, starting those of ``languages``, and return them.

    Places are not written: a line added at the top of a module would otherwise change hundreds of them.

    Raises
    ------
    TranslationError
        If a message is told in two ways, or lupdate cannot do its work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    named = {folder / f"{STEM}_{language}.ts" for language in ("en", *languages)}
    files = sorted(named | set(folder.glob(f"{STEM}_*.ts")))
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "messages.cpp"
        source.write_text(as_cpp(messages(root)), encoding="utf-8")
        for file in files:
            language = file.stem.removeprefix(f"{STEM}_")
            options = ["-source-language", "en", "-target-language", language, "-locations", "none", "-no-obsolete"]
            run("lupdate", "-silent", *options, source, "-ts", file)
    return files


def listed(file: Path) -> list[Message]:
    """Return the messages of a translators' file."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for entry in context.iter("message"):
            words = (context.findtext("name", ""), entry.findtext("source", ""), entry.findtext("comment", ""))
            found.append(Message(*words, plural=entry.get("numerus") == "yes"))
    return found


def faults(file: Path) -> list[str]:
    """Return what is wrong with the finished translations of a file: places for numbers and names lost or made up."""
    found = []
    for entry in ElementTree.parse(file).getroot().iter("message"):
        translation = entry.find("translation")
        if translation is None or translation.get("type") is not None:
            continue
        text = entry.findtext("source", "")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            lost, made_up = _places(text) - _places(form) - {"%n"}, _places(form) - _places(text)
            if lost or made_up:
                what = " and ".join(sorted(lost | made_up))
                found.append(f"{file.name}: “{text}” and its translation “{form}” differ in {what}")
    return found


def _places(text: str) -> set[str]:
    return {match.group() if match.group() == "%n" else f"{{{match[1]}}}" for match in _PLACE.finditer(text)}


def release(folder: Path = FOLDER) -> list[Path]:
    """Make the files that the program loads, one for each language but English, and return them.

    Raises
    ------
    TranslationError
        If a translation lost a place for a number or a name, or lrelease cannot do its work.
    """
    made = []
    for file in sorted(set(folder.glob(f"{STEM}_*.ts")) - {folder / TEMPLATE.name}):
        wrong = faults(file)
        if wrong:
            raise TranslationError("\n".join(wrong))
        run("lrelease", "-silent", file, "-qm", file.with_suffix(".qm"))
        made.append(file.with_suffix(".qm"))
    return made


def main(arguments: list[str]) -> int:
    """Do what ``arguments`` ask for; return the exit code."""
    parser = argparse.ArgumentParser(prog="translations", description=(__doc__ or "").partition(":")[0])
    parser.add_argument("what", choices=("update", "release"))
    parser.add_argument("languages", nargs="*", help="with update: languages to start, such as de or pt_BR")
    asked = parser.parse_args(arguments)
    try:
        files = update(asked.languages) if asked.what == "update" else release()
    except TranslationError as error:
        print(error, file=sys.stderr)
        return 1
    for file in files:
        print(file.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
