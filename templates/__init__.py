"""Ready-made flows."""
