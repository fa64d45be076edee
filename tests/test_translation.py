"""Every text that people read can be translated: no bare ones, every call as translators' tools need it.

The sources are read, not run. A text counts as visible where it has two words, is one capitalised word, or is a word
that an f-string glues to something.
"""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "packaging" / "translations.py"

NOT_TRANSLATED = {
    "advisor/citation.py": "the paper's title, authors and BibTeX",
    "advisor/language.py": "the names of months in English",
    "ui/style.py": "style sheets",
    "ui/panel_style.py": "style sheets",
    "ui/report_style.py": "style sheets",
    "ui/smoke.py": "a check of packaged programs, for those who build them",
}
"""Modules without a text to translate, and what they hold."""

_PRODUCTS = (
    "Distillation Advisor",
    "Fusion",
    "Inter",
    "Inter Variable",
    "Shiboken",
    "Python",
    "Instinct",
    "Qt and PySide6",
)
_KEYS = ("Left", "Right", "Up", "Down", "Return", "Esc", "Home", "End", "Del", "Space", "Tab", "Enter")
EXCEPTIONS = {
    **dict.fromkeys(_PRODUCTS, "names of programs, fonts and machines"),
    **dict.fromkeys(_KEYS, "what Qt calls keys; it translates them itself"),
    "nats per token": "the unit of losses, which is looked up by it",
    "GPL 2 with an exception for packaged programs": "the name of a licence",
    "English": "a language names itself",
    "Phi": "a letter of formulas",
    "line of ": "a key by which undo steps merge",
    "Untitled plan": "the default in the format of plan files",
    "plan ": "what saves a file's name that Windows has another use for",
    ", line ": "in a message to those who maintain the catalogue",
    "apt-get install -y ": "a command",
    "General": "a number format of Excel",
    "d mmmm yyyy": "a number format of Excel",
}
"""Texts that are the same in every language."""

NOT_SHOWN = {
    *("debug", "info", "warning", "error", "exception", "critical", "log"),  # of a logger
    *("setObjectName", "setProperty", "set_state", "setStyleSheet", "getLogger", "compile", "encode", "decode"),
    *("frozenset", "startswith", "endswith", "partition", "removeprefix", "split"),
    *("setDesktopFileName", "TypeVar", "NewType", "namedtuple", "setThemeName", "fromString", "QKeySequence"),
}
"""What takes no text that people read."""

PROGRAMMERS_ERRORS = {
    *("ValueError", "TypeError", "KeyError", "IndexError", "RuntimeError", "NotImplementedError", "AssertionError"),
    *("LookupError", "AttributeError"),
}
"""Errors that only show a mistake in the program; what users read is an `InputError`, or told by the window."""

_WORDS = re.compile(r"(?<![\w.#:<-])[^\W\d_]{2,}[^\w\s]*\s(?:.*\s)?[^\w\s]*[^\W\d_]{2,}(?![\w-])", re.DOTALL)
_CAPITALISED = re.compile(r"^[A-Z][a-z]{2,}…?$")
_GLUED = re.compile(r"(?:^|\s)[(“‘\"']*[a-z]{2,}[^\w\s/]*(?:\s|$)")
_TAG = re.compile(r"</?[a-z]+[^<>]*>?")
_FORMULA = re.compile(r"\{[^{}]*\}|[\d\s()×/+−=^-]")
"""What a formula consists of: {quantities}, which have words of their own, numbers and signs."""

_TECHNICAL = ("arXiv", "%s")
"""Marks of citations and of log lines."""

_FIELD = re.compile(r"\{(\w*)")


@lru_cache
def tool() -> ModuleType:
    """The script that translators' files are made with."""
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


