"""When the vault locks, and that nothing stays behind: quiet, sleep, the system's own lock, the clipboard."""
