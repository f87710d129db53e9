// Every page template in a real browser: axe, narrow screens, dark, print, and the way of a reader without JavaScript.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch, run, serve } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const money = "demand=doj-2018-01-24&program=16.738&fy=2017&measure=reported&sort=-amount";
const templates = [
    "/",
    "/jurisdictions",
    `/jurisdictions?${money}`,
    "/jurisdictions?q=zzzzzz",
    "/jurisdictions?state=ZZ&as_of=2017-02-30",
    "/jurisdictions/chicago-il",
    "/jurisdictions/chicago-il?as_of=2017-10-20",
    "/demands",
    "/demands/doj-2018-01-24",
    "/compare?j=chicago-il&j=cook-county-il&program=16.738",
    "/status?requirement=jag-1373-certification",
    "/at-stake?requirement=jag-notice&measure=reported&fy=2017&as_of=2018-01-24",
    "/timeline?j=chicago-il",
    "/charts",
    "/charts?of=funding&j=chicago-il&measure=award",
    "/charts?of=map&chart=lines",
    "/reports",
    "/reports/jurisdiction?j=chicago-il&as_of=2017-10-20",
    "/verify",
    "/search?q=watsonvile",
    "/cases/chicago-v-sessions-ilnd-2017",
    "/claims?j=chicago-il",
    "/sources",
    "/sources/doj-release-2018-01-24",
    "/nowhere",
];

const site = await serve("/a/b");
const browser = await launch();
const address = (path) => `${site.base}${path}`;

/** Calls look(page) with each template open; what it gives (a list of complaints) is gathered by template. */
async function eachTemplate(options, look) {
    const context = await browser.newContext(options);
    const complaints = [];
    for (const path of templates) {
        const page = await context.newPage();
        await page.goto(address(path));
        complaints.push(...(await look(page)).map((complaint) => `${path}: ${complaint}`));
        await page.close();
    }
    await context.close();
    assert.deepEqual(complaints, []);
}

/** All of axe's rules, or those named. */
async function audit(page, rules) {
    await page.evaluate(axe);
    const options = rules ? { runOnly: { type: "rule", values: rules } } : {};
    const { violations } = await page.evaluate((chosen) => window.axe.run(document, chosen), options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

const darkContrast = (page) => audit(page, ["color-contrast", "link-in-text-block"]);

async function sideways(page) {
    const { scrollWidth, innerWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        innerWidth: window.innerWidth,
    }));
    return scrollWidth > innerWidth ? [`${scrollWidth} px wide in ${innerWidth}`] : [];
}

/** Calls look(page) on one page of its own; JavaScript is off, as no page needs it. */
async function alone(look, options = {}) {
    const context = await browser.newContext({ javaScriptEnabled: false, ...options });
    try {
        await look(await context.newPage());
    } finally {
        await context.close();
    }
}

const screen = (width, more = {}) => ({ viewport: { width, height: 800 }, ...more });

const tests = [
    ["axe at 360 px", () => eachTemplate(screen(360), (page) => audit(page))],
    ["axe at 1280 px", () => eachTemplate(screen(1280), (page) => audit(page))],
    ["contrast in the dark scheme", () => eachTemplate(screen(1280, { colorScheme: "dark" }), darkContrast)],
    ["no sideways scrolling at 320 px", () => eachTemplate(screen(320), sideways)],
    ["no sideways scrolling at 1280 px", () => eachTemplate(screen(1280), sideways)],
    ["nothing is blocked, missing or foreign", loads],
    ["home, form, list, profile without JavaScript", journey],
    ["an error keeps the entries and leads to the field", errors],
    ["the keyboard reaches the content first", skipLink],
    ["print hides navigation and forms, and keeps the table", print],
    ["a chart opened by itself", chart],
];

async function loads() {
    const context = await browser.newContext(screen(1280));
    const complaints = [];
    for (const path of templates) {
        const page = await context.newPage();
        page.on("console", (message) => {
            if (/Content Security Policy|Refused|violat/i.test(message.text())) complaints.push(`${path}: ${message.text()}`);
        });
        page.on("request", (request) => {
            if (!request.url().startsWith(`${site.base}/`) && !request.url().endsWith("/favicon.ico")) {
                complaints.push(`${path}: asks ${request.url()}`);
            }
        });
        await page.goto(address(path), { waitUntil: "networkidle" });
        for (const image of await page.locator("img").all()) {
            await image.scrollIntoViewIfNeeded();
            await page.waitForFunction((node) => node.complete, await image.elementHandle());
            const { width, source, boxed } = await image.evaluate((node) => ({
                width: node.naturalWidth,
                source: node.currentSrc,
                boxed: node.hasAttribute("width") && node.hasAttribute("height"),
            }));
            if (width === 0) complaints.push(`${path}: no image ${source}`);
            if (!boxed) complaints.push(`${path}: image without width and height ${source}`);
        }
        await page.close();
    }
    await context.close();
    assert.deepEqual(complaints, []);
}

