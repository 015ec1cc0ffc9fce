"""Elements written with the names of the document that they go into."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from factcheck.telling.terminal import visible
from factcheck.word.scan import Node


@dataclass(frozen=True, slots=True)
class Names:
    """The namespace of a part's root, and the prefix that stands for it."""

    prefix: str
    uri: str
    is_declared: bool

    @classmethod
    def of(cls, root: Node) -> "Names":
        """The names of a part with this root element."""
        own = root.name.rpartition(":")[0]
        uri = root.attributes.get(f"xmlns:{own}" if own else "xmlns", "")
        bound = [key[6:] for key, value in root.attributes.items() if key[:6] == "xmlns:" and value == uri]
        return cls(bound[0] if bound else "w", uri, bool(bound))

    def element(self, name: str, attributes: Mapping[str, str | None], content: str = "") -> str:
        """The element `name` round `content`, which is markup; attributes without a value are left out."""
        given = "".join(
            f' {self.prefix}:{key}="{_escaped(value)}"'
            for key, value in attributes.items()
            if value is not None
        )
        if not self.is_declared:
            given = f' xmlns:{self.prefix}="{_escaped(self.uri)}"{given}'
        if not content:
            return f"<{self.prefix}:{name}{given}/>"
        return f"<{self.prefix}:{name}{given}>{content}</{self.prefix}:{name}>"

    def document(self, name: str, content: str) -> bytes:
        """A whole part with the element `name` as its root, round `content`."""
        root = f"{self.prefix}:{name}"
        opening = f'<{root} xmlns:{self.prefix}="{_escaped(self.uri)}">'
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{opening}{content}</{root}>'.encode()
        )

    def text(self, text: str) -> str:
        """The element that holds `text`, every space of it; what nobody can see is written out."""
        shown = _escaped(visible(text))
        declared = "" if self.is_declared else f' xmlns:{self.prefix}="{_escaped(self.uri)}"'
        return f'<{self.prefix}:t{declared} xml:space="preserve">{shown}</{self.prefix}:t>'


def _escaped(text: str) -> str:
    """`text` as XML 1.0 can hold it."""
    return escape(text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
