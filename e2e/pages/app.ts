import type { Page } from '@playwright/test';
import { AccountPages } from './accounts.ts';
import { AudiencePages } from './audiences.ts';
import { CampaignPages } from './campaigns.ts';
import { CustomerPages } from './customers.ts';
import { DashboardPages } from './dashboard.ts';
import { FailurePages } from './failures.ts';
import { FirstStepsPart } from './first-steps.ts';
import { ImportPages } from './imports.ts';
import { SettingsPages } from './settings.ts';
import { Shell } from './shell.ts';

/** Everything that one person can see and do in one tab, by area. Locators go by role and name, as people find things. */
export class App {
  readonly page: Page;
  readonly accounts: AccountPages;
  readonly audiences: AudiencePages;
  readonly campaigns: CampaignPages;
  readonly customers: CustomerPages;
  readonly dashboard: DashboardPages;
  readonly failures: FailurePages;
  readonly firstSteps: FirstStepsPart;
  readonly imports: ImportPages;
  readonly settings: SettingsPages;
  readonly shell: Shell;

  constructor(page: Page) {
    this.page = page;
    this.accounts = new AccountPages(page);
    this.audiences = new AudiencePages(page);
    this.campaigns = new CampaignPages(page);
    this.customers = new CustomerPages(page);
    this.dashboard = new DashboardPages(page);
    this.failures = new FailurePages(page);
    this.firstSteps = new FirstStepsPart(page);
    this.imports = new ImportPages(page);
    this.settings = new SettingsPages(page);
    this.shell = new Shell(page);
  }
}
