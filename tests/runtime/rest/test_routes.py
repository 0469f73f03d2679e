import pytest
from fastapi import FastAPI
from starlette.routing import Mount

from nodes.sdk import UserError
from runtime.rest.gate import check_routes
from runtime.rest.routes import Rules


async def nothing() -> None:
    """Do nothing."""


def test_a01_a_route_without_a_rule_forbids_the_start() -> None:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.get("/runs/{run_id}")(nothing)
    rules = Rules()
    with pytest.raises(UserError, match=r"/runs/\{run_id\}"):
        check_routes(app, rules)
    rules.add("/runs/{run_id}", page=True)
    check_routes(app, rules)


def test_a01_routes_of_mounted_apps_are_found() -> None:
    inner = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    inner.get("/hidden")(nothing)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.router.routes.append(Mount("/inside", app=inner))
    with pytest.raises(UserError, match="/inside/hidden"):
        check_routes(app, Rules())


@pytest.mark.parametrize("path", ["/runs/", "/runs/a/b", "/runs/a/", "/runsa", "/x/runs/a"])
def test_a_rule_reaches_no_further_than_its_address(path: str) -> None:
    rules = Rules()
    rules.add("/runs/{run_id}")
    assert rules.match("/runs/run_1")
    assert not rules.match(path)
