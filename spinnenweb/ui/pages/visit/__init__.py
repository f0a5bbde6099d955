"""The one page to choose from while a resident looks along."""
