"""What every door does, written once: flows, runs, templates, models, people."""
