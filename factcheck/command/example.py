"""The articles that come with factcheck, as files."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def example_folder() -> Iterator[str]:
    """The folder with the example's articles; a copy of it where factcheck runs from a zip archive.

    importlib.resources.as_file copies no folders before Python 3.12.
    """
    folder = files("corpus") / "examples" / "serbia"
    if isinstance(folder, Path):
        yield str(folder)
        return
    with TemporaryDirectory() as copy:
        for file in folder.iterdir():
            Path(copy, file.name).write_bytes(file.read_bytes())
        yield copy
