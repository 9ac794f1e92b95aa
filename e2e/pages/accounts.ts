import { expect, type Locator, type Page } from '@playwright/test';

/** Signing up and signing in. */
export class AccountPages {
  readonly page: Page;
  readonly name: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly createAccount: Locator;
  readonly signInButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByLabel('Name');
    this.email = page.getByLabel('Email');
    this.password = page.getByLabel('Password');
    this.createAccount = page.getByRole('button', { name: 'Create account' });
    this.signInButton = page.getByRole('button', { name: 'Sign in', exact: true });
  }

  /** Fills the sign-up form, on the page that is open, and sends it. */
  async signUp(person: { name: string; email: string; password: string }): Promise<void> {
    await this.name.fill(person.name);
    await this.email.fill(person.email);
    await this.password.fill(person.password);
    await this.createAccount.click();
  }

  /** Signs in on a page of its own, or on the one that is open when `from` is null. */
  async signIn(person: { email: string; password: string }, from: string | null = '/sign-in'): Promise<void> {
    if (from) await this.page.goto(from);
    await this.email.fill(person.email);
    await this.password.fill(person.password);
    await this.signInButton.click();
  }

  async expectSignInAsked(): Promise<void> {
    await expect(this.page).toHaveURL((url) => url.pathname === '/sign-in');
  }
}
