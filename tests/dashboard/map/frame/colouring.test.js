import assert from "node:assert/strict";
import { test } from "node:test";
import { nameSources } from "../../../../dashboard/map/frame/colouring.js";

test("sources get the first colours, others and several the last two", () => {
  const scale = { fills: ["#1", "#2", "#3", "#8", "#9"], labels: ["others", "several"] };
  assert.deepEqual(nameSources(scale, ["Agency", "Council"]), [
    { fill: "#1", label: "Agency" },
    { fill: "#2", label: "Council" },
    { fill: "#8", label: "others" },
    { fill: "#9", label: "several" },
  ]);
});
