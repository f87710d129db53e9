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
    "/deadlines",
    "/funding?j=chicago-il&measure=award",
    "/map",
    "/changes?from=2018-01-01&to=2018-03-01",
    "/about/method",
    "/about/how-to",
    "/about/glossary",
    "/about/data-dictionary",
    "/about/data",
    "/about/api",
    "/about/accessibility",
    "/about/privacy",
    "/nowhere",
];

const site = await serve("/a/b");
const browser = await launch();
const address = (path) => `${site.base}${path}`;

/** What axe finds wrong, by all of its rules unless the options choose. What passes is not described: that takes long. */
async function audit(page, options = {}) {
    return page.evaluate(async (chosen) => {
        const { violations } = await window.axe.run(document, chosen);
        return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
    }, { resultTypes: ["violations"], ...options });
}

async function sideways(page) {
    const { scrollWidth, innerWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        innerWidth: window.innerWidth,
    }));
    return scrollWidth > innerWidth ? [`${scrollWidth} px wide in ${innerWidth}`] : [];
}

/** Links that stand alone in their block, as in the head of a table, and are less than 24 px wide or high: axe lets those pass that
 * have room round them. */
async function small(page) {
    return page.evaluate(() => {
        const inline = (node) => getComputedStyle(node).display.startsWith("inline");
        const blockOf = (node) => (inline(node) ? blockOf(node.parentElement) : node);
        return [...document.querySelectorAll("main a, header a, footer a")].filter((link) => {
            const { width, height } = link.getBoundingClientRect();
            const isAlone = blockOf(link.parentElement).textContent.trim() === link.textContent.trim();
            return isAlone && link.getClientRects().length && (width < 23.9 || height < 23.9);
        }).map((link) => link.outerHTML);
    });
}

/** Tables with so few columns fit a phone. */
async function narrow(page) {
    return page.evaluate(() => [...document.querySelectorAll(".scroll")].filter((box) =>
        box.scrollWidth > box.clientWidth && box.querySelectorAll("thead th").length <= 3).map((box) => box.outerHTML));
}

// All rules are tried at the least width, and where boxes decide, at each. Colours are most of an audit's time: they are measured
// once in either scheme. That nothing else depends on width or language is a test of its own, `styles`.
const boxes = (page) => audit(page, { runOnly: { type: "rule", values: ["target-size", "scrollable-region-focusable"] } });
const checks = {
    "axe at 360 px": { width: 360, look: (page) => audit(page, { rules: { "color-contrast": { enabled: false } } }) },
    "axe at 768 px": { width: 768, look: boxes },
    "axe at 1280 px": { width: 1280, look: boxes },
    "links that stand alone at 360 px": { width: 360, look: small },
    "links that stand alone at 1280 px": { width: 1280, look: small },
    "no scrolling within tables of three columns at 360 px": { width: 360, look: narrow },
    "no sideways scrolling at 256 px": { width: 256, look: sideways },
    "no sideways scrolling at 320 px": { width: 320, look: sideways },
    "no sideways scrolling at 768 px": { width: 768, look: sideways },
    "no sideways scrolling at 1280 px": { width: 1280, look: sideways },
};
const checksInEnglish = {
    ...checks,
    "axe at 360 px": { width: 360, look: (page) => audit(page) },
    "contrast in the dark scheme": {
        width: 1280,
        colorScheme: "dark",
        look: (page) => audit(page, { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }),
    },
};

/** Makes the checks on each template in one language; gives the complaints by check. Each address is loaded once, by one and
 * the same page of the browser, which need not compile axe anew. */
