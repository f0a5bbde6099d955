"""Files that come in and go out: CSV now, more later."""
