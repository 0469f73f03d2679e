"""The shape of the house: what imports what has no circles, not even for types."""

import grimp

HOUSE = ("builder", "runtime", "nodes", "templates", "assets")


def test_no_file_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph(*HOUSE, cache_dir=None)
    imports = {
        module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules
    }
    while free := {module for module, others in imports.items() if not others}:
        imports = {
            module: others - free for module, others in imports.items() if module not in free
        }
    assert not imports, f"These files lie on circles of imports, or import from one: {imports}"
