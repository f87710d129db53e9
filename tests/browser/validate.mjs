// validate.mjs FOLDER: checks every .html file of a folder with html-validate; prints the faults as JSON.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const folder = process.argv[2];
// Two rules of the recommended set are left out: trailing spaces say nothing to a reader, and a parameter that may be given
// again has several fields of one name. Of elements that end without an end tag, options may (HTML, 13.1.2.4).
const validator = new HtmlValidate(
    new StaticConfigLoader({
        root: true,
        extends: ["html-validate:recommended"],
        rules: { "no-trailing-whitespace": "off", "form-dup-name": "off" },
    }),
);
const faults = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
    const report = await validator.validateFile(join(folder, file));
    for (const { messages } of report.results) {
        const wrong = messages.filter(({ ruleId, message }) => ruleId !== "no-implicit-close" || !message.includes("<option>"));
        faults.push(...wrong.map(({ line, ruleId, message }) => ({ file, line, rule: ruleId, message })));
    }
}
console.log(JSON.stringify(faults));
