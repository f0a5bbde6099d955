"""Tools that keep what is committed in step with its source; each says in its own docstring how it is used."""
