"""Calls at a steady rate, whatever becomes of them: who is late does not make the next one wait (an open model).

What may not live here: what is called, and what must come back.
"""

from __future__ import annotations

import http.client
import itertools
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Self

_LONG_S = 60.0
_CALLERS = 24


@dataclass(kw_only=True)
class Load:
    """`asked` says the path, body and headers of each call. What came back is counted in `answers`, by status or by error."""

    port: int
    rate: float
    asked: Callable[[], tuple[str, bytes, dict[str, str]]]
    kept: bool = True
    """Whether a caller keeps its connection for the next call, as proxies do."""
    answers: Counter[str] = field(default_factory=Counter)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self._turns, self._began = itertools.count(), time.monotonic()
        self._callers = [threading.Thread(target=self._call) for _ in range(_CALLERS)]
        for caller in self._callers:
            caller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for caller in self._callers:
            caller.join(_LONG_S)
            assert not caller.is_alive()

    def wait_for_more(self, number: int) -> None:
        """Until so many more calls were answered, or failed."""
        with self._changed:
            before = self.answers.total()
            assert self._changed.wait_for(lambda: self.answers.total() >= before + number, _LONG_S)

    def _call(self) -> None:
        line = self._line()
        while not self._over.is_set():
            due = self._began + next(self._turns) / self.rate
            self._over.wait(max(0.0, due - time.monotonic()))
            path, body, headers = self.asked()
            try:
                line.request("POST", path, body, {"Content-Type": "application/json", **headers})
                with closing(line.getresponse()) as answer:
                    answer.read()
                    told, goes_on = str(answer.status), self.kept and not answer.will_close
            except (OSError, http.client.HTTPException) as failure:
                told, goes_on = type(failure).__name__, False
            if not goes_on:
                line.close()
                line = self._line()
            with self._changed:
                self.answers[told] += 1
                self._changed.notify_all()
        line.close()

    def _line(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=_LONG_S)
