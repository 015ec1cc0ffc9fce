"""No network: the tests and the processes that they start with this on their path reach no other machine."""

import sys

_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")


def refuse_network(event, arguments):
    """An audit hook: sockets between processes of this machine are left alone, addresses of a net are not."""
    if event in _LOOKUPS or (
        event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple)
    ):
        raise PermissionError(f"the tests have no network: {event} {arguments[1:] or arguments}")


sys.addaudithook(refuse_network)
