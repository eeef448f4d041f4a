"""Can a server listen here? Asked before one is started, since a second one would silently share the calls with the first.

What may not live here: which server it is, and what it serves.
"""

import socket


class CannotListen(Exception):
    """The address is not one of this machine, or the port is taken; the message says which."""


def address_to_listen_on(host: str, port: int) -> str:
    """The IP address that the host names, after the port was tried. Raises CannotListen.

    Servers set SO_REUSEPORT, so the kernel lets two of them listen on one port and deals the calls out between them; this probe
    does not set it and is refused.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (OSError, OverflowError) as problem:
        reason = getattr(problem, "strerror", None) or "no such port"
        raise CannotListen(f"Cannot listen on {host}, port {port}: {reason}. Choose another.") from problem
    return str(address[0])
