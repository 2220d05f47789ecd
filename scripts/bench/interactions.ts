// Interactions with the processor slowed four times: how long the browser takes from an event to the next paint.
import type { Browser, Page } from '@playwright/test';
import { medianOf } from './build-report.ts';

/** What is done on a page, several times over. */
interface Interaction {
  what: string;
  address: string;
  /** Once, before anything is measured. */
  ready?: (page: Page) => Promise<unknown>;
  /** One turn; only what happens here is measured. */
  turn: (page: Page, turn: number) => Promise<unknown>;
  /** Brings the page back to where the next turn can begin; not measured. */
  after?: (page: Page, turn: number) => Promise<unknown>;
}

export interface InteractionMeasured {
  what: string;
  address: string;
  /** Milliseconds of each turn, from its slowest event to the next paint; the browser counts in steps of 8. */
  times: number[];
  median: number;
}

export const turns = 5;
export const slowdown = 4;

const sort = (page: Page) =>
  page.getByRole('columnheader', { name: 'Parameters' }).getByRole('button').click();

/** Presses where the slider is and pulls it to the right. */
async function pull(page: Page, figure: string, slider: string, turn: number): Promise<void> {
  const { x, y, width, height } = (await page
    .locator(`#figure-${figure}`)
    .getByRole('slider', { name: slider })
    .boundingBox())!;
  const at = (share: number) => [x + width * share, y + height / 2] as const;
  await page.mouse.move(...at(0.2));
  await page.mouse.down();
  for (let step = 0; step < 4; step++) await page.mouse.move(...at(0.3 + step * 0.15 + turn * 0.01));
  await page.mouse.up();
}

/** A figure that has its script, with its slider in sight. */
const playable = (figure: string, slider: string) => async (page: Page) => {
  const root = page.locator(`#figure-${figure}`);
  await root.scrollIntoViewIfNeeded();
  await root.locator('play-figure[data-playable]').waitFor();
  await root.getByRole('slider', { name: slider }).scrollIntoViewIfNeeded();
};

const interactions: Interaction[] = [
  {
    what: 'type a letter into the search',
    address: 'search/',
    ready: async (page) => {
      await page
        .locator('main')
        .getByRole('searchbox')
        .or(page.locator('main').getByRole('combobox'))
        .first()
        .focus();
      await page.keyboard.type('ro');
      await page.locator('[data-results] li').first().waitFor();
    },
    turn: (page, turn) => page.keyboard.press('berta'[turn]!),
    after: (page) => page.waitForTimeout(500),
  },
  {
    what: 'open the palette',
    address: 'about/',
    turn: (page) => page.keyboard.press('Control+k'),
    after: async (page) => {
      await page.locator('dialog.palette[open]').waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    what: 'type a letter into the palette',
    address: 'about/',
    ready: async (page) => {
      await page.keyboard.press('Control+k');
      await page.locator('dialog.palette[open]').waitFor();
      await page.keyboard.type('ro');
      await page.locator('dialog.palette [role=option]').first().waitFor();
    },
    turn: (page, turn) => page.keyboard.press('berta'[turn]!),
    after: (page) => page.waitForTimeout(500),
  },
  { what: 'sort the table', address: 'models/', turn: sort },
  {
    what: 'filter the table by an architecture',
    address: 'models/',
    turn: (page, turn) =>
      page
        .locator('.bar .inline label', { hasText: ['Encoder', 'Decoder'][turn % 2]! })
        .first()
        .click(),
  },
  {
    what: 'filter the table by a letter of the name',
    address: 'models/',
    ready: (page) => page.getByRole('searchbox', { name: 'Name' }).focus(),
    turn: (page, turn) => page.keyboard.press('berta'[turn]!),
  },
  {
    what: 'fold and unfold a family in the tree',
    address: 'tree/',
    turn: (page) => page.locator('.family-tree .fold[aria-label*="GPT-2"]').click(),
  },
  {
    what: 'point at a model in the tree',
    address: 'tree/',
    ready: (page) => page.locator('.family-tree [data-node=gpt-2]').scrollIntoViewIfNeeded(),
    turn: (page, turn) =>
      page
        .locator(`.family-tree [data-node="${['gpt-2', 'gpt-3', 'gpt', 'gpt-2', 'gpt-3'][turn]}"] text`)
        .hover(),
  },
  {
    what: 'filter the timeline by an architecture',
    address: 'timeline/',
    turn: (page, turn) =>
      page
        .locator('[data-choice=architecture] label')
        .nth(turn % 2)
        .click(),
  },
  {
    what: 'filter the timeline by size by an architecture',
    address: 'timeline/size/',
    turn: (page, turn) =>
      page
        .locator('[data-choice=architecture] label')
        .nth(turn % 2)
        .click(),
  },
  {
    what: 'move a model in a comparison of four',
    address: 'compare/?models=bert,roberta,gpt-3,llama',
    turn: (page) => page.locator('.chosen [data-do=down]:enabled').first().click(),
  },
  {
    what: 'pull a slider: LoRA',
    address: 'learn/fine-tuning/',
    ready: playable('lora', 'Rank'),
    turn: (page, turn) => pull(page, 'lora', 'Rank', turn),
  },
  {
    what: 'pull a slider: temperature of sampling',
    address: 'learn/inference/',
    ready: playable('sampling', '1. Temperature'),
    turn: (page, turn) => pull(page, 'sampling', '1. Temperature', turn),
  },
  {
    what: 'pull a slider: diffusion in the plane',
    address: 'learn/diffusion/',
    ready: playable('diffusion-2d', 'Time'),
    turn: (page, turn) => pull(page, 'diffusion-2d', 'Time', turn),
  },
];

/** The longest time from an event to the next paint since the last call; what is too short to be reported is 16 at most. */
function slowestEvent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    const times = (window as unknown as { eventTimes: number[] }).eventTimes.splice(0);
    return Math.max(16, ...times);
  });
}

/** Does everything on pages served at an address, each `turns` times. */
export async function measureInteractions(browser: Browser, site: string): Promise<InteractionMeasured[]> {
  const measured: InteractionMeasured[] = [];
  for (const { what, address, ready, turn, after } of interactions) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(() => {
      const times: number[] = [];
      (window as unknown as { eventTimes: number[] }).eventTimes = times;
      new PerformanceObserver((list) =>
        times.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'event',
        durationThreshold: 16,
      } as PerformanceObserverInit);
    });
    await page.goto(site + address, { waitUntil: 'networkidle' });
    const session = await page.context().newCDPSession(page);
    await ready?.(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const times: number[] = [];
    for (let number = 0; number < turns; number++) {
      await slowestEvent(page);
      await turn(page, number);
      times.push(await slowestEvent(page));
      await after?.(page, number);
    }
    await page.close();
    measured.push({ what, address: address.split('?')[0]!, times, median: medianOf(times) });
    console.info(`${what}: ${times.join(', ')} ms`);
  }
  return measured;
}
