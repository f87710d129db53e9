// 25 bars by vega-lite as PNG: "milliseconds of processor time, bytes" of each further picture in a warm process. Runs from a
// folder that has the packages; usage: node vega.mjs RUNS
import * as vega from "vega";
import { compile } from "vega-lite";

const runs = Number(process.argv[2]);
const values = [...Array(25).keys()].map((i) => ({
    name: `Place ${String(i).padStart(2, "0")}, California`,
    amount: Math.floor(4120447 / (i + 1)),
}));
const chart = {
    width: 960,
    height: 580,
    title: "New York City received the largest amount of 25 places",
    data: { values },
    encoding: { y: { field: "name", type: "nominal", sort: null }, x: { field: "amount", type: "quantitative" } },
    layer: [
        { mark: { type: "bar", color: "#0072b2" } },
        { mark: { type: "text", align: "left", dx: 3 }, encoding: { text: { field: "amount", format: "," } } },
    ],
};

async function draw() {
    const view = new vega.View(vega.parse(compile(chart).spec), { renderer: "none" });
    return (await view.toCanvas()).toBuffer("image/png");
}

function spent() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
}

for (let i = 0; i < runs; i++) await draw();
const before = spent();
let picture;
for (let i = 0; i < runs; i++) picture = await draw();
console.log((spent() - before) / runs, picture.length);
