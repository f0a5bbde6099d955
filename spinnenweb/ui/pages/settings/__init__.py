"""Settings of the work and of this laptop."""
