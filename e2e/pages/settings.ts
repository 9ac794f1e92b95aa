import { expect, type Page } from '@playwright/test';

/** The pages under Settings. */
export class SettingsPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(
    name: 'account' | 'api-keys' | 'audit' | 'members' | 'privacy' | 'vendors' | 'webhooks' | 'workspace',
  ): Promise<void> {
    await this.page.goto(`/settings/${name}`);
  }

  /** Tells the vendor simulator how to behave, in percent of the messages, by the labels of its form. */
  async setSimulator(shares: Record<string, number>): Promise<void> {
    await this.open('vendors');
    for (const [label, percent] of Object.entries(shares))
      await this.page.getByLabel(`${label}, in %`).fill(String(percent));
    await this.page.getByRole('button', { name: 'Save' }).click();
    await expect(this.page.getByText('It holds for every message handed over from now on.')).toBeVisible();
  }

  /** Makes an invitation and returns its link. */
  async invite(role: 'Administrator' | 'Marketer' | 'Viewer'): Promise<string> {
    await this.open('members');
    await this.page.getByRole('button', { name: 'Invite somebody' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Role').selectOption(role);
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const link = await this.page.getByLabel('Link of the invitation').inputValue();
    await this.page.getByRole('button', { name: 'Done' }).click();
    return link;
  }

  /** Saves the workspace's settings and waits until they are kept. */
  async saveWorkspace(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save' }).click();
    await expect(this.page.getByText('Saved. It holds for every message not sent yet.')).toBeVisible();
  }
}
