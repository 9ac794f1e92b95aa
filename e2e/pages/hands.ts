import type { Locator, Page } from '@playwright/test';
import type { CsvFile } from './imports.ts';
import { Shell } from './shell.ts';

/** The ways to work a page: with nothing but the keyboard, or with a finger. */
export interface Hands {
  press(target: Locator): Promise<void>;
  /** Replaces what a box holds. */
  write(target: Locator, text: string): Promise<void>;
  /** Opens the system's window for files with `target`, and chooses in it. */
  chooseFile(target: Locator, file: CsvFile): Promise<void>;
  /** Follows a link of the navigation. */
  goTo(name: string): Promise<void>;
}

async function chosen(page: Page, file: CsvFile, open: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
  await chooser.setFiles(file);
}

/** Tab to get there, Enter to press: nothing that a mouse is needed for can be reached. */
export function keyboardOf(page: Page): Hands {
  const shell = new Shell(page);
  return {
    async press(target) {
      await shell.tabTo(target);
      await page.keyboard.press('Enter');
    },
    async write(target, text) {
      await shell.tabTo(target);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    chooseFile(target, file) {
      return chosen(page, file, () => this.press(target));
    },
    async goTo(name) {
      if (shell.narrow) await this.press(shell.menu);
      await this.press(shell.navigation.getByRole('link', { name, exact: true }));
    },
  };
}

/** Taps, as on a phone; a tap that would land on something else fails. */
export function fingerOf(page: Page): Hands {
  const shell = new Shell(page);
  return {
    press: (target) => target.tap(),
    async write(target, text) {
      await target.tap();
      await target.fill(text);
    },
    chooseFile(target, file) {
      return chosen(page, file, () => this.press(target));
    },
    async goTo(name) {
      await shell.menu.tap();
      await shell.navigation.getByRole('link', { name, exact: true }).tap();
    },
  };
}
