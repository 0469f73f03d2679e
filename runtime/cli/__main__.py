"""`python -m runtime.cli` is `loomline`, for where no script is installed."""

from runtime.cli.main import main

main()
