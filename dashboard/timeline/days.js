// Days as numbers, in words and as the marks of an axis. A day is numbered from 1970-01-01, as in Python; all words come from there.
/** @import { ScrubberWords, Unit } from "../contract/contract.d.ts" */
/** @import { Stretch } from "./figures.js" */

/**
 * A mark of the axis, with the texts it can do with, the fullest first.
 *
 * @typedef {{ day: number, major: boolean, texts: string[] }} Tick
 */

const DAY_MS = 86400000;
const DAYS_OF_MONTH = 30.4;

/**
 * Read the number of a day.
 *
 * @param {string} iso as "2017-11-09"
 */
export const toDay = (iso) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

/**
 * Write a day as "2017-11-09".
 *
 * @param {number} day
 */
export const toIso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * Tell the day of the month, the month from 0, and the year of a day.
 *
 * @param {number} day
 */
export function partsOf(day) {
  const at = new Date(day * DAY_MS);
  return { d: at.getUTCDate(), m: at.getUTCMonth(), y: at.getUTCFullYear() };
}

/**
 * Number a date; null where there is none such.
 *
 * @param {number} y
 * @param {number} m from 0
 * @param {number} d
 */
export function numberDate(y, m, d) {
  const at = new Date(Date.UTC(y, m, d));
  // Date rolls 31 June over into July; a date that was typed is meant or it is none.
  return at.getUTCMonth() === m && at.getUTCDate() === d ? Math.floor(at.getTime() / DAY_MS) : null;
}

/**
 * Number the first day of a month; the 13th month of a year is the first of the next.
 *
 * @param {number} y
 * @param {number} m from 0
 */
export const numberMonth = (y, m) => Math.floor(Date.UTC(y, m, 1) / DAY_MS);

/**
 * Tell where a bar of this unit begins that holds the day, and where the next one does.
 *
 * @param {Unit} unit
 * @param {number} day
 * @returns {[number, number]}
 */
export function barAround(unit, day) {
  if (unit === "day") return [day, day + 1];
  if (unit === "week") {
    // Day 0, in 1970, was a Thursday; weeks begin on Monday.
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    return [monday, monday + 7];
  }
  const { m, y } = partsOf(day);
  return [numberMonth(y, m), numberMonth(y, m + 1)];
}

/**
 * Put values into a pattern such as "{d} {month} {y}".
 *
 * @param {string} pattern
 * @param {Record<string, string | number>} values
 */
export const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/**
 * Say a stretch of days, both ends included: "9 November 2017", "1–14 November 2017".
 *
 * @param {ScrubberWords} words
 * @param {Stretch} days
 * @param {boolean} [isShort] whether months are said by three letters
 */
export function sayDays(words, { start, end }, isShort = false) {
  const [a, b] = [partsOf(start), partsOf(end)];
  const months = isShort ? words.months_short : words.months;
  const values = { d: a.d, month: months[a.m], y: a.y, d2: b.d, month2: months[b.m], y2: b.y };
  if (start === end) return fill(words.day, values);
  if (a.y !== b.y) return fill(words.over_years, values);
  return fill(a.m === b.m ? words.in_month : words.in_year, values);
}

/**
 * Say a number of statements: "1 statement", "1,240 statements".
 *
 * @param {ScrubberWords} words
 * @param {number} n
 */
export const sayCount = (words, n) => fill(n === 1 ? words.one : words.many, { n: sayNumber(words, n) });

/**
 * Say a number as the language of the words has it.
 *
 * @param {ScrubberWords} words
 * @param {number} n
 */
export const sayNumber = (words, n) => n.toLocaleString(words.locale);

/**
 * Find the marks of the axis: every month, or as many of them as there is room for, then days between them where
 * those fit too.
 *
 * @param {ScrubberWords} words
 * @param {number} epoch number of the first day
 * @param {number} days how many there are
 * @param {number} pxPerDay
 * @returns {Tick[]}
 */
export function findTicks(words, epoch, days, pxPerDay) {
  const monthPx = DAYS_OF_MONTH * pxPerDay;
  const every = [1, 3, 12, 60, 120, 600].find((months) => months * monthPx >= 34) ?? 1200;
  const between = every === 1 ? [1, 2, 5, 10].find((step) => step * pxPerDay >= 26) : undefined;
  const isTight = monthPx * every < 66;
  const ticks = [];
  for (let day = 0; day < days; day += 1) {
    const { d, m, y } = partsOf(epoch + day);
    const month = words.months_short[m];
    if (day === 0 && every < 12) {
      const dated = d > 1 ? [`${d} ${month} ${y}`] : [];
      ticks.push({ day, major: true, texts: [...dated, `${month} ${y}`, `${y}`, month] });
    } else if (d === 1 && (y * 12 + m) % every === 0) {
      ticks.push({ day, major: true, texts: [nameMonth(month, m, y, every, isTight)] });
    } else if (between && d > 1 && d < 30 && d % between === 0) {
      ticks.push({ day, major: false, texts: [`${d}`] });
    }
  }
  return ticks;
}

/**
 * @param {string} month
 * @param {number} m
 * @param {number} y
 * @param {number} every months from mark to mark
 * @param {boolean} isTight whether a month and its year are too long for the room between
 */
function nameMonth(month, m, y, every, isTight) {
  if (every >= 12 || (m === 0 && isTight)) return `${y}`;
  return m === 0 ? `${month} ${y}` : month;
}
