import { expect, type Locator, type Page } from '@playwright/test';

/** The list of what a new workspace does first, on its dashboard. */
export class FirstStepsPart {
  readonly page: Page;
  readonly region: Locator;
  readonly importSample: Locator;
  readonly openSample: Locator;
  readonly hide: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'First steps' });
    this.importSample = this.region.getByRole('button', { name: 'Import the sample shop' });
    this.openSample = this.region.getByRole('button', { name: 'Open a sample workspace' });
    this.hide = this.region.getByRole('button', { name: 'Hide' });
  }

  step(title: string): Locator {
    return this.region.getByRole('listitem').filter({ hasText: title });
  }

  async expectDone(title: string): Promise<void> {
    await expect(this.step(title)).toContainText('(done)', { timeout: 90_000 });
  }

  async expectOpen(title: string): Promise<void> {
    await expect(this.step(title)).not.toContainText('(done)');
  }
}
