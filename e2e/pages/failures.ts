import type { Locator, Page } from '@playwright/test';

/** The page of messages that failed for good, grouped by cause. */
export class FailurePages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openOf(campaignId: string): Promise<void> {
    await this.page.goto(`/failures?campaignId=${campaignId}`);
  }

  /** All that failed for one reason. */
  group(reason: string): Locator {
    return this.page.getByRole('article', { name: reason });
  }
}
