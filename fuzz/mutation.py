"""Alter the code that reads and judges numbers, and see whether its tests notice.

    python -m fuzz.mutation [MODULE...] [--each N] [--seed N]

One thing in one function is altered at a time: a comparison, an operator, a condition, a constant, what is
returned. The module's own quick tests must fail then; a mutant that they let live is printed. Not altered are
constants of modules (thresholds are held by the pins of benchmarks), docstrings, types, messages, assertions.
Each mutant is tried in a process of its own, forked from one that has everything loaded. Of each module
`--each` mutants are drawn by lot, always the same ones; 0 tries all of them.
"""

import argparse
import ast
import importlib
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType

import pytest

ROOT = Path(__file__).parent.parent
SLOWEST = 120  # seconds for the tests of one module; an endless loop is noticed too
NUMBERS = tuple(f"claims/test_{name}.py" for name in ("number_forms", "quantities", "quantities_lexicons"))
JUDGING = tuple(
    f"factcheck/test_{name}.py"
    for name in (
        *(
            "judge",
            "values",
            "times",
            "updates",
            "dates",
            "moves",
            "severity",
            "money_items",
            "stages_and_parties",
        ),
        *("example", "rivals", "draft", "assessment"),
    )
)
TESTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (f"claims.{name}" for name in ("numbers", "number_words", "amounts", "bounds", "ranges")), NUMBERS
    ),
    **dict.fromkeys(
        (
            f"factcheck.{name}"
            for name in ("judging.judge", "judging.times", "linking.values", "linking.updates")
        ),
        JUDGING,
    ),
}
COMPARISONS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type, type] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Mod, ast.Mod: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One alteration: the module's code with it, where it is, and what it says instead."""

    tree: ast.Module
    line: int
    was: str
    now: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every alteration of the functions in `source`, in the order of the text."""
    total = sum(1 for _ in _places(ast.parse(source)))
    for number in range(total):
        tree = ast.parse(source)
        node, alter = next(place for n, place in enumerate(_places(tree)) if n == number)
        was = ast.unparse(node)
        alter()
        yield Mutant(ast.fix_missing_locations(tree), node.lineno, was, ast.unparse(node))


def _places(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, Callable[[], None]]]:
    """What can be altered in the functions of a module, each with the function that does it."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        body = function.body[1:] if ast.get_docstring(function) else function.body
        for statement in body:
            for node in _walk(statement):
                for alter in _alterations(node):
                    yield node, alter


def _walk(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    if isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr | ast.FunctionDef):
        return
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, child in ast.iter_fields(node):
        if name != "annotation":
            for one in child if isinstance(child, list) else [child]:
                if isinstance(one, ast.AST):
                    yield from _walk(one)


def _alterations(node: ast.AST) -> Iterator[Callable[[], None]]:
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in COMPARISONS:
            yield lambda: node.ops.__setitem__(0, COMPARISONS[type(op)]())
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            yield lambda: setattr(node, "op", OPERATORS[type(op)]())
        case ast.BoolOp():
            for at in range(len(node.values)):  # each condition left out
                yield lambda at=at: node.values.pop(at)  # type: ignore[misc]
        case ast.UnaryOp(op=ast.Not()):
            yield lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))
        case ast.If() | ast.IfExp() | ast.While():
            yield lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))
        case ast.Constant(value=bool(value)):
            yield lambda: setattr(node, "value", not value)
        case ast.Constant(value=int(value)):
            yield lambda: setattr(node, "value", value + 1)
        case ast.Return(value=value) if value is not None and not _is_plain(value):
            yield lambda: setattr(node, "value", ast.Constant(None))
        case ast.Break():
            yield lambda: setattr(node, "__class__", ast.Continue)
        case ast.Continue():
            yield lambda: setattr(node, "__class__", ast.Break)


def _is_plain(node: ast.expr) -> bool:
    """Whether what is returned is None, or a truth value, which is altered as one."""
    return isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool))


def put_in_place(name: str, mutant: Mutant) -> None:
    """Give the functions of the loaded module the altered code; whoever holds them runs it."""
    module = importlib.import_module(name)
    path = str(module.__file__)
    altered = {code.co_qualname: code for code in _codes(compile(mutant.tree, path, "exec"))}
    held: list[object] = [one for one in vars(module).values() if getattr(one, "__module__", "") == name]
    held += [one for cls in held if isinstance(cls, type) for one in vars(cls).values()]
    for one in held:
        one = getattr(one, "fget", None) or getattr(one, "func", None) or getattr(one, "__wrapped__", one)
        if isinstance(one, FunctionType) and one.__qualname__ in altered:
            one.__code__ = altered[one.__qualname__]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def is_noticed(name: str, mutant: Mutant | None) -> bool:
    """Whether the tests of the module fail with the mutant in place."""
    child = os.fork()
    if child == 0:
        with tempfile.TemporaryFile() as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            if mutant is not None:
                put_in_place(name, mutant)
            paths = [path for test in TESTS[name] if (path := ROOT / "tests" / test).exists()]
            paths.append(ROOT / (name.replace(".", "/") + ".py"))  # its examples
            options = ["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
            os._exit(int(pytest.main([*options, *map(str, paths)])))
    deadline = time.monotonic() + SLOWEST
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != 0
        time.sleep(0.02)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return True


def tried(name: str, each: int, seed: int) -> tuple[int, int]:
    """How many mutants of a module were noticed, of how many; those that live are printed."""
    source = Path(str(importlib.import_module(name).__file__)).read_text(encoding="utf-8")
    found = list(mutants(source))
    drawn = random.Random(f"{seed} {name}").sample(range(len(found)), min(each or len(found), len(found)))
    noticed = 0
    for number in sorted(drawn):
        mutant = found[number]
        if is_noticed(name, mutant):
            noticed += 1
        else:
            print(f"{name}:{mutant.line}: lives: {mutant.was}  ->  {mutant.now}"[:300], flush=True)
    print(f"{name}: {noticed} of {len(drawn)} noticed, {len(found)} in all", flush=True)
    return noticed, len(drawn)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 1 where fewer than 85 of 100 mutants are noticed."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz.mutation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=", ".join(TESTS))
    parser.add_argument("--each", type=int, default=25, help="mutants of each module; 0 for all")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    for path in sorted({test for tests in TESTS.values() for test in tests}):
        if (ROOT / "tests" / path).exists():
            importlib.import_module("tests." + path.removesuffix(".py").replace("/", "."))
    noticed = total = 0
    for name in options.modules or TESTS:
        if is_noticed(name, None):
            print(f"{name}: its tests fail as it is")
            return 1
        good, whole = tried(name, options.each, options.seed)
        noticed, total = noticed + good, total + whole
    print(f"{noticed} of {total} noticed")
    return int(noticed < 0.85 * total)


if __name__ == "__main__":
    sys.exit(main())
