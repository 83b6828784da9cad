// The words of the time control as the tests have them, and a year of figures.
import { Figures } from "../../../dashboard/timeline/figures.js";

/** @import { Basis, ScrubberMessage, ScrubberWords } from "../../../dashboard/contract/contract.d.ts" */
/** @import { Standing, Stretch } from "../../../dashboard/timeline/figures.js" */

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Words that the tests do not read are empty. */
export const WORDS = /** @type {ScrubberWords} */ ({
  bad_date: "{value} is not a date.",
  outside: "The statements run from {first} to {last}.",
  one: "{n} statement",
  many: "{n} statements",
  wider: "{n} more in wider dates",
  said: "{window}, {statements}",
  day: "{d} {month} {y}",
  in_month: "{d}–{d2} {month2} {y2}",
  in_year: "{d} {month} – {d2} {month2} {y2}",
  over_years: "{d} {month} {y} – {d2} {month2} {y2}",
  months: MONTHS,
  months_short: MONTHS.map((month) => month.slice(0, 3)),
  locale: "en",
});

/**
 * A window on days with one statement each.
 *
 * @param {Partial<ScrubberMessage>} [given]
 * @param {Stretch} [days]
 * @param {Basis} [basis]
 * @returns {Standing}
 */
export function makeStanding(given = {}, days = { start: 61, end: 74 }, basis = "event") {
  const each = given.events ?? new Array(106).fill(1);
  const message = { first: "2017-09-01", unit: "day", events: each, starts: each, ends: each, publications: each };
  const figures = new Figures(/** @type {ScrubberMessage} */ ({ ...message, spans: [], ...given }));
  return { words: WORDS, figures, basis, days };
}
