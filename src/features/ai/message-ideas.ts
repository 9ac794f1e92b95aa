import type { SuggestedMessages } from './ai.schema.ts';

/** Three drafts from the objective alone: what is offered when no AI service is set up. Each is a valid template. */
export function draftMessages(objective: string, tone: string | undefined): SuggestedMessages['suggestions'] {
  const aim = objective.replace(/[{}%]/g, '').replace(/[.!\s]+$/, '');
  const headline = `${aim.charAt(0).toUpperCase()}${aim.slice(1)}`;
  const greeting = /formal|professional|serious/i.test(tone ?? '') ? 'Dear' : 'Hi';
  const name = '{{ customer.name | default: "there" }}';
  return [
    {
      subject: headline.slice(0, 78),
      body: `${greeting} ${name},\n\n${headline}. As one of our customers you hear of it first.\n\nYours,\n{{ workspace.name }}`,
    },
    {
      subject: `For you: ${aim}`.slice(0, 78),
      body: `${greeting} ${name},\n\nThank you for shopping with us. A short note, because we think you will like it: ${aim}.\n\nSee you soon,\n{{ workspace.name }}`,
    },
    {
      subject: `${name}, ${aim}`,
      body: `${greeting} ${name},\n\nIt has been a while since we wrote. ${headline} — and it would be lovely to have you with us.\n\n{{ workspace.name }}`,
    },
  ];
}
