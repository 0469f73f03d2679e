"""What the editor knows without drawing: views of a flow, their differences, states of a run."""
