"""Starts the window, or answers --headless and --screenshots; nothing else.

Each way imports what it needs and no more: an answer as text needs neither Qt nor a screen.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from advisor.language import translate


class Parser(argparse.ArgumentParser):
    """Reports a wrong call in one line, as everything else here is reported."""

    def error(self, message: str) -> NoReturn:
        text = translate("Command line", "{program}: {problem} (--help shows what can be asked for)")
        self.exit(2, f"{text.format(program=self.prog, problem=message)}\n")


def parser() -> Parser:
    """Return the parser of the command line."""
    result = Parser(
        prog="distillation-advisor",
        description=translate(
            "Command line", "Plan knowledge distillation of language models. Without options: open the window."
        ),
        allow_abbrev=False,
    )
    plan = translate("Command line", "a plan file; without it, the example plan")
    headless = translate("Command line", "print the answer to a plan as JSON, without a window")
    curves = translate("Command line", "with --headless: also the data behind every chart")
    screenshots = translate("Command line", "write a picture of every page, light and dark, into DIR")
    smoke = translate("Command line", "open the window, wait for the first answer, say how long")
    result.add_argument("plan", metavar="PLAN", nargs="?", help=plan)
    result.add_argument("--headless", metavar="PLAN", help=headless)
    result.add_argument("--curves", action="store_true", help=curves)
    result.add_argument("--screenshots", metavar="DIR", help=screenshots)
    result.add_argument("--smoke", action="store_true", help=smoke)
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for and return the exit code; a user never sees a stack trace."""
    options = parser().parse_args(arguments)
    if options.curves and options.headless is None:
        parser().error(translate("Command line", "--curves goes with --headless PLAN"))
    try:
        if options.headless is not None:
            if sys.stdout is None:  # closed by the caller
                raise OSError(translate("Command line", "there is no standard output to write the answer to"))
            from advisor.headless import answer

            code = answer(options.headless, options.curves)
            sys.stdout.flush()
            return code
        return open_window(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return report(error)


def report(error: Exception) -> int:
    """Say in one line what went wrong, for developers who set ADVISOR_TRACE after the trace; return the exit code."""
    from advisor.errors import InputError, ProgramFileError

    if os.environ.get("ADVISOR_TRACE"):
        traceback.print_exc()
    text = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, InputError):
        print(text, file=sys.stderr)
        return 2
    if not isinstance(error, OSError | ProgramFileError):
        text = f"{type(error).__name__}: {text}"
    print(translate("Command line", "The advisor had to stop: {reason}").format(reason=text), file=sys.stderr)
    return 1


def open_window(options: argparse.Namespace) -> int:
    """Open the window, or draw its pictures, if the system has what Qt needs."""
    if options.screenshots is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.system_check import problem

    hindrance = problem()
    if hindrance:
        print(hindrance, file=sys.stderr)
        return 1
    if options.screenshots is not None:
        from ui.screenshots import write_screenshots

        for picture in write_screenshots(options.screenshots, options.plan):
            print(picture)
        return 0
    from ui.app import run

    return run([*([options.plan] if options.plan else []), *(["--smoke"] if options.smoke else [])])


if __name__ == "__main__":
    sys.exit(main())
