"""Everything that is wrong with a flow, each with what to do and a way to the place."""

from collections.abc import Callable

from builder.panels.bench import Bench
from builder.theme import parts


def problem_list(bench: Bench) -> None:
    """Draw the problems; a click goes to the node."""
    problems = sorted(bench.session.problems, key=lambda problem: problem.severity)
    if not problems:
        with parts.empty("task_alt", "No problems"):
            parts.text("The flow can run as it is.", "ll-muted")
        return
    with parts.box("ll-col ll-gap-0").props('role="list"'):
        for problem in problems:
            row = parts.box("ll-step", "button").props("type=button").mark("problem")
            row.style("grid-template-columns: 20px minmax(0, 1fr) auto; padding: 8px 16px")
            row.on("click", _focuser(bench, problem.node))
            with row:
                error = problem.severity == "error"
                icon = parts.icon("error" if error else "warning")
                icon.style(f"color: var(--ll-{'bad' if error else 'warn'}); font-size: 18px")
                with parts.box("ll-col ll-gap-0"):
                    parts.text(problem.message)
                    if problem.hint:
                        parts.text(problem.hint, "ll-small ll-faint")
                if problem.node:
                    parts.chip(bench.label(problem.node))


def _focuser(bench: Bench, node_id: str) -> Callable[[], None]:
    return lambda: bench.focus(node_id) if node_id else bench.select(())
