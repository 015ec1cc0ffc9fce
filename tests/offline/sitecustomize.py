"""No network: the tests and the processes that they start with this on their path reach no other machine."""

import sys

_HERE = ("127.0.0.1", "::1")
_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")


def refuse_network(event, arguments):
    """An audit hook: what stays on this machine is left alone, other addresses and names are not."""
    if event in _LOOKUPS:
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if host not in _HERE:
        raise PermissionError(f"the tests have no network: {event} {arguments[1:] or arguments}")


sys.addaudithook(refuse_network)
