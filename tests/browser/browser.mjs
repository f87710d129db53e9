// What the browser tests share: a site served for the test, Debian's Chromium, and a report in TAP.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

function freePort() {
    return new Promise((done) => {
        const server = createServer().listen(0, "127.0.0.1", () => {
            const { port } = server.address();
            server.close(() => done(port));
        });
    });
}

/** Serves the shipped register below a prefix; gives { base, stop }. */
export async function serve(prefix = "") {
    const state = mkdtempSync(join(process.env.PROVISO_TEST_TMP ?? tmpdir(), "browser-"));
    chmodSync(state, 0o755);
    const B = process.env.PROVISO_TEST_BUILD ?? process.env.B ?? join(root, "build");
    const environment = { ...process.env, STATE: state, PORT: String(await freePort()), PREFIX: prefix, B };
    const child = spawn(join(root, "src/tool/run.sh"), { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((done) => child.on("exit", done));
    const base = await new Promise((done, failed) => {
        createInterface(child.stdout).on("line", (line) => {
            const found = /^Proviso is at (\S+)\/ /.exec(line);
            if (found) done(found[1]);
        });
        ended.then((code) => failed(new Error(`run.sh: exit ${code}`)));
    });
    const stop = async () => {
        child.kill("SIGTERM");
        await ended;
        rmSync(state, { recursive: true, force: true });
    };
    return { base, stop };
}

export function launch() {
    const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
    const args = process.getuid() === 0 ? ["--no-sandbox"] : [];
    return chromium.launch({ executablePath, args: [...args, "--disable-gpu", "--disable-dev-shm-usage"] });
}

/** Runs [name, function] pairs one after the other and prints TAP; a function that throws has failed. */
export async function run(tests) {
    let number = 0;
    for (const [name, test] of tests) {
        number += 1;
        try {
            await test();
            console.log(`ok ${number} ${name}`);
        } catch (error) {
            console.log(`${error.stack ?? error}\nnot ok ${number} ${name}`);
        }
    }
    console.log(`1..${number}`);
}
