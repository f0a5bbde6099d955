"""What is fast and what is slow, ours beside a bare twin; see docs/metingen.md."""
