import { expect, type Locator, type Page } from '@playwright/test';

/** The command palette, used by the keyboard as it is meant to be. */
export class Palette {
  readonly page: Page;
  readonly dialog: Locator;
  readonly box: Locator;
  readonly lines: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: /^(Search or do|Create|Switch workspace)$/ });
    this.box = this.dialog.getByRole('combobox');
    this.lines = this.dialog.getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await expect(this.box).toBeFocused();
  }

  /** Types into the open palette and waits until `line` is the chosen one. */
  async find(words: string, line: string | RegExp): Promise<void> {
    await this.page.keyboard.type(words);
    await expect(
      this.lines.filter({ hasText: line }).and(this.page.locator('[aria-selected="true"]')),
    ).toBeVisible();
  }

  /** Opens it, types and takes the line. */
  async go(words: string, line: string | RegExp): Promise<void> {
    await this.open();
    await this.find(words, line);
    await this.page.keyboard.press('Enter');
    await expect(this.dialog).toBeHidden();
  }
}
