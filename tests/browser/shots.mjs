// shots.mjs [-o FOLDER] URL...: pictures of pages for people to look at, at 360, 768 and 1280 px, dark, and as printed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";

const views = [
    ["360", { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2 }],
    ["768", { viewport: { width: 768, height: 1024 } }],
    ["1280", { viewport: { width: 1280, height: 900 } }],
    ["dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
    ["print", { viewport: { width: 720, height: 960 } }, "print"],
];

const addresses = process.argv.slice(2);
const folder = addresses[0] === "-o" ? addresses.splice(0, 2)[1] : "shots";
if (addresses.length === 0) {
    console.error("usage: shots.mjs [-o FOLDER] URL...");
    process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const address of addresses) {
    const { pathname, search } = new URL(address);
    const name = `${pathname}${search}`.replace(/^\//, "").replace(/[^A-Za-z0-9.-]+/g, "_").slice(0, 80) || "home";
    for (const [view, options, media = "screen"] of views) {
        const context = await browser.newContext(options);
        const page = await context.newPage();
        await page.emulateMedia({ media });
        await page.goto(address, { waitUntil: "networkidle" });
        const path = join(folder, `${name}.${view}.png`);
        await page.screenshot({ path, fullPage: true });
        console.log(path);
        await context.close();
    }
}
await browser.close();
