import { expect, type Locator, type Page } from '@playwright/test';

/** The audience pages: the rule builder, what it counts, what is known about the audience. */
export class AudiencePages {
  readonly page: Page;
  readonly name: Locator;
  readonly save: Locator;
  readonly saveChanges: Locator;
  readonly unsaved: Locator;
  /** How many customers fit now. */
  readonly count: Locator;
  /** The rule in one sentence. */
  readonly sentence: Locator;
  /** What the builder says to a screen reader. */
  readonly said: Locator;
  /** The button that adds a condition; the last one belongs to the outermost group. */
  readonly addCondition: Locator;
  readonly addGroup: Locator;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByLabel('Audience name');
    this.save = page.getByRole('button', { name: 'Save audience' });
    this.saveChanges = page.getByRole('button', { name: 'Save changes' });
    this.unsaved = page.getByText('Unsaved changes');
    this.count = page.getByTestId('audience-count');
    this.sentence = page.getByTestId('rule-sentence');
    this.said = page.getByTestId('builder-status');
    this.addCondition = page.getByRole('button', { name: 'Condition', exact: true });
    this.addGroup = page.getByRole('button', { name: 'Group', exact: true });
  }

  /** The condition with this number, as the page counts them: 2.1 is the first one in the second place's group. */
  condition(number: string): Locator {
    return this.page.getByRole('group', { name: `Condition ${number}`, exact: true });
  }

  group(number: string): Locator {
    return this.page.getByRole('group', { name: `Group ${number}`, exact: true });
  }

  /** What selects and moves a condition or group. */
  handle(item: Locator): Locator {
    return item.getByRole('button', { name: /^Select / }).first();
  }

  field(item: Locator): Locator {
    return item.getByLabel('Field', { exact: true });
  }

  value(item: Locator): Locator {
    return item.getByLabel('Value', { exact: true });
  }

  /** Adds a condition at the end and fills it; the operator stays as it comes. */
  async addFilled(number: string, field: string, value: string): Promise<void> {
    await this.addCondition.last().click();
    const item = this.condition(number);
    await this.field(item).selectOption({ label: field });
    await this.value(item).fill(value);
  }

  async expectSaved(): Promise<void> {
    await expect(this.page).toHaveURL(/\/audiences\/[0-9a-f]{24}$/);
  }

  /** The rules as they are kept of the audience that is open. */
  async savedRules(): Promise<unknown> {
    const answer = await this.page.request.get(`/api/audiences/${this.page.url().split('/').at(-1)}`);
    return (await answer.json()).rules;
  }

  /** One of the parts under the builder, by its heading. */
  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Drags by a handle to the upper rim of another item. */
  async drag(grip: Locator, target: Locator): Promise<void> {
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const from = await grip.boundingBox();
    const to = await target.boundingBox();
    if (!from || !to) throw new Error('not to be seen');
    const { mouse } = this.page;
    await mouse.move(from.x + 10, from.y + 10);
    await mouse.down();
    await mouse.move(from.x + 20, from.y + 30, { steps: 4 });
    await mouse.move(to.x + 200, to.y + 6, { steps: 8 });
    await expect(target.locator('[data-drop-line]')).toBeVisible();
    await mouse.up();
  }
}
