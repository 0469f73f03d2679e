"""Runs as facts: what a run, a step and an event are. Pure."""
