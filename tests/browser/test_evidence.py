"""Evidence, search, filters, table and link as a viewer uses them, with mouse and keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from visiting import PATIENCE_MS, Visit

from dashboard import words

Open = Callable[..., Visit]
PLACE = "?place=sy-al-bukamal"


def panel(visit: Visit) -> Locator:
    return visit.page.locator(".st-key-panel .panel")


def headline(visit: Visit) -> Locator:
    return visit.page.locator(".st-key-headline [data-testid=stText]")


def search_box(visit: Visit) -> Locator:
    return visit.page.get_by_role("combobox", name=words.SEARCH)


def options(visit: Visit) -> Locator:
    return visit.page.get_by_role("option")


def is_same_map(visit: Visit) -> bool:
    return bool(visit.map_frame().evaluate("() => window.sameFrame === true"))


def mark_map(visit: Visit) -> None:
    visit.map_frame().evaluate("() => { window.sameFrame = true; }")


def test_context_opens_in_place_and_the_keyboard_stays(sample_site: str, visit: Open) -> None:
    made = visit(sample_site + PLACE)
    card = panel(made).locator("article").nth(1)
    button = card.get_by_role("button", name=words.SHOW_CONTEXT)
    button.focus()
    button.press("Enter")
    expect(card.locator(".context")).to_have_count(2, timeout=PATIENCE_MS)
    hide = card.get_by_role("button", name=words.HIDE_CONTEXT)
    expect(hide).to_have_attribute("aria-expanded", "true")
    hide.click()
    expect(card.locator(".context")).to_have_count(0, timeout=PATIENCE_MS)


def test_cards_are_walked_by_keyboard(sample_site: str, visit: Open) -> None:
    made = visit(sample_site + PLACE)
    cards = panel(made).locator("article")
    expect(cards.first).to_be_visible(timeout=PATIENCE_MS)
    panel(made).focus()
    for key, at in (("j", 0), ("j", 1), ("ArrowDown", 2), ("k", 1), ("End", cards.count() - 1), ("Home", 0)):
        made.page.keyboard.press(key)
        expect(cards.nth(at)).to_be_focused()


def test_each_claim_of_the_history_leads_to_its_card(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/{PLACE}&from=2017-11-08&to=2017-11-12")
    mark_map(made)
    claims = panel(made).locator(".history button")
    expect(claims.first).to_be_visible(timeout=PATIENCE_MS)
    days = [re.sub(r"^.*?(\d+\s\w+)$", r"\1", text.replace("\u00a0", " ")) for text in claims.all_inner_texts()]
    assert len(days) > 2
    for at in (len(days) - 1, 0, 1):
        claims.nth(at).focus()
        claims.nth(at).press("Enter")
        card = panel(made).locator("article[aria-current]")
        heading = card.locator("xpath=preceding-sibling::h4[1]")
        expect(heading).to_contain_text(days[at][:6], timeout=PATIENCE_MS)
        expect(card).to_be_focused(timeout=PATIENCE_MS)
        expect(card).to_be_in_viewport()
        expect(card.locator("mark.here").first).to_be_visible()
    expect(made.page.locator(".st-key-notices .notice")).to_have_count(0)
    assert is_same_map(made)


def test_the_order_turns_and_is_in_the_url(sample_site: str, visit: Open) -> None:
    made = visit(sample_site + PLACE)
    days = panel(made).locator("h4")
    expect(days.first).to_be_visible(timeout=PATIENCE_MS)
    before = days.all_inner_texts()
    panel(made).get_by_role("button", name=words.NEWEST_FIRST).click()
    made.wait_for_url("order=newest")
    expect(days).to_have_text(before[::-1], timeout=PATIENCE_MS)


def test_a_name_in_the_reader_selects_its_place(sample_site: str, visit: Open) -> None:
    made = visit(sample_site + PLACE)
    mark_map(made)
    panel(made).get_by_role("button", name=words.WHOLE_REPORT).first.click()
    reader = made.page.locator("[role=dialog] .panel")
    name = reader.locator(".text mark[role=button]").last
    expect(name).to_be_visible(timeout=PATIENCE_MS)
    place = str(name.get_attribute("data-act")).removeprefix("place:")
    name.focus()
    name.press("Enter")
    made.wait_for_url(f"place={place}")
    expect(reader).to_have_count(0, timeout=PATIENCE_MS)
    assert is_same_map(made)


def test_the_reader_goes_on_by_keyboard_to_the_reports_of_the_list(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/{PLACE}&from=2017-11-01&to=2017-11-30")
    mark_map(made)
    panel(made).get_by_role("button", name=words.WHOLE_REPORT).first.click()
    title = made.page.locator("[role=dialog] .panel h2")
    expect(title).to_be_focused(timeout=PATIENCE_MS)
    first = title.inner_text()
    made.page.keyboard.press("j")
    expect(title).not_to_have_text(first, timeout=PATIENCE_MS)
    expect(title).to_be_focused()
    made.page.keyboard.press("k")
    expect(title).to_have_text(first, timeout=PATIENCE_MS)
    made.page.keyboard.press("Escape")
    expect(title).to_have_count(0, timeout=PATIENCE_MS)
    assert is_same_map(made)


@pytest.mark.parametrize("button", [words.WHOLE_REPORT, words.TABLE])
def test_the_keyboard_is_where_it_was_when_a_dialog_closes(sample_site: str, visit: Open, button: str) -> None:
    page = visit(f"{sample_site}/{PLACE}").page
    opener = page.get_by_role("button", name=button, exact=True).first
    opener.click()
    expect(page.get_by_role("dialog")).to_be_visible(timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=PATIENCE_MS)
    expect(opener).to_be_focused(timeout=PATIENCE_MS)


def test_a_download_leaves_the_keyboard_in_its_dialog(sample_site: str, visit: Open) -> None:
    page = visit(f"{sample_site}/?table=yes").page
    button = page.locator(".st-key-download-csv button")
    with page.expect_download():
        button.click()
    expect(button).to_be_focused(timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=PATIENCE_MS)


def test_a_dialog_that_takes_the_keyboard_while_a_download_is_made_gives_it_back(sample_site: str, visit: Open) -> None:
    page = visit(f"{sample_site}/?table=yes").page
    button = page.locator(".st-key-download-csv button")
    expect(button).to_be_visible(timeout=PATIENCE_MS)
    button.evaluate(
        """button => new MutationObserver(() => {
             if (button.disabled) document.querySelector("[role=dialog] [aria-label=Close]").focus();
           }).observe(button, {attributes: true, attributeFilter: ["disabled"]})"""
    )
    with page.expect_download():
        button.click()
    expect(button).to_be_focused(timeout=PATIENCE_MS)


def test_text_from_right_to_left_keeps_to_its_edge(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/{PLACE}&from=2017-11-19&to=2017-11-19")
    card = panel(made).locator("article", has=made.page.locator(".text[dir=rtl]")).first
    expect(card).to_be_visible(timeout=PATIENCE_MS)
    starts = "e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]"
    assert card.locator(".text").evaluate(starts) == ["rtl", "start"]
    card.get_by_role("button", name=words.WHOLE_REPORT).click()
    reader = made.page.locator("[role=dialog] .panel")
    expect(reader.locator(".whole")).to_be_visible(timeout=PATIENCE_MS)
    edges = reader.evaluate(
        "box => ['h2', '.whole'].map((part) => Math.round(box.querySelector(part).getBoundingClientRect().right))"
    )
    assert edges[0] == edges[1]


def test_a_place_is_found_in_another_script_and_flown_to(sample_site: str, visit: Open) -> None:
    made = visit(sample_site)
    mark_map(made)
    box = search_box(made)
    box.click()
    box.press_sequentially("الميادين")
    expect(options(made).first).to_contain_text("Al-Mayadin", timeout=PATIENCE_MS)
    box.press("Enter")
    expect(panel(made).locator("h2")).to_have_text("Al-Mayadin", timeout=PATIENCE_MS)
    made.wait_for_url("place=sy-al-mayadin")
    made.map_frame().wait_for_function(
        "() => Math.abs(window.map.getCenter().lat - 35.02) < 0.1 && window.map.getZoom() === 11", timeout=PATIENCE_MS
    )
    assert is_same_map(made)


def test_enter_typed_faster_than_the_list_chooses_from_the_right_one(sample_site: str, visit: Open) -> None:
    made = visit(sample_site)
    made.map_frame()
    box = search_box(made)
    box.fill("Rawa")
    box.press("Enter")
    expect(panel(made).locator("h2")).to_have_text("Rawa", timeout=PATIENCE_MS)


def test_nothing_found_is_said(sample_site: str, visit: Open) -> None:
    made = visit(sample_site)
    made.map_frame()
    search_box(made).fill("zzqqxx")
    expect(options(made)).to_have_text(
        [words.SEARCH_NO_PLACE.format(asked="zzqqxx"), words.SEARCH_NO_WORDS.format(asked="zzqqxx")],
        timeout=PATIENCE_MS,
    )
    search_box(made).press("Escape")
    expect(options(made).first).to_be_hidden()


def test_words_facets_and_clearing(sample_site: str, visit: Open) -> None:
    made = visit(sample_site)
    mark_map(made)
    every = headline(made).inner_text()
    box = search_box(made)
    box.fill("army")
    expect(options(made).last).to_contain_text(words.SEARCH_WORDS.format(asked="army"), timeout=PATIENCE_MS)
    options(made).last.click()
    made.wait_for_url("q=army")
    expect(headline(made)).to_contain_text("with “army”", timeout=PATIENCE_MS)
    expect(panel(made).locator("article").first).to_be_visible(timeout=PATIENCE_MS)
    made.page.locator(".st-key-filter button").first.click()
    facets = made.page.locator("button.facet")
    expect(facets.first).to_be_visible(timeout=PATIENCE_MS)
    count = facets.first.locator(".n").inner_text()
    facets.first.click()
    made.wait_for_url("source=")
    expect(facets.first).to_have_attribute("aria-pressed", "true", timeout=PATIENCE_MS)
    expect(headline(made)).to_have_text(re.compile(f"^{count} statement"), timeout=PATIENCE_MS)
    made.page.keyboard.press("Escape")
    made.page.locator(".st-key-clear button").click()
    expect(headline(made)).to_have_text(every, timeout=PATIENCE_MS)
    expect(box).to_have_value("")
    assert is_same_map(made)


def test_a_long_list_of_values_is_opened_searched_and_chosen_from(sample_site: str, visit: Open) -> None:
    made = visit(sample_site)
    mark_map(made)
    made.page.locator(".st-key-filter button").first.click()
    facets = made.page.locator(".st-key-facets")
    everyone = facets.get_by_role("button", name=re.compile(r"^Show all \d+$")).first
    everyone.focus()
    everyone.press("Enter")
    field = facets.get_by_role("searchbox", name=words.FIND_VALUE.format(facet="source"))
    expect(field).to_be_visible(timeout=PATIENCE_MS)
    expect(facets.get_by_role("button", name=words.FEWER_VALUES)).to_be_focused()
    field.press_sequentially("iranian agen", delay=30)
    rows = facets.locator("ul.whole button.facet")
    expect(rows).to_have_count(1, timeout=PATIENCE_MS)
    expect(field).to_have_value("iranian agen")
    expect(field).to_be_focused()
    rows.first.click()
    made.wait_for_url("source=Iranian")
    expect(rows.first).to_have_attribute("aria-pressed", "true", timeout=PATIENCE_MS)
    expect(headline(made)).to_contain_text("source Iranian agency", timeout=PATIENCE_MS)
    assert is_same_map(made)


def test_the_map_counts_what_the_filters_let_through(sample_site: str, visit: Open) -> None:
    made = visit(sample_site)
    made.map_frame()  # a page left while it loads gives requests up, which would count as faults
    made.page.wait_for_load_state("networkidle")
    with made.page.expect_response(re.compile(r"counts-event\.bin\?q=army"), timeout=PATIENCE_MS) as answer:
        made.page.goto(f"{sample_site}/?q=army")
    assert answer.value.status == 200
    made.map_frame()


@pytest.mark.parametrize(("ending", "begins"), [("csv", b"\xef\xbb\xbf"), ("geojson", b"{"), ("parquet", b"PAR1")])
def test_the_table_is_downloaded(sample_site: str, visit: Open, tmp_path: Path, ending: str, begins: bytes) -> None:
    made = visit(f"{sample_site}/?q=army")
    made.map_frame()
    made.page.locator(".st-key-table button").click()
    expect(made.page.get_by_test_id("stDataFrame")).to_be_visible(timeout=PATIENCE_MS)
    with made.page.expect_download(timeout=PATIENCE_MS) as waiting:
        made.page.locator(f".st-key-download-{ending} button").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.suffix == f".{ending}"
    assert path.read_bytes().startswith(begins)


def test_the_browsers_way_back_undoes_choices_and_the_way_on_makes_them_again(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?from=2017-11-01&to=2017-11-14&at=34.6_40.9_8")
    mark_map(made)
    made.page.wait_for_timeout(800)
    panel(made).locator("button[data-act='place:sy-al-bukamal']").click()
    expect(panel(made).locator("h2")).to_have_text("Al-Bukamal", timeout=PATIENCE_MS)
    made.wait_for_url("place=")
    made.page.get_by_role("button", name="A day later").click()
    made.wait_for_url("from=2017-11-02")
    made.map_frame().get_by_role("button", name="Zoom in").click()
    made.wait_for_url("_9")
    panel(made).get_by_role("button", name=words.WHOLE_REPORT).first.click()
    expect(made.page.get_by_role("dialog")).to_be_visible(timeout=PATIENCE_MS)
    made.wait_for_url("report=")

    made.page.go_back()
    expect(made.page.get_by_role("dialog")).to_have_count(0, timeout=PATIENCE_MS)
    expect(panel(made).locator("h2")).to_have_text("Al-Bukamal")
    expect(headline(made)).to_contain_text("2–15 November 2017")
    made.page.go_back()
    expect(panel(made)).to_contain_text(words.ORIENTATION, timeout=PATIENCE_MS)
    expect(headline(made)).to_contain_text("1–14 November 2017")
    made.map_frame().wait_for_function("() => window.map.getZoom() === 8", timeout=PATIENCE_MS)
    assert "place=" not in made.page.url
    made.page.go_forward()
    expect(panel(made).locator("h2")).to_have_text("Al-Bukamal", timeout=PATIENCE_MS)
    expect(headline(made)).to_contain_text("2–15 November 2017")
    made.map_frame().wait_for_function("() => window.map.getZoom() === 9", timeout=PATIENCE_MS)
    made.page.wait_for_timeout(600)
    assert "place=sy-al-bukamal" in made.page.url
    assert "from=2017-11-02" in made.page.url
    assert is_same_map(made)


def test_the_way_back_undoes_filters(sample_site: str, visit: Open) -> None:
    made = visit(f"{sample_site}/?from=2017-11-01&to=2017-11-14&q=army&kind=settlement")
    every = headline(made)
    expect(every).to_contain_text("Settlement", timeout=PATIENCE_MS)
    before = every.inner_text()
    made.map_frame()
    made.page.locator(".st-key-clear button").click()
    expect(headline(made)).not_to_contain_text("Settlement", timeout=PATIENCE_MS)
    made.page.wait_for_function("() => !location.search.includes('kind=')")
    made.page.go_back()
    expect(headline(made)).to_have_text(before, timeout=PATIENCE_MS)
    expect(search_box(made)).to_have_value("army")


def test_the_link_is_copied(sample_site: str, visit: Open) -> None:
    made = visit(sample_site + PLACE)
    made.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    made.wait_for_url("from=")
    button = made.page.get_by_role("button", name=words.LINK)
    button.click()
    expect(made.page.get_by_role("button", name=words.LINK_COPIED)).to_be_visible()
    assert made.page.evaluate("() => navigator.clipboard.readText()") == made.page.url
