"""Our scripts in a blank page, without a server: to ask single functions of theirs."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

SCREEN = Path(__file__).parents[2] / "dashboard"
_HERE = "http://localhost/"


def open_blank(browser: Browser) -> Page:
    """Open a page that can import any script of ours by its path below `dashboard`, and nothing else."""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(_HERE)
        if not name:
            route.fulfill(content_type="text/html", body="<!doctype html><title>Blank</title>")
        elif name.endswith(".js") and (SCREEN / name).is_file():
            route.fulfill(content_type="text/javascript", body=(SCREEN / name).read_bytes())
        else:
            route.abort()

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(_HERE)
    return page


def ask(page: Page, script: str, function: str, cases: list[Any]) -> list[Any]:
    """Call a function with the name of its module for each case.

    Parameters
    ----------
    page : Page
        As `open_blank` opens it.
    script : str
        Path of a script below `dashboard`.
    function : str
        JavaScript: given what the script exports and a case, gives plain data.
    cases : list
        Plain data.
    """
    found: list[Any] = page.evaluate(
        f"async ([script, cases]) => {{ const made = await import(script); const call = {function};"
        " return cases.map((one) => call(made, one)); }",
        [f"/{script}", cases],
    )
    return found