async function inspect(language, made) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = Object.fromEntries(Object.keys(made).map((name) => [name, []]));
    for (const path of templates) {
        await page.goto(address(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`));
        await page.evaluate(axe);
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        for (const [name, { width, colorScheme = "light", look }] of Object.entries(made)) {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme });
            complaints[name].push(...(await look(page)).map((complaint) => `${path}: ${complaint}`));
        }
    }
    await context.close();
    return complaints;
}

/** A test a check, of templates that are inspected when the first of them asks. */
function inspections(language, name, made) {
    let found;
    return Object.keys(made).map((check) => [`${name}: ${check}`, async () => {
        found ??= await inspect(language, made);
        assert.deepEqual(found[check], []);
    }]);
}

/** No rule for some widths or one language colours, shows or hides anything, and no element has a style of its own. */
function styles() {
    return alone(async (page) => {
        await page.goto(address("/jurisdictions/chicago-il"));
        const found = await page.evaluate(() => {
            const decisive = /color|background|opacity|filter|--|display|visibility|content:|clip/;
            const own = [...document.querySelectorAll("[style], style")].map((node) => node.outerHTML);
            const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
            const narrow = rules.filter((rule) => rule.media && /width/.test(rule.media.mediaText));
            const spoken = rules.filter((rule) => /:lang|\[lang/.test(rule.selectorText ?? ""));
            const paper = "background: var(--paper);"; // what stands behind everything anyway
            const wrong = [...narrow.flatMap((rule) => [...rule.cssRules]), ...spoken].filter((rule) =>
                decisive.test(rule.style.cssText.replace(paper, "")));
            return { rules: rules.length, narrow: narrow.length, wrong: [...own, ...wrong.map((rule) => rule.cssText)] };
        });
        assert.ok(found.rules > 50 && found.narrow > 0);
        assert.deepEqual(found.wrong, []);
    });
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

const tests = [
    ...inspections("en", "English", checksInEnglish),
    ...inspections("es", "Spanish", checks),
    ["colours and what is shown depend on neither width nor language", styles],
    ["nothing is blocked, missing or foreign", loads],
    ["home, form, list, profile without JavaScript", journey],
    ["an error keeps the entries and leads to the field", errors],
    ["numbers that name something do not break", unbroken],
    ["the keyboard reaches the content first", skipLink],
    ["print hides navigation and forms, and keeps the table", print],
    ["a chart opened by itself", chart],
];

async function loads() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => {
        if (/Content Security Policy|Refused|violat/i.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("request", (request) => {
        if (!request.url().startsWith(`${site.base}/`) && !request.url().endsWith("/favicon.ico")) {
            complaints.push(`${page.url()}: asks ${request.url()}`);
        }
    });
    for (const path of templates) {
        await page.goto(address(path));
        complaints.push(...(await page.evaluate(images)).map((complaint) => `${path}: ${complaint}`));
    }
    await context.close();
    assert.deepEqual(complaints, []);
}

/** In the page: what is wrong with its images, once each has been asked for. */
async function images() {
    const wrong = [];
    for (const image of document.images) {
        image.loading = "eager";
        if (!image.complete) await new Promise((done) => { image.onload = image.onerror = done; });
        if (image.naturalWidth === 0) wrong.push(`no image ${image.currentSrc}`);
        if (!image.hasAttribute("width") || !image.hasAttribute("height")) wrong.push(`image without width and height ${image.currentSrc}`);
    }
    return wrong;
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
        assert.match(await page.locator("main").innerText(), /in 7 days/);
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

/** A number that names something stands in one line, however narrow the column. */
function unbroken() {
    return alone(async (page) => {
        for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 800 });
            await page.goto(address("/cases"));
            const lines = await page.locator("td.code").evaluateAll((cells) => cells.filter((cell) => cell.textContent).map((cell) => {
                const range = document.createRange();
                range.selectNodeContents(cell);
                return [cell.textContent, range.getClientRects().length];
            }));
            assert.ok(lines.length > 20);
            assert.deepEqual(lines.filter(([, n]) => n !== 1), []);
        }
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
            assert.equal(await page.locator("nav:visible, form:not(#select):visible, button:visible, input:visible").count(), 0, path);
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
