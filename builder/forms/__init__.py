"""From a typed field to a control one can fill in."""
