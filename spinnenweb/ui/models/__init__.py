"""Qt item models over tuples of records."""
