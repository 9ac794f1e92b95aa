import { expect, type Locator, type Page } from '@playwright/test';

/** What stands around every page: heading, navigation, workspace switcher, dialogs. */
export class Shell {
  readonly page: Page;
  readonly navigation: Locator;
  /** There on a narrow screen alone. */
  readonly menu: Locator;
  readonly switcher: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.navigation = page.getByRole('navigation', { name: 'Main' });
    this.menu = page.getByRole('button', { name: 'Open the menu' });
    this.switcher = page.getByRole('button', { name: /^Workspace:/ });
    this.dialog = page.getByRole('dialog');
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** Goes to another page by its link in the navigation, which a phone has in a drawer. */
  async goTo(name: string): Promise<void> {
    await this.openMenu();
    await this.navigation.getByRole('link', { name, exact: true }).click();
  }

  /** Whether the screen is too narrow for a sidebar: it is behind the menu's button. */
  get narrow(): boolean {
    return (this.page.viewportSize()?.width ?? 0) < 1024;
  }

  /** Has the sidebar come out where it does not stand anyway. */
  async openMenu(): Promise<void> {
    if (this.narrow) await this.menu.click();
  }

  async signOut(): Promise<void> {
    await this.openMenu();
    await this.page.getByRole('button', { name: 'Account' }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  /** The notice that says so. */
  notice(text: string | RegExp): Locator {
    return this.page
      .getByRole('region', { name: /^Notifications/ })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  /** Takes back what the notice tells of. Gone, it is not taken for the next one that says the same. */
  async undo(text: string | RegExp): Promise<void> {
    await this.notice(text).getByRole('button', { name: 'Undo' }).click();
    await expect(this.notice(text)).toHaveCount(0);
  }

  async closeNotice(text: string | RegExp): Promise<void> {
    await this.notice(text).getByRole('button', { name: 'Close this notice' }).click();
  }

  /** Has the system prefer a theme, and waits until the page has followed. */
  async setTheme(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
    await expect(this.page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
  }

  /** Until the page has drawn itself. Some pages keep a request open, so quiet is waited for only so long. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle', { timeout: 2_500 }).catch(() => undefined);
  }

  /** Fails when the page as a whole can be scrolled sideways. */
  async expectNoSidewaysScroll(where = this.page.url()): Promise<void> {
    await expect
      .poll(
        () =>
          this.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        `${where}: so many px wider than the screen`,
      )
      .toBe(0);
  }

  /** Goes on with Tab (or another key) until `target` has the focus. @throws Error when it does not get there */
  async tabTo(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let i = 0; i < 80; i += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`The focus did not get to ${target}`);
  }
}
