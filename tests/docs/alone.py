"""Starts a program in a network of its own, where only 127.0.0.1 is: `python alone.py PROGRAM ARGUMENT…`.

There every port that a page names is free, and nothing that it does can leave this machine. Only root may make such a network;
for others, or where the machine refuses, the program runs in the machine's own, and the ports must be free there.
"""

import ctypes
import fcntl
import os
import socket
import struct
import sys

_NEW_NETWORK = 0x40000000  # CLONE_NEWNET, <linux/sched.h>
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1  # SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP, <linux/if.h>
_INTERFACE = struct.Struct("16sh14x")


def _up(name: bytes) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        told = fcntl.ioctl(any_socket, _GET_FLAGS, _INTERFACE.pack(name, 0))
        fcntl.ioctl(any_socket, _SET_FLAGS, _INTERFACE.pack(name, _INTERFACE.unpack(told)[1] | _UP))


if __name__ == "__main__":
    if ctypes.CDLL(None).unshare(_NEW_NETWORK) == 0:
        _up(b"lo")
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606  the program that we were asked to become
