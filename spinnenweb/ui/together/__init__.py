"""The screens two people look at together: one thing on each, in the resident's own words."""
