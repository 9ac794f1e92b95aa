import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** The dashboard: key figures of a period, and panels with a table and a file behind each. */
export class DashboardPages {
  readonly page: Page;
  readonly period: Locator;
  readonly range: Locator;

  constructor(page: Page) {
    this.page = page;
    this.period = page.getByRole('group', { name: 'Period' });
    this.range = page.getByRole('form', { name: 'Other days' });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/dashboard${query}`);
    await expect(this.page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
  }

  /** A key figure with what stands about it. */
  figure(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Key figures' })
      .locator('dl > div')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  panel(title: string): Locator {
    return this.page
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { name: title, exact: true, level: 2 }) })
      .last();
  }

  async choosePeriod(name: '7 days' | '30 days' | '90 days' | '12 months'): Promise<void> {
    await this.period.getByRole('button', { name }).click();
    await expect(this.period.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  }

  async chooseDays(from: string, to: string): Promise<void> {
    await this.period.getByRole('button', { name: 'Other days' }).click();
    await this.range.getByLabel('First day').fill(from);
    await this.range.getByLabel('Last day').fill(to);
    await this.range.getByRole('button', { name: 'Show' }).click();
  }

  async showTable(title: string): Promise<Locator> {
    await this.panel(title)
      .getByRole('button', { name: `Show “${title}” as a table` })
      .click();
    return this.panel(title).getByRole('table');
  }

  /** The lines of the panel's CSV file, without the mark at its beginning. */
  async download(title: string): Promise<{ name: string; lines: string[] }> {
    const [file] = await Promise.all([
      this.page.waitForEvent('download'),
      this.panel(title)
        .getByRole('button', { name: `Download “${title}” as CSV` })
        .click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    return {
      name: file.suggestedFilename(),
      lines: text
        .replace(/^\ufeff/, '')
        .trimEnd()
        .split('\r\n'),
    };
  }
}
