"""The literature named on the last page of every document, beside the credit line (words.nl.md 10)."""

from __future__ import annotations

LITERATURE = (
    "Huber M, Knottnerus JA, Green L, e.a. How should we define health? BMJ 2011;343:d4163.",
    "Huber M, van Vliet M, Giezenberg M, e.a. Towards a ‘patient-centred’ operationalisation of the new dynamic "
    "concept of health: a mixed methods study. BMJ Open 2016;6:e010091.",
)
