// What people come for, step by step, without JavaScript, at the root and below a prefix.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { launch, run, serve } from "./browser.mjs";

const browser = await launch();
const sites = [await serve(""), await serve("/a/b")];
const four = ["chicago-il", "cook-county-il", "los-angeles-ca", "new-york-city-ny"];
const money = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported&sort=-amount";

/** A visit: a page of its own, and the site's addresses. */
async function visit(site, steps, options = {}) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 }, ...options });
    try {
        await steps(await context.newPage(), (path) => `${site.base}${path}`);
    } finally {
        await context.close();
    }
}

const text = async (page, selector = "main") => (await page.locator(selector).first().innerText()).replace(/\s+/g, " ");

async function search(page, words) {
    await page.locator("form.find [name=q]").fill(words);
    await page.locator("form.find button").click();
}

/** A reporter: the 23 and what each received. */
async function reporter(page, at) {
    await page.goto(at("/"));
    await page.locator("main a[href*='demand=doj-2018-01-24']").first().click();
    const form = page.locator("form.question");
    await form.locator("[name=program]").selectOption("16.738");
    await form.locator("[name=fy]").fill("2017");
    await form.locator("[name=measure]").selectOption("reported");
    await form.locator("[name=sort]").selectOption("-amount");
    await form.locator("button").click();
    assert.equal(await page.locator("h1").innerText(), "23 jurisdictions");
    assert.match(await page.title(), /^23 jurisdictions/);
    assert.equal(await page.locator(".scroll tbody tr").count(), 23);
    assert.equal(await page.locator("th[aria-sort=descending]").count(), 1);
    const rows = await page.locator(".scroll tbody tr").allInnerTexts();
    assert.equal(rows.filter((row) => /\bState\b/.test(row)).length, 3);
    assert.match(rows.find((row) => row.includes("Oregon")), /Not counted/);
    assert.match(await text(page, ".total"), /34,823,069/);
    assert.equal(await page.locator("figure img").count(), 1);
    await matches(page);
    const wrong = await page.goto(at(`/jurisdictions?${money.replace("16.738", "16.738x")}`));
    assert.equal(wrong.status(), 400);
    assert.match(await text(page), /Program/);
}

/** The CSV of the page has its rows, and their sum is the page's. */
async function matches(page) {
    const link = await page.locator(".downloads a[href*='.csv']").first().getAttribute("href");
    const answer = await page.request.get(new URL(link, page.url()).href);
    const [head, ...rows] = (await answer.text()).trim().split("\r\n");
    const names = head.split(",");
    assert.equal(rows.length, 23);
    const state = names.indexOf("amount_state") - names.length;
    assert.ok(state < 0);
    const counted = rows.filter((row) => row.includes(",counted,"));
    const sum = counted.reduce((total, row) => total + Number(/,(\d+\.\d\d),counted,/.exec(row)[1]), 0);
    assert.equal(sum, 34823069);
}

/** A city attorney: Chicago on 20 October 2017. */
async function attorney(page, at) {
    await page.goto(at("/"));
    await search(page, "chicago");
    await page.locator("main tbody a", { hasText: /^Chicago$/ }).first().click();
    await page.locator("form.date [name=as_of]").fill("2017-10-20");
    await page.locator("form.date button").click();
    assert.match(page.url(), /\/jurisdictions\/chicago-il\?as_of=2017-10-20$/);
    const main = await text(page);
    assert.match(await text(page, ".asof"), /October 20, 2017/);
    for (const words of [/Disputed/, /October 27, 2017, in 7 days/, /Preliminary: may not comply/, /Says it complies/, /Nationwide/]) {
        assert.match(main, words);
    }
    assert.doesNotMatch(main, /January 24, 2018|subpoena/i);
    const wrong = await page.goto(at("/jurisdictions/chicago-il?as_of=2017-02-30"));
    assert.equal(wrong.status(), 400);
    assert.match(await text(page, ".error-summary"), /February 2017 has 28 days/);
}

