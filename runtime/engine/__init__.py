"""Runs plans: what is ready starts, what is done is recorded before anything builds on it."""