class Source:
    """A module, with what each node stands in."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.tree = ast.parse(text)
        self._parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def parent(self, node: ast.AST) -> ast.AST | None:
        return self._parents.get(node)

    def around(self, node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
        """Yield (outer, inner) from a node outwards."""
        while (outer := self._parents.get(node)) is not None:
            yield outer, node
            node = outer

    def at(self, node: ast.AST) -> str:
        return f"{self.name}:{node.lineno}"  # type: ignore[attr-defined]


@lru_cache
def sources() -> tuple[Source, ...]:
    paths = tool().sources(ROOT)
    return tuple(Source(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in paths)


def called(node: ast.AST) -> str:
    """Return the last name of what is called: "setText" for ``label.setText(…)``."""
    function = node.func if isinstance(node, ast.Call) else None
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_shown(source: Source, node: ast.Constant) -> bool:
    """Return whether a literal may reach people without having been translated."""
    for outer, inner in source.around(node):
        if isinstance(outer, ast.Expr) and inner is node:
            return False  # a docstring, or one below a constant
        if isinstance(outer, ast.Call) and inner is not outer.func and called(outer) in ("translate", *NOT_SHOWN):
            return False
        if isinstance(outer, ast.Raise) and called(outer.exc or outer) in PROGRAMMERS_ERRORS:
            return False
        if isinstance(outer, ast.Assert | ast.Subscript) and inner is not getattr(outer, "value", None):
            return False
        if isinstance(outer, ast.AnnAssign | ast.arg) and inner is outer.annotation:
            return False
        if isinstance(outer, ast.Dict) and inner in outer.keys:
            return False
        if isinstance(outer, ast.Compare | ast.MatchValue):
            return False
        if isinstance(outer, ast.FunctionDef) and inner is outer.returns:
            return False
        if isinstance(outer, ast.stmt):
            break
    return True


def bare_texts(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if (
            not isinstance(node, ast.Constant)
            or not isinstance(node.value, str)
            or {node.value, node.value.strip()} & set(EXCEPTIONS)
        ):
            continue
        if any(mark in node.value for mark in _TECHNICAL):
            continue
        text = _TAG.sub(" ", node.value)
        if not isinstance(source.parent(node), ast.JoinedStr) and not _FORMULA.sub("", text):
            continue
        glued = isinstance(source.parent(node), ast.JoinedStr) and re.search(r"\s", text) and _GLUED.search(text)
        if not (_WORDS.search(text) or _CAPITALISED.match(text) or glued):
            continue
        if is_shown(source, node):
            yield f"{source.at(node)}: {node.value!r}"


def unusual_calls(source: Source) -> Iterator[str]:
    """Yield calls that translators' tools, or the moment they are made in, make useless."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Application.translate", ".tr")):
            yield f"{source.at(node)}: Qt's own way"
    for call in tool().calls(source.tree):
        where, given = source.at(call), call.args
        if call.keywords or not 2 <= len(given) <= 4:
            yield f"{where}: context, text, comment and count stand in this order, without names"
        if not all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in given[:3]):
            yield f"{where}: context, text and comment are written out"
            continue
        if not given[0].value.strip() or not given[1].value.strip():  # type: ignore[attr-defined]
            yield f"{where}: nothing to translate"
        if "%n" in given[1].value and len(given) < 4:  # type: ignore[attr-defined]
            yield f"{where}: %n without a count"
        if not in_a_function(source, call):
            yield f"{where}: translated while the module is imported"
        if any(isinstance(outer, ast.FormattedValue) for outer, _ in source.around(call)):
            yield f"{where}: within an f-string"


def in_a_function(source: Source, node: ast.AST) -> bool:
    """Return whether a node is evaluated when a function is called, not when it is defined."""
    for outer, inner in source.around(node):
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef) and inner in outer.body:
            return True
        if isinstance(outer, ast.Lambda) and inner is outer.body:
            return True
    return False


def wrong_places(source: Source) -> Iterator[str]:
    """Yield calls whose {names} are not what `str.format` fills in, where that can be seen."""
    for call in tool().calls(source.tree):
        one = tool().message(call)
        if one is None:
            continue
        names, where = places(one.text), source.at(call)
        user = source.parent(call)
        if isinstance(user, ast.Attribute) and user.attr == "format":
            yield from wrong_format(source, source.parent(user), [names], where)
        elif isinstance(user, ast.Call) and call in user.args and called(user).startswith("set") and names:
            yield f"{where}: nothing fills in {sorted(names)}"
    for function in (node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef)):
        texts = variables(function)
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Attribute)
                and node.attr == "format"
                and isinstance(node.value, ast.Name)
                and node.value.id in texts
            ):
                yield from wrong_format(source, source.parent(node), texts[node.value.id], source.at(node))


def variables(function: ast.FunctionDef) -> dict[str, list[set[str]]]:
    """Return the places in the texts of variables that only ever hold the text of a message as it was translated."""
    texts: dict[str, list[set[str]]] = {}
    unknown = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.For | ast.NamedExpr | ast.comprehension):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)]
            value = node.value if isinstance(node, ast.Assign) else None
            choices = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            told = [tool().message(choice) if called(choice or node) == "translate" else None for choice in choices]
            if len(names) != 1 or None in told:
                unknown |= set(names)
            else:
                texts.setdefault(names[0], []).extend(places(one.text) for one in told if one is not None)
    return {name: found for name, found in texts.items() if name not in unknown}


