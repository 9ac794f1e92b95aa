import { expect, type Locator, type Page } from '@playwright/test';

export interface CsvFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A CSV file of these lines, as a person would choose it. */
export const csvFile = (name: string, ...lines: string[]): CsvFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

/** The import pages: choosing a file, saying what its columns are, watching it, undoing it. */
export class ImportPages {
  readonly page: Page;
  /** Takes files; it is hidden behind `chooseFile`, which opens the system's window for them. */
  readonly file: Locator;
  readonly chooseFile: Locator;
  readonly startButton: Locator;
  readonly checkFirst: Locator;
  readonly bar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.file = page.getByLabel('CSV file');
    this.chooseFile = page.getByRole('button', { name: 'Choose a file' });
    this.startButton = page.getByRole('button', { name: 'Start import' });
    this.checkFirst = page.getByRole('button', { name: 'Check first' });
    this.bar = page.getByRole('progressbar', { name: 'Import progress' });
  }

  /** Opens the page for a new import and chooses the file. */
  async choose(kind: 'customers' | 'orders', file: CsvFile | CsvFile[] | string): Promise<void> {
    await this.page.goto(`/imports/new?kind=${kind}`);
    await this.file.setInputFiles(file);
  }

  /** Chooses the file, takes its columns as they are guessed, and starts. */
  async start(kind: 'customers' | 'orders', file: CsvFile | string): Promise<void> {
    await this.choose(kind, file);
    await this.startButton.click();
    await expect(this.page).toHaveURL(/\/imports\/[0-9a-f]{24}$/);
  }

  /** Waits, watching the page itself, until the import on it is over. */
  async expectCompleted(): Promise<void> {
    await expect(this.page.getByText('Completed', { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  columnMeaning(column: string): Locator {
    return this.page.getByLabel(`What “${column}” is`);
  }

  /** The figure under a name on an import's page. */
  figure(name: string): Locator {
    return this.page
      .locator('dl > div', { has: this.page.getByText(name, { exact: true }) })
      .locator('dd')
      .first();
  }

  /** The same as a number. */
  async count(name: string): Promise<number> {
    return Number((await this.figure(name).textContent())?.replaceAll(',', ''));
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo import' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
    await expect(this.page.getByRole('heading', { name: 'Undone', exact: true })).toBeVisible({
      timeout: 60_000,
    });
  }
}
