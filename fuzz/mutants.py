"""What can be altered in a module: one thing in one function at a time.

A comparison, an operator, a condition, a constant, what is returned. Not altered are constants of modules
(thresholds are held by the pins of benchmarks), docstrings, types, messages, assertions.
"""

import ast
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from types import CodeType, FunctionType

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
    lines: range
    was: str
    now: str


def count_mutants(source: str) -> int:
    """In how many ways the functions in `source` can be altered."""
    return sum(1 for _ in _places(ast.parse(source)))


def mutant_of(source: str, number: int) -> Mutant:
    """The alteration of that number, counted from 0 in the order of the text."""
    tree = ast.parse(source)
    node, alter = next(islice(_places(tree), number, None))
    was, lines = ast.unparse(node), _lines(node)
    alter()
    return Mutant(ast.fix_missing_locations(tree), lines, was, ast.unparse(node))


def _lines(node: ast.expr | ast.stmt) -> range:
    """The lines of what is altered: of a statement with a block, those of its condition."""
    part = node.test if isinstance(node, ast.If | ast.While) else node
    return range(part.lineno, (part.end_lineno or part.lineno) + 1)


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
