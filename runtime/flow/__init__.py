"""The flow document: what is saved, reviewed and run. Pure: no disk, no network, no clock."""