function journey() {
    return alone(async (page) => {
        await page.goto(address("/"));
        const form = page.locator("form[action$='/jurisdictions']");
        await form.locator("[name=demand]").selectOption("doj-2018-01-24");
        await form.locator("button, [type=submit]").first().click();
        assert.equal(new URL(page.url()).pathname, "/a/b/jurisdictions");
        assert.match(await page.locator("h1").innerText(), /\b23\b/);
        assert.equal(await page.locator("tbody tr").count(), 23);
        await page.locator("tbody a", { hasText: "Chicago" }).click();
        assert.equal(new URL(page.url()).pathname, "/a/b/jurisdictions/chicago-il");
        assert.match(await page.locator("h1").innerText(), /Chicago/);
        await page.locator("input[name=as_of]").fill("2017-10-20");
        await page.locator("input[name=as_of]").press("Enter");
        assert.match(page.url(), /chicago-il\?as_of=2017-10-20$/);
        assert.match(await page.locator("main").innerText(), /7 days/);
    });
}

function errors() {
    return alone(async (page) => {
        await page.goto(address("/jurisdictions"));
        const form = page.locator("form[action$='/jurisdictions']").first();
        await form.evaluate((node) => node.querySelectorAll("details").forEach((part) => { part.open = true; }));
        await form.locator("[name=q]").fill("cook");
        await form.locator("[name=as_of]").fill("2017-02-30");
        await form.locator("[name=as_of]").press("Enter");
        assert.match(await page.title(), /^Error/);
        assert.match(await page.locator("main").innerText(), /February 2017 has 28 days/);
        assert.equal(await page.locator("main [name=q]").first().inputValue(), "cook");
        const field = page.locator("main form [name=as_of]").last();
        assert.equal(await field.inputValue(), "2017-02-30");
        assert.equal(await field.getAttribute("aria-invalid"), "true");
        const described = (await field.getAttribute("aria-describedby")).split(" ");
        for (const id of described) assert.equal(await page.locator(`[id="${id}"]`).count(), 1);
        await page.locator("[role=alert] a, .errors a, .error-summary a").first().click();
        assert.equal(await field.evaluate((node) => node === document.activeElement), true);
    });
}

function skipLink() {
    return alone(async (page) => {
        await page.goto(address("/jurisdictions"));
        await page.keyboard.press("Tab");
        const focus = page.locator(":focus");
        assert.match(await focus.innerText(), /skip/i);
        const box = await focus.boundingBox();
        assert.ok(box.x >= 0 && box.y >= 0 && box.height > 10, "the link is on the screen when it has focus");
        await page.keyboard.press("Enter");
        assert.match(page.url(), /#main$/);
    });
}

function print() {
    return alone(async (page) => {
        await page.emulateMedia({ media: "print" });
        for (const path of [`/jurisdictions?${money}`, "/jurisdictions/chicago-il"]) {
            await page.goto(address(path));
            assert.equal(await page.locator("nav:visible, form:visible, button:visible").count(), 0, path);
            assert.ok(await page.locator("table:visible").count() > 0, path);
            assert.match(await page.locator("body").innerText(), /As of/);
            assert.deepEqual(await sideways(page), [], path);
            assert.ok((await page.pdf({ format: "Letter" })).length > 10000);
        }
    }, { viewport: { width: 720, height: 960 } });
}

function chart() {
    return alone(async (page) => {
        const complaints = [];
        page.on("console", (message) => complaints.push(message.text()));
        await page.goto(address(`/jurisdictions.svg?${money}`));
        assert.match(await page.locator("svg").textContent(), /Chicago/);
        assert.deepEqual(complaints, []);
        await page.goto(address(`/jurisdictions?${money}`));
        await page.locator("a:has(img)").first().click();
        assert.match(page.url(), /jurisdictions\.svg\?/);
    });
}

try {
    await run(tests);
} finally {
    await browser.close();
    await site.stop();
}