/** An advocate: four places side by side. */
async function advocate(page, at) {
    await page.goto(at(`/jurisdictions?${money}`));
    for (const key of four) await page.locator(`tbody input[value=${key}]`).check();
    await page.locator("#select button").click();
    const query = new URL(page.url()).searchParams;
    assert.deepEqual(query.getAll("j").sort(), four);
    assert.equal(query.get("program"), "16.738");
    const heads = await page.locator("[aria-labelledby=results] thead").innerText();
    for (const name of ["Chicago", "Cook County", "Los Angeles", "New York City"]) assert.match(heads, new RegExp(name));
    await page.goto(at(`/compare?${four.map((key) => `j=${key}`).join("&")}&program=16.738&fy_from=2012&fy_to=2017`));
    assert.match(await text(page), /Joint awards among them, counted once/);
    await page.goto(at(`/jurisdictions?${money}`));
    await page.locator(".cite-box summary").click();
    const snippet = await page.locator(".cite-box pre").last().innerText();
    const elsewhere = createServer((request, answer) => answer.setHeader("Content-Type", "text/html").end(snippet));
    await new Promise((done) => elsewhere.listen(0, "127.0.0.1", done));
    await page.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
    elsewhere.close();
    assert.equal(await page.locator("figure a img").evaluate((node) => node.decode().then(() => node.naturalWidth)), 960);
    const alone = await page.goto(at("/compare?j=chicago-il"));
    assert.equal(alone.status(), 400);
    assert.match(await text(page), /choose 2 to 12/);
    const named = await page.goto(at("/compare?j=Chicago&j=denver&program=16.738"));
    assert.equal(named.status(), 400);
    await page.locator("main ul a", { hasText: /^Chicago, IL$/ }).click();
    assert.match(page.url(), /\/compare\?j=chicago-il&j=denver-co&program=16\.738$/);
    assert.equal(await page.locator("h1").innerText(), "13 amounts compared");
}

/** A clerk on a phone, who misspells. */
async function clerk(page, at) {
    let bytes = 0;
    page.on("response", async (answer) => { bytes += Number(answer.headers()["content-length"] ?? 0); });
    await page.goto(at("/"));
    await search(page, "watsonvile");
    assert.match(await text(page), /Did you mean/);
    bytes = 0;
    await page.locator("main section tbody a").first().click();
    assert.match(page.url(), /\/jurisdictions\/watsonville-ca$/);
    assert.match(await text(page, "main h2"), /Demands and deadlines/);
    assert.ok(bytes < 100_000, `${bytes} bytes`);
}

/** A screen-reader user: order of things, the chart in words, the table in order. */
async function listener(page, at) {
    await page.goto(at(`/jurisdictions?${money.replace("&sort=-amount", "")}`));
    assert.equal(await page.locator("h1").count(), 1);
    const levels = await page.locator("h1, h2, h3").evaluateAll((nodes) => nodes.map((node) => Number(node.tagName[1])));
    levels.reduce((before, level) => { assert.ok(level <= before + 1, String(levels)); return level; });
    assert.equal(await page.locator("body a").first().getAttribute("href"), "#main");
    const alternative = await page.locator("figure img").getAttribute("alt");
    assert.ok(alternative.length > 20 && alternative.length <= 250, alternative);
    await page.locator("figure summary").click();
    assert.ok((await text(page, "figure details p")).split(". ").length >= 3);
    await page.locator("thead a", { hasText: "Reported amount" }).click();
    assert.match(page.url(), /sort=-amount#results$/);
    assert.equal(await page.locator("#results").getAttribute("tabindex"), "-1");
    assert.match(await text(page, "#results"), /Amount, largest first/);
    assert.equal(await page.locator("tbody th[scope=row]").count(), 23);
}

/** Keyboard only: a wrong date, the same entries, the right date, on paper. */
async function keyboard(page, at) {
    await page.goto(at("/claims?state=CO"));
    await page.locator("form.question [name=to]").fill("13/45/2018");
    await page.locator("form.question [name=to]").press("Enter");
    assert.match(await page.title(), /^Error/);
    assert.match(await text(page, ".error-summary"), /'To'/);
    assert.equal(await page.locator(".error-summary").evaluate((node) => node === document.activeElement), true);
    assert.equal(await page.locator("form.question [name=state]").inputValue(), "CO");
    assert.equal(await page.locator("form.question [name=to]").inputValue(), "13/45/2018");
    await page.locator("form.question [name=to]").fill("2018-12-31");
    await page.locator("form.question [name=to]").press("Enter");
    assert.match(await page.locator("h1").innerText(), /^\d+ claims?$/);
    await page.emulateMedia({ media: "print" });
    for (const part of ["nav", "form.question", "form.find"]) assert.equal(await page.locator(part).first().isVisible(), false);
    assert.equal(await page.locator("thead").first().isVisible(), true);
    const printed = await page.locator(".sources [href^=http]").first().evaluate((node) => [getComputedStyle(node, "::after").content, node.href]);
    assert.ok(printed[0].includes(printed[1]), "the address of a source is printed");
}

const journeys = [
    ["a reporter: the 23 and their money", reporter],
    ["a city attorney: Chicago on a day", attorney],
    ["an advocate: four places compared", advocate],
    ["a clerk on a phone", clerk, { viewport: { width: 360, height: 640 } }],
    ["a screen-reader user", listener],
    ["keyboard and paper", keyboard],
];

try {
    await run(sites.flatMap((site, place) => journeys.map(([name, steps, options]) => [
        `${name}${place ? ", below a prefix" : ""}`, () => visit(site, steps, options)])));
} finally {
    await browser.close();
    for (const site of sites) await site.stop();
}