def places(text: str) -> set[str]:
    return set(_FIELD.findall(text.replace("{{", "").replace("}}", "")))


def wrong_format(source: Source, call: ast.AST | None, texts: list[set[str]], where: str) -> Iterator[str]:
    if not isinstance(call, ast.Call) or any(keyword.arg is None for keyword in call.keywords):
        return
    given = {str(keyword.arg) for keyword in call.keywords}
    if call.args:
        yield f"{where}: places have names"
    elif given not in texts and not (len(texts) > 1 and any(names <= given for names in texts)):
        yield f"{where}: {sorted(given)} fill in {sorted(texts[0])}"


# What the sources must be like ----------------------------------------------------------------------------------------


def test_every_source_is_looked_at() -> None:
    names = [source.name for source in sources()]
    assert len(names) == len(set(names)) > 150
    assert {"main.py", "advisor/headline.py", "ui/actions.py", "ui/pages/page.py"} <= set(names)
    assert set(NOT_TRANSLATED) <= {*names, "ui/report_style.py"}


def test_no_text_is_bare() -> None:
    found = [line for source in sources() if source.name not in NOT_TRANSLATED for line in bare_texts(source)]
    assert not found, f"{len(found)} texts go past advisor.language.translate:\n" + "\n".join(found)


def test_calls_are_as_translators_tools_need_them() -> None:
    found = [line for source in sources() for line in unusual_calls(source)]
    assert not found, "\n".join(found)


def test_places_are_filled_in_by_their_names() -> None:
    found = [line for source in sources() for line in wrong_places(source)]
    assert not found, "\n".join(found)


# That the tests above can fail ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Two words")',
        'label.setToolTip("Undo")',
        'return f"{number} tokens"',
        'return f"Distil from {teacher}"',
        'raise InputError("hours", "Write a time")',
        'words = ("one of many", "other")',
        'names = {"low": "Low"}',
        'print(f"it took {n} seconds")',
    ],
)
def test_a_bare_text_is_found(line: str) -> None:
    assert list(bare_texts(Source("a.py", f"def f():\n    {line}\n")))


@pytest.mark.parametrize(
    "line",
    [
        'label.setText(translate("Page", "Two words"))',
        'log.warning("the plan %s is odd", name)',
        'raise ValueError("no such page here")',
        'label.setObjectName("two words")',
        'label.setStyleSheet("QLabel { color: red }")',
        'return texts["two words"]',
        'return {"one key": 1}',
        'return text == "two words"',
        'return f"{field}.parameters {unit}"',
        '"""Two words."""',
        'return f"{label} – {value} × 10"',
        'formula = "{accelerators} × {hours} / 1000"',
    ],
)
def test_what_nobody_reads_is_passed_over(line: str) -> None:
    assert not list(bare_texts(Source("a.py", f"def f():\n    {line}\n")))


@pytest.mark.parametrize(
    "code",
    [
        'TEXT = translate("Page", "Open")',
        'class A:\n    text = translate("Page", "Open")',
        'def f(text=translate("Page", "Open")): ...',
        'def f():\n    return translate("Page", f"Open {x}")',
        'def f():\n    return translate("Page", "Open " + x)',
        'def f():\n    return translate("Page", text)',
        'def f():\n    return translate(context, "Open")',
        "def f():\n    return f\"{translate('Page', 'Open')} now\"",
        'def f():\n    return translate("Page", "%n row(s)", n=3)',
        'def f():\n    return translate("Page", "%n row(s)")',
        'def f():\n    return translate("Page", "%n row(s)", count)',
        'def f():\n    return self.tr("Open")',
        'def f():\n    return QCoreApplication.translate("Page", "Open")',
        'def f():\n    return translate("Page", "")',
    ],
)
def test_an_unusual_call_is_found(code: str) -> None:
    assert list(unusual_calls(Source("a.py", code)))


@pytest.mark.parametrize(
    "code",
    [
        'translate("Page", "Open {name}").format(other=1)',
        'translate("Page", "Open").format(name=1)',
        'translate("Page", "Open {name}").format(1)',
        'label.setText(translate("Page", "Open {name}"))',
        'text = translate("Page", "Open {name}"); return text.format(nam=1)',
    ],
)
def test_a_wrong_place_is_found(code: str) -> None:
    assert list(wrong_places(Source("a.py", f"def f():\n    {code}\n")))


