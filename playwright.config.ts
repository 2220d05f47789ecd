import { defineConfig, devices } from '@playwright/test';
import { findSystemBrowser } from './scripts/find-browser.mjs';

// A test run beside another one takes another pair of ports: TEST_PORT=4431.
const port = Number(process.env.TEST_PORT ?? 4331);
const rootURL = `http://localhost:${port}/`;
const subpathURL = `http://localhost:${port + 1}/catalog/`;

const asRoot = process.getuid?.() === 0;
const isSubpathSpec = /sub-?path[^/\\]*\.spec\.ts$/;

/** The command that serves one of the two builds for as long as the tests run. */
function serving(folder: string, address: string) {
  const { port, pathname } = new URL(address);
  return {
    command: `"${process.execPath}" scripts/lib/serve.ts ${folder} ${port} ${pathname}`,
    url: address,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 2000 },
  };
}

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A machine that stalls for seconds is not a fault of the site. What passes at the second attempt only is named in
  // the report, and `npm test` says how many there were: each is to be looked into.
  retries: 1,
  // A busy machine is slow, not wrong: the limits are for what never ends.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  // For a test that compares the two builds: test.info().config.metadata.subpathURL
  metadata: { rootURL, subpathURL },
  use: {
    ...devices['Desktop Chrome'],
    // A trace costs a fifth of the time. Whoever looks for a fault asks for it: --trace on
    trace: 'off',
    launchOptions: {
      // Without one, Playwright takes the Chromium that it has installed itself.
      executablePath: findSystemBrowser(process.env),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--no-pings',
      ],
    },
  },
  projects: [
    { name: 'root', testIgnore: isSubpathSpec, use: { baseURL: rootURL } },
    { name: 'subpath', testMatch: isSubpathSpec, use: { baseURL: subpathURL } },
  ],
  webServer: [serving('dist', rootURL), serving('dist-sub', subpathURL)],
});
