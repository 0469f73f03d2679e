"""From a flow to a plan that can run, or to all of its problems with their places."""
