"""The steps that make the file what it is, oldest first. A step is never changed once it was given out."""

from __future__ import annotations

from spinnenweb.storage.migrations import (
    step_0001,
    step_0002,
    step_0003,
    step_0004,
    step_0005,
    step_0006,
    step_0007,
)
from spinnenweb.storage.migrations.step import Step

STEPS: tuple[Step, ...] = (
    Step(step_0001.INFO, step_0001.migrate),
    Step(step_0002.INFO, step_0002.migrate),
    Step(step_0003.INFO, step_0003.migrate),
    Step(step_0004.INFO, step_0004.migrate),
    Step(step_0005.INFO, step_0005.migrate),
    Step(step_0006.INFO, step_0006.migrate),
    Step(step_0007.INFO, step_0007.migrate),
)
