"""Find a Chromium on this machine, or install one; run as a script it does so and says which."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_chromium() -> str | None:
    """Give the path of an installed Chromium: CHROMIUM, then PATH, then Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def install_chromium() -> None:
    """Install a Chromium: Playwright's, or the system's package where its download cannot be reached."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        ways = [[*root, "apt-get", "update", "-qq"], [*root, "apt-get", "install", "-y", "-qq", "chromium"], *ways]
    for way in ways:
        subprocess.run(way, check=False, stdout=subprocess.DEVNULL)
        if find_chromium():
            return


def main() -> None:
    if not find_chromium():
        install_chromium()
    found = find_chromium()
    if not found:
        sys.exit("No Chromium was found and none could be installed; install one, or name it with CHROMIUM=/path.")
    print(f"Browser tests run in {found}.")


if __name__ == "__main__":
    main()
