"""A page in Debian's own Chromium without a window, spoken to in its DevTools protocol; standard library only.

Nothing is downloaded: where there is no Chromium, the tests that need it are skipped.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import shutil
import socket
import struct
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable")
PATIENCE = 60.0
Answer = Any
"""What a script gives: anything JSON can hold."""
_TEXT_FRAME, _CLOSE_FRAME, _PING_FRAME, _PONG_FRAME = 1, 8, 9, 10
_SHORT, _MIDDLE = 126, 127


def chromium() -> str:
    """Where Chromium is, or an empty text."""
    return next(filter(None, map(shutil.which, NAMES)), "")


class Page:
    """One page. `console` holds what went wrong on it: errors of the script and what the policy refused."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._number = 0
        self.console: list[str] = []
        self.requested: list[str] = []

    def send(self, method: str, **params: object) -> dict[str, Any]:
        """Ask one thing and wait for its answer."""
        self._number += 1
        text = json.dumps({"id": self._number, "method": method, "params": params})
        self._line.sendall(_frame(text.encode(), _TEXT_FRAME))
        while True:
            said = json.loads(self._read())
            if said.get("id") == self._number:
                assert "error" not in said, said
                answer: dict[str, Any] = said["result"]
                return answer
            self._note(said)

    def open(self, path: Path) -> None:
        """Go to a file and wait until it stands there."""
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.send("Page.navigate", url=path.as_uri())
        self.wait("document.readyState === 'complete'")

    def run(self, script: str) -> Answer:
        """The value of a script, as JSON; a promise is awaited."""
        found = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until a script is true."""
        until = time.monotonic() + PATIENCE
        while not self.run(script):
            assert time.monotonic() < until, script
            time.sleep(0.02)

    def press(self, key: str, text: str = "") -> None:
        """Press one key, as a person does."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27}
        code = codes.get(key, ord(text.upper()) if text.isalnum() else 0)
        common = {"key": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        for sign in words:
            self.press(sign, sign)

    def size(self, width: int, height: int = 800) -> None:
        """Make the window this large, in pixels of the page."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def look(self, *, media: str = "", scheme: str = "light") -> None:
        """Show the page as on paper (`print`) or on a screen, light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.send("Emulation.setEmulatedMedia", media=media, features=features)

    def picture(self) -> bytes:
        """The whole page as PNG."""
        found = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        return base64.b64decode(found["data"])

    def paper(self) -> bytes:
        """The page as it is printed, as PDF."""
        return base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True)["data"])

    def _note(self, said: dict[str, Any]) -> None:
        params = said.get("params", {})
        if said.get("method") == "Runtime.exceptionThrown":
            self.console.append(params["exceptionDetails"]["text"])
        elif said.get("method") == "Log.entryAdded":
            self.console.append(params["entry"]["text"])
        elif said.get("method") == "Network.requestWillBeSent":
            self.requested.append(params["request"]["url"])

    def _read(self) -> bytes:
        whole = b""
        while True:
            kind, last, data = self._read_frame()
            if kind == _PING_FRAME:
                self._line.sendall(_frame(data, _PONG_FRAME))
                continue
            assert kind != _CLOSE_FRAME, "the page is gone"
            whole += data
            if last:
                return whole

    def _read_frame(self) -> tuple[int, bool, bytes]:
        first, second = self._exactly(2)
        size = second & 0x7F
        if size == _SHORT:
            [size] = struct.unpack(">H", self._exactly(2))
        elif size == _MIDDLE:
            [size] = struct.unpack(">Q", self._exactly(8))
        return first & 0x0F, bool(first & 0x80), self._exactly(size)

    def _exactly(self, size: int) -> bytes:
        found = bytearray()
        while len(found) < size:
            part = self._line.recv(size - len(found))
            assert part, "the line is dead"
            found += part
        return bytes(found)


def _frame(data: bytes, kind: int) -> bytes:
    """A frame from a client, which has to be masked (RFC 6455, 5.3)."""
    size = len(data)
    if size < _SHORT:
        head = struct.pack(">BB", 0x80 | kind, 0x80 | size)
    elif size < 1 << 16:
        head = struct.pack(">BBH", 0x80 | kind, 0x80 | _SHORT, size)
    else:
        head = struct.pack(">BBQ", 0x80 | kind, 0x80 | _MIDDLE, size)
    # a mask of zeros is a mask
    return head + bytes(4) + data


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A Chromium of its own, with nothing in it, that cannot reach the network."""
    profile = folder / "profiel"
    program = subprocess.Popen(
        [
            chromium(),
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions"),
            *("--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync", "--mute-audio"),
            *("--proxy-server=127.0.0.1:9", "--remote-debugging-port=0", f"--user-data-dir={profile}"),
            "about:blank",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
    )
    try:
        port = _port(profile / "DevToolsActivePort")
        with urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = [one for one in json.load(answer) if one["type"] == "page"]
        with _line(port, pages[0]["webSocketDebuggerUrl"]) as line:
            yield Page(line)
    finally:
        program.kill()
        program.wait()


def _port(file: Path) -> int:
    until = time.monotonic() + PATIENCE
    while not file.is_file() or not file.read_text().strip():
        assert time.monotonic() < until, "Chromium does not answer"
        time.sleep(0.05)
    return int(file.read_text().splitlines()[0])


@contextmanager
def _line(port: int, url: str) -> Iterator[socket.socket]:
    path = url.partition(f":{port}")[2]
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        asked = (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        line.sendall(asked.encode())
        said = b""
        while not said.endswith(b"\r\n\r\n"):
            said += line.recv(1)
        assert b" 101 " in said.splitlines()[0], said
        yield line
