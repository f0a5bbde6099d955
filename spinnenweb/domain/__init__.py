"""What the work is: frozen dataclasses and rules. Standard library only."""
