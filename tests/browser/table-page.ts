import { expect, type Locator, type Page } from '@playwright/test';

// The table of models as its tests see it.

export const rows = (page: Page): Locator => page.locator('.models tbody tr:visible');
export const head = (page: Page, name: string): Locator => page.getByRole('columnheader', { name });
export const sortButton = (page: Page, name: string): Locator => head(page, name).getByRole('button');
export const panelButton = (page: Page, name: string): Locator =>
  page.locator('.openers').getByRole('button', { name, exact: true });
export const status = (page: Page): Locator => page.locator('.bar .count');
/** The names of all rows that the bar counts; after a change they come in batches, when there is time. */
export async function names(page: Page): Promise<string[]> {
  await expect(rows(page)).toHaveCount(parseInt((await status(page).textContent())!));
  return page.locator('.models tbody tr:visible .n a').allTextContents();
}
export const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

/** Waits until all rows of an unfiltered table are laid out: after a change they come in batches, when there is time. */
export const allRows = (page: Page): Promise<void> =>
  expect(page.locator('.models tbody tr[hidden]')).toHaveCount(0);

/** Opens the table and waits until its script has it. */
export async function openTable(page: Page, search = ''): Promise<void> {
  await page.goto(`models/${search}`);
  await expect(sortButton(page, 'Name')).toBeVisible();
}
