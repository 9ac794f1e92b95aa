import { expect, type Locator, type Page } from '@playwright/test';

/** The campaign pages: writing one, launching it, watching it. */
export class CampaignPages {
  readonly page: Page;
  readonly name: Locator;
  readonly audience: Locator;
  readonly subject: Locator;
  readonly text: Locator;
  readonly preview: Locator;
  readonly continueButton: Locator;
  readonly saveButton: Locator;
  readonly saved: Locator;
  readonly launchButton: Locator;
  readonly bar: Locator;
  readonly log: Locator;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByLabel('Campaign name');
    this.audience = page.getByRole('combobox', { name: 'Audience' });
    this.subject = page.getByRole('textbox', { name: 'Subject' });
    this.text = page.getByRole('textbox', { name: 'Text' });
    this.preview = page.getByRole('article', { name: 'Message preview' });
    this.continueButton = page.getByRole('button', { name: 'Continue' });
    this.saveButton = page.getByRole('button', { name: 'Save and close' });
    this.saved = page.getByRole('status').filter({ hasText: /^Saved$/ });
    this.launchButton = page.getByRole('button', { name: 'Launch' });
    this.bar = page.getByRole('progressbar', { name: 'Campaign progress' });
    this.log = page.getByRole('region', { name: 'Messages' });
  }

  /** Opens a campaign's page. */
  async open(campaignId: string): Promise<void> {
    await this.page.goto(`/campaigns/${campaignId}`);
  }

  async previewAs(email: string): Promise<void> {
    await this.page.getByLabel('Preview as').fill(email);
    await this.page.getByRole('option', { name: email }).click();
  }

  /** From the first step of a new campaign, whose name and audience are given, to its message. */
  async begin(): Promise<void> {
    await this.continueButton.click();
    await expect(this.page).toHaveURL(/\/campaigns\/[0-9a-f]{24}\/edit\?step=message$/);
  }

  /** Goes to a step of the composer by its name. */
  async goTo(step: 'Audience' | 'Message' | 'Review' | 'Schedule'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: step }).click();
  }

  /** Leaves the composer for the draft's own page, with everything saved. */
  async saveAndReview(): Promise<void> {
    await this.saveButton.click();
    await expect(this.page).toHaveURL(/\/campaigns\/[0-9a-f]{24}$/);
  }

  /** Launches from the review, whose question names how many people it goes to. */
  async launch(people: number): Promise<void> {
    await this.launchButton.click();
    const many = people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`;
    await this.page.getByRole('button', { name: `Launch to ${many}` }).click();
  }

  /** The campaign's status as its heading says it. */
  status(text: string): Locator {
    return this.page.getByRole('heading', { level: 1 }).getByText(text, { exact: true });
  }

  /** Waits for the status, watching the page itself. */
  async expectStatus(text: string): Promise<void> {
    await expect(this.status(text)).toBeVisible({ timeout: 60_000 });
  }

  /** Notes from now on what the heading says whenever it changes, be it for a moment. @returns what it said since */
  async watchStatus(): Promise<() => Promise<(string | null)[]>> {
    const said = await this.page.getByRole('heading', { level: 1 }).evaluateHandle((heading) => {
      const texts: (string | null)[] = [];
      let last = heading.textContent;
      new MutationObserver(() => {
        if (heading.textContent === last) return;
        last = heading.textContent;
        texts.push(last);
      }).observe(heading, { subtree: true, childList: true, characterData: true });
      return texts;
    });
    return () => said.jsonValue();
  }

  /** The row of one address in the campaign's log. */
  logRow(address: string): Locator {
    return this.log.getByRole('row').filter({ hasText: address });
  }

  /** Asks why somebody did or did not get the campaign, by a part of their name. */
  async askWhy(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Customer to ask about' }).fill(name);
    await this.page.getByRole('option', { name }).click();
  }

  /** One of the ledger's figures by its name. */
  async figure(label: string): Promise<number> {
    const cell = this.page.locator('dl > div', { has: this.page.getByText(label, { exact: true }) }).first();
    const text = await cell.locator('dd').evaluate((dd) => dd.firstChild?.textContent ?? '');
    return Number(text.replaceAll(',', ''));
  }

  async schedule(): Promise<void> {
    await this.page.getByRole('button', { name: 'Schedule' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Schedule it' }).click();
    await this.expectStatus('Scheduled');
  }
}
