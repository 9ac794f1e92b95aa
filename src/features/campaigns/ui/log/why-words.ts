import { formatDateTime } from '@/lib/format.ts';
import { skipReasonText } from '@/ui/message-status.tsx';
import type { WhyRecipient } from '../../log/why.schema.ts';
import type { Message, SkipReason } from '../../messages.schema.ts';

export interface WhyAnswer {
  /** Whether they got it: yes, no, or that is not decided yet. */
  verdict: 'yes' | 'no' | 'open';
  title: string;
  text: string;
  /** What one can do. */
  advice: string | null;
}

/** The answer in plain words. `now` is the present moment. */
export function answerOf(why: WhyRecipient, now = new Date()): WhyAnswer {
  const name = why.customer.name ?? why.customer.email;
  return why.message ? ofMessage(why.message, name, now) : ofAbsence(why, name);
}

const inVariant = ({ variant }: Message) => (variant ? `, with the text of variant ${variant}` : '');
const on = (moment: Date | null) => (moment ? ` on ${formatDateTime(moment)}` : '');

function ofMessage(message: Message, name: string, now: Date): WhyAnswer {
  const { status, skipReason, failureReason, notBefore, sentAt, deliveredAt } = message;
  const because = failureReason ? `: ${failureReason}` : '.';
  switch (status) {
    case 'DELIVERED':
      return {
        verdict: 'yes',
        title: `${name} got it`,
        text: `It was delivered${on(deliveredAt)}${inVariant(message)}.`,
        advice: null,
      };
    case 'SENT':
      return {
        verdict: 'yes',
        title: `${name} was sent it`,
        text: `It was handed to the vendor${on(sentAt)}${inVariant(message)}. No receipt has come that tells whether it arrived.`,
        advice: null,
      };
    case 'SENDING':
      return {
        verdict: 'open',
        title: `${name} is being sent it right now`,
        text: 'The vendor has it and has not answered yet.',
        advice: null,
      };
    case 'QUEUED':
      return notBefore && notBefore > now
        ? {
            verdict: 'open',
            title: `${name} gets it later`,
            text: `It is within their quiet hours: it is held back until ${formatDateTime(notBefore)}.`,
            advice: 'Quiet hours are in the settings of the workspace.',
          }
        : {
            verdict: 'open',
            title: `${name} is still to get it`,
            text: 'It waits for its turn.',
            advice: null,
          };
    case 'FAILED':
      return {
        verdict: 'open',
        title: `${name} has not got it yet`,
        text: `A try failed${because}`,
        advice: 'It is tried again by itself.',
      };
    case 'DEAD':
      return {
        verdict: 'no',
        title: `${name} did not get it`,
        text: `It failed for good${because}`,
        advice: 'Under Failures it can be sent once more, with another address or text if need be.',
      };
    case 'BOUNCED':
      return {
        verdict: 'no',
        title: `${name} did not get it`,
        text: `It was sent${on(sentAt)} and came back${because}`,
        advice:
          'Check the address. After a hard bounce it gets no more messages until it is taken off the suppressions.',
      };
    case 'CANCELLED':
      return {
        verdict: 'no',
        title: `${name} did not get it`,
        text: 'The campaign was cancelled before their turn came.',
        advice: 'Copy the campaign to send it to those who did not get it.',
      };
    case 'SKIPPED':
      return {
        verdict: 'no',
        title: skipReason === 'HOLDOUT' ? `${name} was held out on purpose` : `${name} was skipped`,
        text: `${skipReason ? skipReasonText(skipReason, failureReason) : 'No reason is known'}.`,
        advice: skipReason ? advices[skipReason] : null,
      };
  }
}

const advices: Record<SkipReason, string> = {
  NO_ADDRESS: 'Add an address to the customer; it counts for the next campaign.',
  SUPPRESSED: 'They stand on the list of suppressions. Take them off only if they asked for it.',
  MISSING_VARIABLE: 'Fill in what is missing, or give the variable a default in the message.',
  FREQUENCY_CAP: 'The limit is in the settings of the workspace. It passes by itself.',
  CUSTOMER_DELETED: 'Nothing can be sent to them any more.',
  HOLDOUT: 'What they buy is compared with what those buy who got it; see the results.',
};

function ofAbsence({ campaign, customer, audience, resendOf }: WhyRecipient, name: string): WhyAnswer {
  const { launchedAt, prepared } = campaign;
  if (resendOf)
    return {
      verdict: 'no',
      title: `${name} is not among the recipients`,
      text: `This campaign went to those whose message of “${resendOf.name}” failed or came back. Theirs did not.`,
      advice: null,
    };
  if (!launchedAt || !prepared)
    return {
      verdict: 'open',
      title: launchedAt ? `${name} is not among the recipients so far` : 'Not launched yet',
      text: audience?.inAudience
        ? `${name} is in the audience right now.`
        : `${name} is not in the audience right now.`,
      advice: launchedAt
        ? 'Recipients are still being found.'
        : 'The recipients are found when it is launched.',
    };
  const title = `${name} was not in the audience`;
  if (customer.createdAt > launchedAt)
    return {
      verdict: 'no',
      title,
      text: `They became a customer${on(customer.createdAt)}, after the launch${on(launchedAt)}.`,
      advice: null,
    };
  if (!audience)
    return {
      verdict: 'no',
      title,
      text: `It went to those who were in it at the launch${on(launchedAt)}. The audience was deleted since, so its rule cannot be looked at.`,
      advice: null,
    };
  return audience.inAudience
    ? {
        verdict: 'no',
        title,
        text: `It went to those who were in “${audience.name}” at the launch${on(launchedAt)}. They are in it now, so they, or the rule, have changed since.`,
        advice: 'They are reached by the next campaign to this audience.',
      }
    : {
        verdict: 'no',
        title,
        text: `They do not fulfil the rule of “${audience.name}”. What is crossed out below is what is missing now.`,
        advice: null,
      };
}
