import type { Objective } from './objectives.ts';

/**
 * One draft without greeting, offer and signature, which come with the tone and with what the marketer said. Nothing here
 * promises anything: an offer, a date or a name is only ever the marketer's own. `[topic]` is what the message is about.
 */
export interface Draft {
  subject: string;
  /** Subjects for a tone, where it wants another one. */
  playful?: string;
  urgent?: string;
  /** The subject when there is an offer; `[deal]` stands for it. */
  deal?: string;
  text: string;
  /** For a text message: at most 85 characters. */
  sms: string;
}

export const texts: Record<Objective | 'general', readonly [Draft, Draft, Draft]> = {
  'win-back': [
    {
      subject: 'We have missed you',
      playful: 'Was it something we said?',
      urgent: 'It is time to come back',
      deal: '[deal] to welcome you back',
      text: 'It has been a while since your last order, and we would love to see you again. Come and see what we have for you now.',
      sms: "it's been a while and we'd love to see you again. Come and see what's new.",
    },
    {
      subject: 'It has been a while',
      playful: 'Look what you have been missing',
      deal: 'Come back for [deal]',
      text: 'You have not been with us for some time. When you have a minute, have a look at what is here now: we think there is something for you.',
      sms: "you haven't been with us for a while. Have a look when you have a minute.",
    },
    {
      subject: 'Can we win you back?',
      playful: 'One more chance?',
      urgent: 'Before we lose touch',
      deal: 'Yours: [deal]',
      text: 'If something was not right the last time, please answer and tell us. And if you were only busy, here is a good moment to come by again.',
      sms: 'was something not right last time? Tell us, or give us another try.',
    },
  ],
  welcome: [
    {
      subject: 'Welcome to {{ workspace.name }}',
      playful: 'You are in!',
      deal: 'Welcome, with [deal]',
      text: 'Thank you for joining us. From now on you hear first what is new, and you can answer any of our messages.',
      sms: "welcome! Thank you for joining us. You'll hear first what's new.",
    },
    {
      subject: 'Good to have you with us',
      playful: 'Hello, you',
      deal: 'A welcome gift: [deal]',
      text: 'We are glad you are here. To help you find your way, here is where most people begin: with what other customers love best.',
      sms: 'good to have you with us. Start with what other customers love best.',
    },
    {
      subject: 'Three things to know about us',
      playful: 'The short tour',
      deal: 'To begin with: [deal]',
      text: 'We choose what we sell with care. We answer when you write to us. And we only write to you when there is something worth reading.',
      sms: 'glad you are here! If you have a question, just write to us.',
    },
  ],
  'first-purchase': [
    {
      subject: 'Your first order is still waiting',
      playful: 'There is a first time for everything',
      urgent: 'A good moment for your first order',
      deal: '[deal] on your first order',
      text: 'You have been with us for a while but have not ordered yet. If there is anything you would like to know before you do, just answer this message.',
      sms: "your first order is still waiting. Anything you'd like to know? Just ask.",
    },
    {
      subject: 'Not sure where to begin?',
      playful: 'Allow us to point',
      deal: 'Begin with [deal]',
      text: 'A first order should be an easy one. Our favourites are the ones people come back for: have a look, and take your time.',
      sms: 'not sure where to begin? Our favourites are the ones people come back for.',
    },
    {
      subject: 'What can we help you find?',
      playful: 'Looking for something?',
      deal: 'A reason to try us: [deal]',
      text: 'Tell us what you are looking for and we will point you to it. You can simply answer this message.',
      sms: "what can we help you find? Tell us and we'll point you to it.",
    },
  ],
  'thank-you': [
    {
      subject: 'Thank you',
      playful: 'You are the best',
      deal: 'A thank-you: [deal]',
      text: 'We wanted to say thank you for shopping with us. A shop like ours lives from people like you, and we do not take that for granted.',
      sms: "thank you for shopping with us. We don't take it for granted.",
    },
    {
      subject: 'This one is for you',
      playful: 'A small round of applause',
      deal: 'With our thanks: [deal]',
      text: 'Because of customers like you we can do what we love. So this is not an advertisement, just a thank-you from all of us.',
      sms: 'because of customers like you we can do what we love. Thank you!',
    },
    {
      subject: 'You make our work worthwhile',
      playful: 'Thanks a bunch',
      deal: 'Thank you, with [deal]',
      text: 'Thank you for your trust. If there is anything we could do better, answer this message: we would like to keep deserving it.',
      sms: 'thank you for your trust. Tell us if there is anything we can do better.',
    },
  ],
  sale: [
    {
      subject: 'Our offer for you',
      playful: 'Your wallet will like this',
      urgent: 'Have you seen our offer?',
      deal: '[deal] for you',
      text: 'Now is a good time to get what you have had your eye on.',
      sms: 'now is a good time to get what you have had your eye on.',
    },
    {
      subject: 'Good things for less',
      playful: 'Less money, more things',
      urgent: 'Do not miss these prices',
      deal: 'Now: [deal]',
      text: 'We have made some of our favourites cheaper. The first to come have the widest choice.',
      sms: 'some of our favourites now cost less. First come, first served.',
    },
    {
      subject: 'You hear of it first',
      playful: 'Psst, over here',
      urgent: 'While it lasts',
      deal: 'You hear of it first: [deal]',
      text: 'Before we tell everybody, we wanted you to know about our offer.',
      sms: 'before we tell everybody: have a look at our offer.',
    },
  ],
  'product-launch': [
    {
      subject: 'Here it is: [topic]',
      playful: 'Fresh out of the box: [topic]',
      urgent: 'Just in: [topic]',
      text: 'We have been working on this for some time and are proud to show it: [topic]. Have a look and tell us what you think.',
      sms: 'just arrived: [topic]. Have a look and tell us what you think.',
    },
    {
      subject: 'Be among the first to see [topic]',
      playful: 'No spoilers, but: [topic]',
      text: 'It is here: [topic]. We wanted you to see it among the first.',
      sms: "it's here: [topic]. Be among the first to see it.",
    },
    {
      subject: 'Meet [topic]',
      playful: 'Say hello to [topic]',
      urgent: 'Here now: [topic]',
      text: 'Something new has joined us: [topic]. If you have questions about it, just answer this message.',
      sms: 'meet [topic]. Questions? Just write to us.',
    },
  ],
  reminder: [
    {
      subject: 'You left something behind',
      playful: 'Your basket feels lonely',
      urgent: 'Still in your basket',
      deal: 'Your basket, and [deal]',
      text: 'There is something in your basket still. In case you would like to finish what you began, it is where you left it.',
      sms: "you left something in your basket. It's where you left it.",
    },
    {
      subject: 'Shall we keep it for you?',
      playful: 'Tap, tap: remember us?',
      urgent: 'Do you still want it?',
      deal: 'A little help to decide: [deal]',
      text: 'You were nearly there. If a question kept you from ordering, answer this message and we will help.',
      sms: 'you were nearly there! If a question stopped you, just ask us.',
    },
    {
      subject: 'A friendly reminder',
      playful: 'Just a nudge',
      urgent: 'A last reminder',
      deal: 'A reminder, with [deal]',
      text: 'Your choice is waiting for you. It only takes a minute to finish your order.',
      sms: 'your choice is waiting. It only takes a minute to finish your order.',
    },
  ],
  review: [
    {
      subject: 'How did you like it?',
      playful: 'So? Tell us everything',
      text: 'You have had a little time with your order now. How do you like it? A few words from you help others to choose, and us to get better.',
      sms: 'how do you like your order? A few words from you help others to choose.',
    },
    {
      subject: 'May we ask for a minute of your time?',
      playful: 'Your opinion, please',
      text: 'Would you write a short review? Good or bad, we would like to know, and other customers will be grateful.',
      sms: 'would you write us a short review? It takes a minute and helps others.',
    },
    {
      subject: 'Your opinion counts',
      playful: 'Stars, please (only if we earned them)',
      text: 'What did we do well, and what should we do better? Just answer this message with whatever comes to mind.',
      sms: 'what did we do well, what should we do better? Just answer this message.',
    },
  ],
  birthday: [
    {
      subject: 'Happy birthday',
      playful: 'Cake for everyone',
      deal: 'Happy birthday: [deal]',
      text: 'All of us wish you a very happy birthday and a good year to come.',
      sms: 'happy birthday from all of us, and a good year to come!',
    },
    {
      subject: 'Today is about you',
      playful: 'Blow out the candles',
      deal: 'A birthday gift: [deal]',
      text: 'It is your special day, and we did not want to let it pass without our best wishes.',
      sms: 'today is about you. Our very best wishes for your special day!',
    },
    {
      subject: 'Our best wishes to you',
      playful: 'Hip, hip, hooray',
      deal: 'Best wishes, and [deal]',
      text: 'Another year, and we are glad you spent a part of it with us. Have a wonderful day.',
      sms: 'best wishes from us! Have a wonderful day.',
    },
  ],
  event: [
    {
      subject: 'You are invited: [topic]',
      playful: 'Save us a dance: [topic]',
      urgent: 'Keep the date: [topic]',
      text: 'We would love to have you with us: [topic]. Answer this message to let us know you are coming.',
      sms: "you're invited: [topic]. Let us know if you are coming.",
    },
    {
      subject: 'Will you join us?',
      playful: 'We need one more: you',
      urgent: 'Will you be there?',
      text: 'We are getting together with our customers: [topic]. It would not be the same without you.',
      sms: "will you join us? [topic]. It wouldn't be the same without you.",
    },
    {
      subject: 'An invitation for you',
      playful: 'Got plans? Now you do',
      text: 'Come and meet the people behind our shop. What it is about: [topic]. Bring someone along if you like.',
      sms: 'an invitation for you: [topic]. Bring someone along if you like.',
    },
  ],
  'back-in-stock': [
    {
      subject: 'Back again: [topic]',
      playful: 'Guess who is back: [topic]',
      urgent: 'Back now: [topic]',
      text: 'Good news: [topic] can be ordered again. If you have been waiting for it, now is a good moment.',
      sms: 'good news: [topic] can be ordered again.',
    },
    {
      subject: 'It is here again',
      playful: 'The wait is over',
      urgent: 'Here again, so do not miss it',
      text: 'You asked, we listened: [topic] is back on our shelves.',
      sms: 'you asked, we listened: [topic] is back.',
    },
    {
      subject: 'Worth the wait: [topic]',
      playful: 'Stop refreshing the page',
      text: 'It took us a while to get it again, and now it is here: [topic].',
      sms: 'worth the wait: [topic] is here again.',
    },
  ],
  vip: [
    {
      subject: 'For our best customers only',
      playful: 'VIPs this way',
      urgent: 'For you, before anyone else',
      deal: 'Only for you: [deal]',
      text: 'You are one of our best customers, and we wanted you to hear from us first.',
      sms: "you're one of our best customers, so we wanted you to hear from us first.",
    },
    {
      subject: 'You come first',
      playful: 'Shh, this is between us',
      urgent: 'You first, so have a look now',
      deal: 'You come first: [deal]',
      text: 'You have been loyal to us, and we have not forgotten it. So you are the first we write to.',
      sms: "you have been loyal to us, so you're the first we write to.",
    },
    {
      subject: 'Because you are special to us',
      playful: 'The velvet rope is up',
      deal: 'Because you are special to us: [deal]',
      text: 'A few customers mean more to us than they know. You are one of them, and this is our way to say so.',
      sms: 'a few customers mean more to us than they know. You are one of them.',
    },
  ],
  newsletter: [
    {
      subject: 'News from {{ workspace.name }}',
      playful: 'Hot off the press',
      text: 'Here is what is just arrived: [topic]. As always, we have kept it short.',
      sms: "here's what's just arrived: [topic].",
    },
    {
      subject: 'What is new with us',
      playful: 'Grab a coffee',
      text: 'A few things have happened since we last wrote: [topic]. We thought you would like to know.',
      sms: 'news from us: [topic]. We thought you would like to know.',
    },
    {
      subject: 'In short: [topic]',
      playful: 'Gather round',
      text: 'Two minutes of reading, no more: [topic]. If you would like to know more about anything, just answer.',
      sms: 'in short: [topic]. Want to know more? Just answer.',
    },
  ],
  referral: [
    {
      subject: 'Know someone who would like us?',
      playful: 'Friends with benefits',
      deal: '[deal] for you and a friend',
      text: 'If you like what we do, tell a friend about us. A word from you is worth more than any advertisement.',
      sms: 'do you know someone who would like us? Tell a friend!',
    },
    {
      subject: 'Good things are better shared',
      playful: 'Sharing is caring',
      deal: 'Share [deal]',
      text: 'Many of our customers came because a friend told them. Would you pass us on to someone who should know us?',
      sms: 'good things are better shared. Pass us on to a friend.',
    },
    {
      subject: 'Bring a friend along',
      playful: 'Plus one',
      deal: 'Bring a friend: [deal]',
      text: 'Forward this message to someone you think of right now. They will be in good hands with us.',
      sms: 'think of someone who should know us? Bring a friend along.',
    },
  ],
  seasonal: [
    {
      subject: 'Something for the season',
      playful: 'Tis the season',
      urgent: 'Ready in time?',
      deal: 'For the season: [deal]',
      text: 'The season is here: [topic]. We have put together what goes with it, for yourself or as a present.',
      sms: 'the season is here: [topic]. See what goes with it.',
    },
    {
      subject: 'Our favourites for [topic]',
      playful: 'All wrapped up: [topic]',
      urgent: 'Ready for [topic]?',
      deal: '[deal] for [topic]',
      text: 'We have picked our favourites for [topic]. Have a look.',
      sms: 'our favourites for [topic] are here. Have a look.',
    },
    {
      subject: 'Are you ready for [topic]?',
      playful: '[topic]? Sorted',
      urgent: 'Still time for [topic]',
      deal: 'Ready for [topic]? [deal]',
      text: 'If you are still looking for the right thing for [topic], we may have it.',
      sms: 'still looking for the right thing for [topic]? We may have it.',
    },
  ],
  general: [
    {
      subject: '[topic]',
      text: '[topic]. As one of our customers you hear of it first.',
      sms: '[topic].',
    },
    {
      subject: 'For you: [topic]',
      text: 'A short note, because we think you will like it: [topic].',
      sms: 'we think you will like this: [topic].',
    },
    {
      subject: 'A message from {{ workspace.name }}',
      text: 'We wanted you to know: [topic]. If you have a question, just answer this message.',
      sms: 'we wanted you to know: [topic].',
    },
  ],
};
