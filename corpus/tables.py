"""TOML files that lie beside the code, parsed once: what they hold is kept as Python keeps its modules."""

import os
from importlib.machinery import SourceFileLoader
from types import CodeType
from typing import Any
from zlib import crc32


def load_tables(module: str, name: str) -> dict[str, Any]:
    """The tables of `name.toml` beside the file `module`; they hold texts, numbers and truth values only.

    Parsing all of ours takes 200 ms, more than the rest of a small run. So what was parsed is kept in
    `__pycache__`, where and how Python keeps compiled modules: by the file's content, and not at all where
    nothing can be written or PYTHONDONTWRITEBYTECODE is set. Loading what was kept takes 10 ms.

    Raises FileNotFoundError where there is no such file, tomllib.TOMLDecodeError where it is broken.
    """
    path = os.path.join(os.path.dirname(module), f"{name}.toml")
    held: dict[str, Any] = {}
    exec(_TableLoader(name, path).get_code(name), held)  # type: ignore[arg-type]
    tables: dict[str, Any] = held["tables"]
    return tables


def archive_of(path: str) -> str | None:
    """The zip archive that holds `path`, where the program runs from one ("factcheck.pyz"); else None."""
    while path and not os.path.exists(path):
        path = os.path.dirname(path)
    return path if os.path.isfile(path) else None


class _TableLoader(SourceFileLoader):
    """Takes a TOML file for the source of a module that sets `tables`."""

    def path_stats(self, path: str) -> dict[str, int]:
        """In the place of the time of change a checksum: what is kept is never that of another content."""
        content = self.get_data(path)
        return {"mtime": crc32(content), "size": len(content)}

    def get_data(self, path: str) -> bytes:
        """The bytes of a file, which may lie in a zip archive."""
        try:
            return super().get_data(path)
        except (FileNotFoundError, NotADirectoryError):
            from zipimport import zipimporter

            # of its folder: another process may have written the file just now
            if (archive := archive_of(os.path.dirname(path))) is None:
                raise
            return zipimporter(archive).get_data(path)

    def source_to_code(self, data: bytes, path: str) -> CodeType:  # type: ignore[override]
        import tomllib

        return compile(f"tables = {tomllib.loads(data.decode())!r}", path, "exec", dont_inherit=True)
