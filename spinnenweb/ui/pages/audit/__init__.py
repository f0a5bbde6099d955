"""Het logboek: who did what to whom, in whole or of one resident."""