def test_usual_calls_are_fine() -> None:
    code = """
def f():
    text = translate("Page", "Open {name}", "a file")
    if n == 1:
        text = translate("Page", "One")
    a = translate("Page", "%n row(s) of {name}", "", len(rows)).format(name=1)
    b = [lambda: translate("Page", "Close")]
    return text.format(name=2), translate("Page", "{low} to {high}").format(**ends)
"""
    source = Source("a.py", code)
    assert not [*unusual_calls(source), *wrong_places(source), *bare_texts(source)]


# Translators' files ---------------------------------------------------------------------------------------------------

needs_lupdate = pytest.mark.skipif(tool().tool("lupdate") is None, reason="this PySide6 has no lupdate")


def test_the_template_has_every_message() -> None:
    """Set right by: python3 packaging/start.py translations update."""
    wanted, there = set(tool().messages(ROOT)), set(tool().listed(tool().TEMPLATE))
    assert len(wanted) > 300
    lines = [f"new: {one}" for one in sorted(wanted - there, key=str)]
    lines += [f"gone: {one}" for one in sorted(there - wanted, key=str)]
    assert not lines, "\n".join(lines)


@needs_lupdate
def test_updating_once_more_changes_nothing(tmp_path: Path) -> None:
    copy = tmp_path / tool().TEMPLATE.name
    shutil.copy(tool().TEMPLATE, copy)
    tool().update(folder=tmp_path, root=ROOT)
    first = copy.read_bytes()
    assert set(tool().listed(copy)) == set(tool().messages(ROOT))
    tool().update(folder=tmp_path, root=ROOT)
    assert copy.read_bytes() == first
    assert b"<location" not in first


def small_program(folder: Path, code: str) -> Path:
    (folder / "ui").mkdir(parents=True, exist_ok=True)
    (folder / "advisor").mkdir(exist_ok=True)
    (folder / "main.py").write_text("")
    (folder / "ui" / "page.py").write_text(code, encoding="utf-8")
    return folder


@needs_lupdate
def test_lupdate_takes_every_message_and_keeps_translations(tmp_path: Path) -> None:
    code = (
        'translate("Page", "%n row(s)", "", len(rows))\n'
        'translate("Page", "A \\"quoted\\" back\\\\slash, a\\nbreak, “é”")\n'
        'translate("Page", "Open", "a verb")\n'
    )
    root, folder = small_program(tmp_path / "program", code), tmp_path / "files"
    files = tool().update(["de", "pt_BR"], folder, root)
    assert [file.name for file in files] == [f"distillation_advisor_{name}.ts" for name in ("de", "en", "pt_BR")]
    german = folder / "distillation_advisor_de.ts"
    assert set(tool().listed(german)) == set(tool().messages(root))
    assert [one.plural for one in tool().messages(root)] == [True, False, False]
    empty = '<comment>a verb</comment>\n        <translation type="unfinished"></translation>'
    text = german.read_text(encoding="utf-8")
    assert empty in text
    german.write_text(text.replace(empty, "<comment>a verb</comment>\n<translation>Öffnen</translation>"), "utf-8")
    small_program(root, code + 'translate("Page", "New")\n')
    tool().update((), folder, root)
    assert "<translation>Öffnen</translation>" in german.read_text(encoding="utf-8")
    assert len(tool().listed(german)) == 4


def test_a_text_with_and_without_count_is_refused(tmp_path: Path) -> None:
    root = small_program(tmp_path, 'translate("Page", "Rows")\ntranslate("Page", "Rows", "", n)\n')
    with pytest.raises(tool().TranslationError, match="with a count and without"):
        tool().messages(root)


def test_a_translation_that_lost_a_name_is_not_released(tmp_path: Path) -> None:
    file = tmp_path / "distillation_advisor_de.ts"
    file.write_text(
        "<TS><context><name>Page</name><message><source>Open {name}</source>"
        "<translation>Öffnen</translation></message></context></TS>",
        encoding="utf-8",
    )
    assert len(tool().faults(file)) == 1
    with pytest.raises(tool().TranslationError, match=r"differ in \{name\}"):
        tool().release(tmp_path)


def test_every_translation_there_is_can_be_released() -> None:
    for file in tool().FOLDER.glob("*.ts"):
        assert not tool().faults(file)
