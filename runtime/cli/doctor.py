"""`loomline doctor`: look whether everything is here that Loomline needs."""

import typer

from runtime.cli.options import DataOption, JsonOption, read_settings
from runtime.cli.report import put, put_json


def doctor(ctx: typer.Context, data: DataOption = None, *, as_json: JsonOption = False) -> None:
    """Look at the installation, the data directory and the models, and say what to repair."""
    settings = read_settings(ctx, data)
    from runtime.cli.examination import examine  # lazy: see the package

    findings = examine(settings)
    worst = next((s for s in ("fail", "warn") if any(f.status == s for f in findings)), "ok")
    if as_json:
        put_json({"status": worst, "findings": [finding.model_dump() for finding in findings]})
    else:
        signs = {"ok": "ok  ", "warn": "warn", "fail": "FAIL"}
        for finding in findings:
            put(f"{signs[finding.status]}  {finding.name}: {finding.message}")
            if finding.remedy:
                put(f"      {finding.remedy}")
    if worst == "fail":
        raise typer.Exit(1)
