"""The program as a process of its own, in folders of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "molen kastanje fluit drempel wolk"
HEADER = "code;kern;geboortejaar;datum;wijze;LF;MW;ZG;KL;MD;DF;themas;meetellen;notitie"


@dataclass(frozen=True)
class Home:
    """Where the program thinks it lives: nothing it writes goes anywhere else."""

    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a process here, with the password."""
        own = {name: str(self.folder / name.lower()) for name in XDG}
        temporary = str(self.folder / "tmp")
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
        places = {"HOME": str(self.folder), "TMPDIR": temporary, "TEMP": temporary, **own}
        return {**kept, **places, "CI": "true", "SPINNENWEB_PASSPHRASE": PASSPHRASE}

    def command(self, *arguments: str | Path) -> list[str]:
        """What to start."""
        return [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]

    def run(self, *arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
        """One command, finished; nobody sits at it. What it says holds no trace of a bug."""
        done = subprocess.run(
            self.command(*arguments),
            env=self.environ | environ,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def start(self, *arguments: str | Path) -> subprocess.Popen[str]:
        """One command that goes on by itself."""
        return subprocess.Popen(
            self.command(*arguments),
            env=self.environ,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def many_talks(self, count: int, name: str = "veel.csv") -> Path:
        """A file of earlier conversations, one with each resident."""
        rows = (f"X-{n:05d};Beekdal;1950;2026-05-01;direct;5;6;7;8;9;10;rouw;ja;" for n in range(count))
        file = self.folder / name
        file.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
        return file


XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


def home_in(folder: Path) -> Home:
    """A new home."""
    (folder / "tmp").mkdir(parents=True)
    return Home(folder)
