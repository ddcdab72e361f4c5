// Installed browsers: Chromium and Firefox by WebDriver BiDi, WebKit by WebDriver.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../support/free-port.ts';
import type { Engine, EngineName, EnginePage } from './engine-page.ts';

export interface Size {
  width: number;
  height: number;
}

/** Which Debian package has it. */
export const PACKAGES = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  webkit: 'webkit2gtk-driver xvfb',
} satisfies Record<EngineName, string>;

const firstOf = (paths: readonly string[]) => paths.find((path) => existsSync(path));
const WEBKIT = '/usr/bin/WebKitWebDriver';

function miniBrowser(): string | undefined {
  const folder = '/usr/lib/x86_64-linux-gnu';
  const versions = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('webkit2gtk-4')) : [];
  return firstOf(versions.map((name) => `${folder}/${name}/MiniBrowser`));
}

const PATHS = {
  chromium: () => process.env.CHROME_PATH ?? firstOf(['/usr/bin/chromium', '/usr/bin/google-chrome']),
  firefox: () => process.env.FIREFOX_PATH ?? firstOf(['/usr/bin/firefox-esr', '/usr/bin/firefox']),
  webkit: () => (existsSync(WEBKIT) && existsSync('/usr/bin/Xvfb') ? miniBrowser() : undefined),
} satisfies Record<EngineName, () => string | undefined>;

/** Undefined where it is not installed. */
export async function launch(name: EngineName, size: Size): Promise<Engine | undefined> {
  const path = PATHS[name]();
  if (!path) return undefined;
  return name === 'webkit' ? launchWebKit(path, size) : launchWithPuppeteer(name, path, size);
}

async function launchWithPuppeteer(
  name: 'chromium' | 'firefox',
  executablePath: string,
  { width, height }: Size,
): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    // Firefox ESR does not know the commands that set a viewport.
    defaultViewport: null,
    args: name === 'chromium' ? ['--no-sandbox', `--window-size=${width},${height}`] : [`--width=${width}`, `--height=${height}`],
  });
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    page: {
      goto: async (url) => void (await page.goto(url)),
      reload: async () => void (await page.reload()),
      click: (selector) => page.click(selector),
      async type(text) {
        await page.type('input', text);
        await page.keyboard.press('Enter');
      },
      evaluate: (expression) => page.evaluate(expression),
      screenshot: async (to) => writeFileSync(to, await page.screenshot()),
    },
    close: () => browser.close(),
  };
}

async function launchWebKit(binary: string, { width, height }: Size): Promise<Engine> {
  const [port, display] = [await freePort(), `:${90 + (process.pid % 900)}`];
  const screen = spawn('Xvfb', [display, '-screen', '0', '2000x1400x24'], { stdio: 'ignore' });
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const service = spawn(WEBKIT, [`--port=${port}`], { stdio: 'ignore', env });
  const processes: ChildProcess[] = [service, screen];
  try {
    const options = { binary, args: ['--automation'] };
    const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
    const driver = await connected(`http://127.0.0.1:${port}`, capabilities);
    await driver.manage().window().setRect({ x: 0, y: 0, width, height });
    return {
      version: `webkit ${(await driver.getCapabilities()).get('browserVersion')}`,
      page: webKitPage(driver),
      async close() {
        await driver.quit();
        for (const one of processes) one.kill();
      },
    };
  } catch (error) {
    for (const one of processes) one.kill();
    throw error;
  }
}

/** The service takes a moment to listen. */
async function connected(url: string, capabilities: Capabilities): Promise<WebDriver> {
  for (let tries = 0; ; tries++) {
    try {
      return await new Builder().usingServer(url).withCapabilities(capabilities).build();
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

const webKitPage = (driver: WebDriver): EnginePage => ({
  goto: (url) => driver.get(url),
  reload: () => driver.navigate().refresh(),
  click: (selector) => driver.findElement(By.css(selector)).click(),
  type: (text) => driver.findElement(By.css('input')).sendKeys(text, Key.ENTER),
  evaluate: (expression) => driver.executeScript(`return ${expression}`),
  screenshot: async (to) => writeFileSync(to, await driver.takeScreenshot(), 'base64'),
});
