import { expect, type Locator, type Page } from '@playwright/test';

/** The list of customers and a customer's own page. */
export class CustomerPages {
  readonly page: Page;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.messages = page.getByRole('list', { name: 'What happened' });
  }

  /** Finds somebody in the list by a search and opens their page. */
  async openFound(search: string): Promise<void> {
    await this.page.goto(`/customers?search=${encodeURIComponent(search)}`);
    await this.page.getByRole('link', { name: new RegExp(search) }).click();
  }

  /** Opens somebody's page by their name in the list. */
  async open(name: string): Promise<void> {
    await this.page.goto('/customers');
    await this.page.getByRole('link', { name }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  /** Opens the form that changes the customer whose page is open. */
  async edit(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Edit', exact: true }).click();
    return this.page.getByRole('dialog', { name: 'Edit customer' });
  }
}
