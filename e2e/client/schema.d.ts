// Made by `npm run openapi` from docs/openapi.json; not to be edited.

export interface paths {
    "/ai/generate-segment-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Words to audience rules
         * @description Needs the scope `ai:use`.
         */
        post: operations["ai-generateSegmentRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/suggest-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drafts for a message
         * @description Needs the scope `ai:use`.
         */
        post: operations["ai-suggestMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audiences, newest first
         * @description Needs the scope `audiences:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["audiences-list"];
        put?: never;
        /**
         * Save an audience
         * @description Needs the scope `audiences:write`.
         */
        post: operations["audiences-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One audience
         * @description Needs the scope `audiences:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["audiences-get"];
        put?: never;
        post?: never;
        /**
         * Delete an audience that no campaign uses and no other audience names
         * @description Needs the scope `audiences:write`.
         */
        delete: operations["audiences-delete"];
        options?: never;
        head?: never;
        /**
         * Change an audience
         * @description Needs the scope `audiences:write`.
         */
        patch: operations["audiences-update"];
        trace?: never;
    };
    "/audiences/{id}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in an audience right now
         * @description Needs the scope `audiences:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["audiences-customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a customer is in an audience right now, and why
         * @description Needs the scope `audiences:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["audiences-explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/{id}/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in an audience right now, as CSV of any length
         * @description email, name, phone, country, city, tags (separated by `;`), totalSpend, orderCount, averageOrderValue, firstOrderAt, lastOrderAt and one column `attributes.<name>` for each attribute anybody in it has (the rarest beyond 1,000 as JSON in the column `attributes`). UTF-8 with byte-order mark, lines end with CRLF. Money is in major units, moments are ISO 8601 in UTC. A text that a spreadsheet would run as a formula has an apostrophe before it.
         *
         *     Needs the scopes `audiences:read` and `customers:read`.
         */
        get: operations["audiences-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many an audience had on each day, and what has changed
         * @description Needs the scope `audiences:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["audiences-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/{id}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new audience of those who are in this one now; usable once its snapshot is done
         * @description Needs the scope `audiences:write`.
         */
        post: operations["audiences-takeSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which campaigns use an audience and which audiences refer to it
         * @description Needs the scope `audiences:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["audiences-usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What each condition of a rule tree does: whom it selects, who is left after it, whom it keeps out
         * @description Needs the scope `audiences:read`.
         */
        post: operations["audiences-funnel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How spend, countries and last orders are distributed among those a rule tree selects
         * @description Needs the scope `audiences:read`.
         */
        post: operations["audiences-insights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many a rule tree and a saved audience have in common
         * @description Needs the scope `audiences:read`.
         */
        post: operations["audiences-overlap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count and sample of a rule tree
         * @description Needs the scope `audiences:read`.
         */
        post: operations["audiences-preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what to which thing, when and from where, newest first
         * @description Needs the scope `audit:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["audit-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log as CSV of any length, newest first
         * @description Columns: at, actor, actorName, action, inWords, targetId, targetName, before and after (the changed fields as JSON), address, userAgent, requestId. The download itself is written into the log.
         *
         *     Needs the scope `audit:read`.
         */
        get: operations["audit-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account with a workspace of its own
         * @description Signing in is NextAuth’s: /api/auth/csrf, then /api/auth/callback/credentials.
         */
        post: operations["accounts-register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List campaigns, newest first
         * @description Needs the scope `campaigns:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["campaigns-list"];
        put?: never;
        /**
         * Create a draft campaign
         * @description Needs the scope `campaigns:write`.
         */
        post: operations["campaigns-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One campaign with its figures
         * @description Needs the scope `campaigns:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["campaigns-get"];
        put?: never;
        post?: never;
        /**
         * Delete a campaign that was never launched
         * @description Needs the scope `campaigns:write`.
         */
        delete: operations["campaigns-delete"];
        options?: never;
        head?: never;
        /**
         * Change a draft, or the time of a scheduled one
         * @description Needs the scope `campaigns:write`.
         */
        patch: operations["campaigns-update"];
        trace?: never;
    };
    "/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop for good; what is not sent yet is cancelled
         * @description Needs the scope `campaigns:launch`.
         */
        post: operations["campaigns-cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send now what waits because its time was missed
         * @description Needs the scope `campaigns:launch`.
         */
        post: operations["campaigns-confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new draft with the same message and audience
         * @description Needs the scope `campaigns:write`.
         */
        post: operations["campaigns-duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Launch; a second time answers 409
         * @description Needs the scope `campaigns:launch`.
         */
        post: operations["campaigns-launch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The campaign’s messages, newest first
         * @description Needs the scope `campaigns:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["campaigns-messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause sending
         * @description Needs the scope `campaigns:launch`.
         */
        post: operations["campaigns-pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The message as one customer would get it
         * @description Needs the scope `campaigns:read`.
         */
        post: operations["campaigns-preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/recipients.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everyone a campaign went to, with what became of it, as CSV of any length
         * @description messageId, customerId, address, country, rfmGroup, variant, status, skipReason, reason, tries, queuedAt, sentAt, deliveredAt, openedAt, clickedAt, complainedAt, unsubscribedAt, and the orders and revenue that count for the message. Moments are ISO 8601 in UTC. A text that a spreadsheet would run as a formula has an apostrophe before it.
         *
         *     Needs the scopes `campaigns:read` and `customers:read` and `orders:read`.
         */
        get: operations["campaigns-recipients-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/resend-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new draft to those whose message failed or bounced
         * @description Needs the scope `campaigns:write`.
         */
        post: operations["campaigns-resendFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it came to: orders, revenue, variants, lift, countries, RFM groups
         * @description Needs the scope `campaigns:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["campaigns-results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A campaign’s results as CSV
         * @description A line for the whole, for each variant, for those written to and those held out, for each country and each RFM group. Money is in major units.
         *
         *     Needs the scopes `campaigns:read` and `customers:read` and `orders:read`.
         */
        get: operations["campaigns-results-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused campaign
         * @description Needs the scope `campaigns:launch`.
         */
        post: operations["campaigns-resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the summary of an ended campaign anew
         * @description Needs the scope `campaigns:write`.
         */
        post: operations["campaigns-writeSummary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put tags on or take them off
         * @description Needs the scope `campaigns:write`.
         */
        put: operations["campaigns-setTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it once to an address of your own
         * @description Needs the scope `campaigns:launch`.
         */
        post: operations["campaigns-test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List or search customers
         * @description Needs the scope `customers:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["customers-list"];
        put?: never;
        /**
         * Add a customer
         * @description Needs the scope `customers:write`.
         */
        post: operations["customers-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One customer
         * @description Needs the scope `customers:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["customers-get"];
        put?: never;
        post?: never;
        /**
         * Delete a customer and their orders
         * @description Needs the scope `customers:write`.
         */
        delete: operations["customers-delete"];
        options?: never;
        head?: never;
        /**
         * Change a customer; null clears a field
         * @description Needs the scope `customers:write`.
         */
        patch: operations["customers-update"];
        trace?: never;
    };
    "/customers/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a customer for good; orders and messages stay without a person
         * @description Needs the scope `privacy:write`.
         */
        post: operations["privacy-eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a customer was erased, and whether every trace is gone yet
         * @description Needs the scope `customers:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["privacy-erasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that is kept of one customer, as a JSON file of any length
         * @description Version 1 of the shape. It is sent as it is read, its lists in the order given; it is never cached, and the audit log says who asked for it.
         *
         *     Needs the scope `privacy:read`.
         */
        get: operations["customers-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/bulk-upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import customers from CSV
         * @description Answers as soon as the file is stored; GET /imports/{id} tells how far it is. A form may say more of the file, in fields of their own. `mapping`: what each column means, as JSON: a list of {column, target}; columns it does not name are left out. Without it columns are found by their names. `target` for customers: email, name, firstName, lastName, phone, country, city, tags; for orders: orderId, customerEmail, orderAmount, orderDate; for both: ignore; for customers `attribute` too, with {name?, type: auto, text, number, date, boolean}. Dates may be written day or month first ({dates: iso, dmy, mdy}), amounts and numbers with a comma ({decimal: point, comma}). `dryRun=true`: only check. The import then counts what would happen and writes nothing; POST /imports/{id}/start imports the same file within a day. Limits: 200 columns, 5000000 rows, 32767 characters in a cell, 262144 in a row.
         *
         *     Needs the scope `imports:write`.
         */
        post: operations["customers-upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that failed for good, grouped by cause
         * @description Needs the scope `dead-letters:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["deadLetters-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them with its history, and the message as a retry would send it
         * @description Needs the scope `dead-letters:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["deadLetters-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give some, or a whole group, up with a note
         * @description Needs the scope `dead-letters:write`.
         */
        post: operations["deadLetters-discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send some, or a whole group, once more; one also to another address or with another text
         * @description Needs the scope `dead-letters:write`.
         */
        post: operations["deadLetters-retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dummy-vendor/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The vendor simulator: one message or up to 1,000
         * @description Takes messages as a vendor would and posts receipts to their callbackUrl. An Idempotency-Key (for one message) or each message’s own id makes a repeat harmless. The parameters make it fail, delay, repeat and reorder.
         */
        post: operations["dummy-vendor-send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports, newest first
         * @description Needs the scope `imports:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["imports-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import with its counts
         * @description Needs the scope `imports:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["imports-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import; what is in stays in
         * @description Needs the scope `imports:write`.
         */
        post: operations["imports-cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bad rows with their reasons, as CSV
         * @description The file’s own columns, then `row` (the header is row 1) and `error`.
         *
         *     Needs the scope `imports:read`.
         */
        get: operations["imports-errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the file of a checked import (dryRun), without another upload; 409 when it was started already
         * @description Needs the scope `imports:write`.
         */
        post: operations["imports-start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import back: new rows are deleted and changed ones restored, unless they were changed or used since
         * @description Needs the scope `imports:write`.
         */
        post: operations["imports-undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description Needs the scope `orders:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["orders-list"];
        put?: never;
        /**
         * Add an order; an unknown address becomes a customer
         * @description Needs the scope `orders:write`.
         */
        post: operations["orders-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order
         * @description Needs the scope `orders:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["orders-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/bulk-upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import orders from CSV
         * @description Answers as soon as the file is stored; GET /imports/{id} tells how far it is. A form may say more of the file, in fields of their own. `mapping`: what each column means, as JSON: a list of {column, target}; columns it does not name are left out. Without it columns are found by their names. `target` for customers: email, name, firstName, lastName, phone, country, city, tags; for orders: orderId, customerEmail, orderAmount, orderDate; for both: ignore; for customers `attribute` too, with {name?, type: auto, text, number, date, boolean}. Dates may be written day or month first ({dates: iso, dmy, mdy}), amounts and numbers with a comma ({decimal: point, comma}). `dryRun=true`: only check. The import then counts what would happen and writes nothing; POST /imports/{id}/start imports the same file within a day. Limits: 200 columns, 5000000 rows, 32767 characters in a cell, 262144 in a row.
         *
         *     Needs the scope `imports:write`.
         */
        post: operations["orders-upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many people were erased, and the latest erasures
         * @description Needs the scope `privacy:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["privacy-overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same by address, whether it is a customer’s or not; it cannot be imported again
         * @description Needs the scope `privacy:write`.
         */
        post: operations["privacy-eraseAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Somebody who was erased may be a customer again: their address can be added once more
         * @description Needs the scope `privacy:write`.
         */
        delete: operations["privacy-lift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Failed jobs of a queue with their reasons, newest first
         * @description Needs the scope `queue:write`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["queue-failed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/failed/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove failed jobs
         * @description Needs the scope `queue:write`.
         */
        post: operations["queue-removeFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/failed/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run failed jobs again
         * @description Needs the scope `queue:write`.
         */
        post: operations["queue-retryFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a queue for all workspaces
         * @description Jobs under way are finished; all others wait until the queue is resumed.
         *
         *     Needs the scope `queue:write`.
         */
        post: operations["queue-pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused queue
         * @description Needs the scope `queue:write`.
         */
        post: operations["queue-resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs per queue and state, and throughput
         * @description Needs the scope `queue:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["queue-status"];
        put?: never;
        post?: never;
        /**
         * Remove finished, failed or waiting jobs
         * @description Draining loses no message: what is left to send or import gets new jobs within a minute or two. Receipts that wait are never drained.
         *
         *     Needs the scope `queue:write`.
         */
        delete: operations["queue-clean"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether database and Redis answer too */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/realtime/campaign/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A campaign’s progress as it happens
         * @description Server-Sent Events named `progress`, each with JSON as its data; the present state comes at once, so nothing is missed by connecting again. The stream has no end of its own: close the connection. A comment every 15 seconds keeps it open.
         *
         *     Needs the scope `campaigns:read`.
         */
        get: operations["live-campaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/realtime/delivery/{logId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message’s status as it changes
         * @description Server-Sent Events named `message`, each with JSON as its data; the present state comes at once, so nothing is missed by connecting again. The stream has no end of its own: close the connection. A comment every 15 seconds keeps it open.
         *
         *     Needs the scope `campaigns:read`.
         */
        get: operations["live-delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts that named no message of ours, kept a month
         * @description Needs the scope `receipts:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["receipts-unmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The eleven RFM segments with their figures, and the boundaries between the scores
         * @description Needs the scope `audiences:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["rfm-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rfm/recompute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for all scores to be computed anew; they also are each day and after each import
         * @description Needs the scope `audiences:write`.
         */
        post: operations["rfm-recompute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses that must not be written to, newest first
         * @description Needs the scope `suppressions:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["suppressions-list"];
        put?: never;
        /**
         * Never write to an address again; one on the list already is returned as it is
         * @description Needs the scope `suppressions:write`.
         */
        post: operations["suppressions-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One address on the list
         * @description Needs the scope `suppressions:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["suppressions-get"];
        put?: never;
        post?: never;
        /**
         * Take an address off the list
         * @description Needs the scope `suppressions:write`.
         */
        delete: operations["suppressions-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same for up to 1,000 addresses
         * @description Needs the scope `suppressions:write`.
         */
        post: operations["suppressions-addMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV: address, reason, note, since
         * @description Needs the scope `suppressions:read`.
         */
        get: operations["suppressions-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The vendors, the simulator among them, each with how it is doing
         * @description Needs the scope `vendors:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["vendors-page"];
        put?: never;
        /**
         * Add a vendor with an HTTP API, or a mail server
         * @description Needs the scope `vendors:write`.
         */
        post: operations["vendors-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vendors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One vendor; of its secrets only that there are some
         * @description Needs the scope `vendors:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["vendors-get"];
        put?: never;
        post?: never;
        /**
         * Delete a vendor that no campaign under way goes through
         * @description Needs the scope `vendors:write`.
         */
        delete: operations["vendors-delete"];
        options?: never;
        head?: never;
        /**
         * Change what is named of a vendor, of its settings and secrets too; null removes a secret
         * @description Needs the scope `vendors:write`.
         */
        patch: operations["vendors-patch"];
        trace?: never;
    };
    "/vendors/{id}/retire-receipt-secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this vendor’s earlier receipt secrets now, or all of them: then the server-wide one counts again
         * @description Needs the scope `vendors:write`.
         */
        post: operations["vendors-retireReceiptSecrets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vendors/{id}/rotate-receipt-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the secret this vendor signs its receipts with; it is shown this once. The one before stays good for `overlapHours`
         * @description Needs the scope `vendors:write`.
         */
        post: operations["vendors-rotateReceiptSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vendors/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the connection, or really send a short message with `to`
         * @description Needs the scope `vendors:write`.
         */
        post: operations["vendors-test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace’s webhook endpoints
         * @description Needs the scope `webhooks:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["webhooks-list"];
        put?: never;
        /**
         * Have events told to an address; its secret is shown this once
         * @description Needs the scope `webhooks:write`.
         */
        post: operations["webhooks-create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook endpoint
         * @description Needs the scope `webhooks:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["webhooks-get"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint with its log
         * @description Needs the scope `webhooks:write`.
         */
        delete: operations["webhooks-delete"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint, or turn it off and on (`enabled`)
         * @description Needs the scope `webhooks:write`.
         */
        patch: operations["webhooks-update"];
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent there, newest first, kept for a month
         * @description Needs the scope `webhooks:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["webhooks-deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/redeliver-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send all that failed again, or what failed since then
         * @description Needs the scope `webhooks:write`.
         */
        post: operations["webhooks-redeliverFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another secret; the one before signs too for `overlapHours`
         * @description Needs the scope `webhooks:write`.
         */
        post: operations["webhooks-rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the event webhook.test at once, and see the answer
         * @description Needs the scope `webhooks:write`.
         */
        post: operations["webhooks-test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event that was sent, with its body and every try
         * @description Needs the scope `webhooks:read`.
         *
         *     With `fields` the answer holds those fields alone.
         */
        get: operations["webhooks-delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one event again, under the same webhook-id
         * @description Needs the scope `webhooks:write`.
         */
        post: operations["webhooks-redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/delivery-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivery receipts: one or up to 1,000, signed as Standard Webhooks says
         * @description Signed with the secret of the vendor whom `vendor` names, or on the plain address with the server-wide one. An API key with the scope `receipts:write` may be sent instead of a signature. Receipts may come in any order and any number of times: a repeat of a request under its webhook-id is taken and changes nothing. See docs/vendors.md.
         */
        post: operations["webhooks-delivery-receipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "campaign.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A campaign was cancelled
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-campaign-cancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Every message of a campaign has ended; again when failures are retried and it has ended once more
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-campaign-completed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A campaign could not be prepared
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-campaign-failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.launched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A campaign was launched and begins to be sent
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-campaign-launched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.paused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A campaign was paused
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-campaign-paused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.resumed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A paused campaign goes on
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-campaign-resumed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer was added by hand or through the API
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-customer-created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer was deleted by hand or through the API
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-customer-deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer was erased for good on request: what you keep of them should go too
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-customer-erased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.unsubscribed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Readers want no more messages
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-customer-unsubscribed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer was changed by hand or through the API
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-customer-updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A file was brought in
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-import-completed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A file could not be brought in
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-import-failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.bounced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Messages came back
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-bounced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.clicked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Readers followed a link, each the first time
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-clicked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.complained": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Readers called messages unwanted
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-complained"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Messages reached their readers
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-delivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Messages failed for good and wait for a decision
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Readers opened messages, each the first time
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-opened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The vendor took messages
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-sent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.skipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customers were left out, with the reason
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-message-skipped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "suppression.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Addresses came onto the list of those that are not written to
         * @description Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.
         */
        post: operations["on-suppression-created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Audience: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            id: string;
            name: string;
            /** @description The rule tree. */
            rules: Record<string, never>;
            snapshot: {
                audienceId: string;
                count: number;
                done: boolean;
                /** Format: date-time */
                takenAt: string;
            } | null;
            /** Format: date-time */
            updatedAt: string;
        };
        AudiencePage: {
            items: components["schemas"]["Audience"][];
            nextCursor: string | null;
        };
        Campaign: {
            audienceId: string;
            /** @enum {string} */
            channel: "EMAIL" | "SMS";
            completedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            experiment: {
                holdout: number;
                variants: {
                    key: string;
                    share: number;
                    template: {
                        body: string;
                        subject?: string;
                    };
                }[];
            } | null;
            failureReason: string | null;
            id: string;
            launchedAt: string | null;
            missedAt: string | null;
            name: string;
            resendOf: string | null;
            scheduledAt: string | null;
            stats: components["schemas"]["LedgerStats"];
            /** @enum {string} */
            status: "DRAFT" | "SCHEDULED" | "PREPARING" | "SENDING" | "PAUSED" | "COMPLETED" | "COMPLETED_WITH_FAILURES" | "CANCELLED" | "FAILED";
            summary: {
                outdated: boolean;
                /** @enum {string} */
                source: "groq" | "offline";
                text: string;
                /** Format: date-time */
                writtenAt: string;
            } | null;
            tags: ("win-back" | "re-engagement" | "new customers" | "first purchase" | "one-time buyers" | "repeat buyers" | "high value" | "VIP" | "regional" | "sale" | "product launch" | "newsletter" | "welcome" | "thank-you" | "review request" | "reminder" | "birthday" | "event" | "back in stock" | "seasonal" | "referral")[];
            template: {
                body: string;
                subject?: string;
            };
            timeZone: string | null;
            /** Format: date-time */
            updatedAt: string;
            vendorId: string | null;
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            nextCursor: string | null;
        };
        Customer: {
            attributes: {
                [key: string]: string | number | boolean;
            };
            averageOrderValue: number | null;
            city: string | null;
            country: string | null;
            /** Format: date-time */
            createdAt: string;
            email: string;
            firstOrderAt: string | null;
            id: string;
            lastOrderAt: string | null;
            name: string | null;
            orderCount: number;
            phone: string | null;
            segment: string | null;
            tags: string[];
            totalSpend: number;
            /** Format: date-time */
            updatedAt: string;
        };
        CustomerPage: {
            items: components["schemas"]["Customer"][];
            nextCursor: string | null;
        };
        DeadLetter: {
            attempts: number;
            campaignId: string;
            campaignName: string;
            /** Format: date-time */
            createdAt: string;
            customerId: string;
            id: string;
            messageId: string;
            note: string | null;
            reason: string;
            resolvedAt: string | null;
            /** @enum {string} */
            status: "OPEN" | "RETRIED" | "DISCARDED";
            to: string | null;
        };
        ExplainedGroup: {
            /** @enum {string} */
            combinator: "and" | "or";
            holds: boolean;
            not: boolean;
            rules: (components["schemas"]["ExplainedGroup"] | {
                holds: boolean;
                sentence: string;
                value: string;
            })[];
        };
        FunnelGroup: {
            alone: number;
            broughtIn: number;
            /** @enum {string} */
            combinator: "and" | "or";
            keptOut: number;
            not: boolean;
            remaining: number | null;
            rules: (components["schemas"]["FunnelGroup"] | {
                alone: number;
                broughtIn: number;
                keptOut: number;
                remaining: number | null;
                sentence: string;
            })[];
        };
        Import: {
            counts: {
                customersCreated: number;
                failed: number;
                inserted: number;
                rows: number;
                unchanged: number;
                updated: number;
            };
            /** Format: date-time */
            createdAt: string;
            dryRun: boolean;
            error: string | null;
            fileName: string;
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "CUSTOMERS" | "ORDERS";
            progress: number;
            sizeBytes: number;
            sourceId: string | null;
            startedAt: string | null;
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED";
            undo: {
                counts: {
                    customersRemoved: number;
                    gone: number;
                    keptChanged: number;
                    keptMessages: number;
                    keptOrders: number;
                    removed: number;
                    restored: number;
                };
                error: string | null;
                finishedAt: string | null;
                progress: number;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                status: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "EXPIRED";
            } | null;
        };
        ImportPage: {
            items: components["schemas"]["Import"][];
            nextCursor: string | null;
        };
        LedgerStats: {
            audience: number;
            bounced: number;
            cancelled: number;
            dead: number;
            delivered: number;
            failed: number;
            queued: number;
            sending: number;
            sent: number;
            skipped: number;
        };
        Message: {
            attempts: number;
            bounceKind: ("HARD" | "SOFT") | null;
            campaignId: string;
            clickedAt: string | null;
            complainedAt: string | null;
            customerId: string;
            deliveredAt: string | null;
            failureReason: string | null;
            id: string;
            notBefore: string | null;
            openedAt: string | null;
            /** Format: date-time */
            queuedAt: string;
            sentAt: string | null;
            skipReason: ("NO_ADDRESS" | "SUPPRESSED" | "MISSING_VARIABLE" | "FREQUENCY_CAP" | "CUSTOMER_DELETED" | "HOLDOUT") | null;
            /** @enum {string} */
            status: "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "BOUNCED" | "FAILED" | "DEAD" | "SKIPPED" | "CANCELLED";
            to: string | null;
            unsubscribedAt: string | null;
            variant: string | null;
            vendorMessageId: string | null;
        };
        MessagePage: {
            items: components["schemas"]["Message"][];
            nextCursor: string | null;
        };
        Order: {
            customerEmail: string | null;
            customerId: string;
            id: string;
            orderAmount: number;
            /** Format: date-time */
            orderDate: string;
            orderId: string;
        };
        OrderPage: {
            items: components["schemas"]["Order"][];
            nextCursor: string | null;
        };
        /** @description Why a request failed (RFC 9457). `detail` is for people; programs go by `code`. A failure on our side says nothing of its inner workings. */
        Problem: {
            /** @enum {string} */
            code: "VALIDATION" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "TOO_SLOW" | "CONFLICT" | "PRECONDITION_FAILED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "UNPROCESSABLE" | "RATE_LIMITED" | "CANCELLED" | "TIMED_OUT" | "INTERNAL" | "UNAVAILABLE";
            /** @description What was wrong, and what to do. */
            detail: string;
            /** @description Which fields were wrong. */
            errors?: {
                message: string;
                /** @description Where, in dots: `rules.rules.0.value`. */
                path: string;
            }[];
            status: number;
            title: string;
            /** @description Always about:blank: the status says what kind it is. */
            type: string;
        };
        Suppression: {
            address: string;
            /** Format: date-time */
            createdAt: string;
            id: string;
            messageId: string | null;
            note: string | null;
            /** @enum {string} */
            reason: "UNSUBSCRIBED" | "COMPLAINED" | "BOUNCED" | "SOFT_BOUNCED" | "MANUAL";
        };
        SuppressionPage: {
            items: components["schemas"]["Suppression"][];
            nextCursor: string | null;
        };
    };
    responses: {
        /** @description Somebody else changed it after the caller had read it: nothing was changed. */
        ChangedMeanwhile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Changed meanwhile",
                 *       "status": 412,
                 *       "detail": "Somebody else changed this meanwhile. Read it again, then change it.",
                 *       "code": "PRECONDITION_FAILED"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done as things stand, or the first request with this Idempotency-Key is still at work. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "The campaign is sending and cannot be launched. A campaign is launched once.",
                 *       "code": "CONFLICT"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A failure on our side, or something took too long. The request may be sent again. */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Something went wrong on our side",
                 *       "status": 500,
                 *       "detail": "Something went wrong on our side. Try again; if it stays, tell your administrator.",
                 *       "code": "INTERNAL"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The API key lacks the scope, or the person’s role does not allow it. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "This API key lacks the scope customers:write.",
                 *       "code": "FORBIDDEN"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something is missing or wrong; `errors` names each field. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "The request is not valid",
                 *       "status": 400,
                 *       "detail": "Some values are missing or wrong. email: is not an email address",
                 *       "code": "VALIDATION",
                 *       "errors": [
                 *         {
                 *           "path": "email",
                 *           "message": "is not an email address"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing in this workspace; another workspace’s things are not found either. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no customer with this id.",
                 *       "code": "NOT_FOUND"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It still is as `If-None-Match` says. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is larger than it may be. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too large",
                 *       "status": 413,
                 *       "detail": "The body may have at most 2 MB; split it.",
                 *       "code": "PAYLOAD_TOO_LARGE"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` says how long to wait. */
        TooManyRequests: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Too many requests; try again in 12 s.",
                 *       "code": "RATE_LIMITED"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in, or the API key is unknown, revoked or expired. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not authenticated",
                 *       "status": 401,
                 *       "detail": "Sign in, or send an API key: Authorization: Bearer nf_…",
                 *       "code": "UNAUTHENTICATED"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This Idempotency-Key was used with another request before. */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Cannot be processed",
                 *       "status": 422,
                 *       "detail": "This Idempotency-Key was used with another request. Use a new key.",
                 *       "code": "UNPROCESSABLE"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type that is not read here. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unsupported content type",
                 *       "status": 415,
                 *       "detail": "Send the body as application/json.",
                 *       "code": "UNSUPPORTED_MEDIA_TYPE"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
         * @example order-import-2026-05-04
         */
        IdempotencyKey: string;
        /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
        IfMatch: string;
        /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of the thing, for If-Match and If-None-Match */
        ETag: string;
        /** @description This is the answer an earlier request with the same Idempotency-Key got */
        "Idempotency-Replayed": "true";
        /** @description Where the new thing is */
        Location: string;
        /** @description Requests allowed in the window */
        "RateLimit-Limit": number;
        /** @description Requests left in it */
        "RateLimit-Remaining": number;
        /** @description Seconds until it begins anew */
        "RateLimit-Reset": number;
        /** @description Seconds to wait */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "ai-generateSegmentRules": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "prompt": "customers in Germany who spent more than 500 last year"
                 *     }
                 */
                "application/json": {
                    prompt: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rules": {
                     *         "combinator": "and",
                     *         "rules": [
                     *           {
                     *             "field": "totalSpend",
                     *             "operator": ">=",
                     *             "value": 100
                     *           }
                     *         ]
                     *       },
                     *       "unmapped": [
                     *         "text"
                     *       ],
                     *       "explanation": "text",
                     *       "source": "groq",
                     *       "assumptions": [
                     *         "text"
                     *       ],
                     *       "note": "asked for it by telephone"
                     *     }
                     */
                    "application/json": {
                        assumptions: string[];
                        explanation: string;
                        note: string | null;
                        /** @description The rule tree. */
                        rules: Record<string, never>;
                        /** @enum {string} */
                        source: "groq" | "offline";
                        unmapped: string[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "ai-suggestMessages": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "objective": "bring back customers who have not bought for half a year",
                 *       "tone": "friendly"
                 *     }
                 */
                "application/json": {
                    audienceId?: string;
                    /**
                     * @default EMAIL
                     * @enum {string}
                     */
                    channel?: "EMAIL" | "SMS";
                    objective: string;
                    tone?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "suggestions": [
                     *         {
                     *           "subject": "We miss you",
                     *           "body": "Hello {{ customer.name | default: \"there\" }}"
                     *         }
                     *       ],
                     *       "source": "groq",
                     *       "note": "asked for it by telephone"
                     *     }
                     */
                    "application/json": {
                        note: string | null;
                        /** @enum {string} */
                        source: "groq" | "offline";
                        suggestions: {
                            body: string;
                            subject?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-list": {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, name, description, rules, snapshot, createdAt, updatedAt. */
                fields?: ("id" | "name" | "description" | "rules" | "snapshot" | "createdAt" | "updatedAt")[];
                limit?: number;
                search?: string;
                sort?: "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Regular customers",
                     *           "description": "text",
                     *           "rules": {
                     *             "combinator": "and",
                     *             "rules": [
                     *               {
                     *                 "field": "totalSpend",
                     *                 "operator": ">=",
                     *                 "value": 100
                     *               }
                     *             ]
                     *           },
                     *           "snapshot": {
                     *             "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *             "takenAt": "2026-05-04T10:15:00Z",
                     *             "count": 12,
                     *             "done": false
                     *           },
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "updatedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AudiencePage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Regular customers",
                 *       "rules": {
                 *         "combinator": "and",
                 *         "rules": [
                 *           {
                 *             "field": "totalSpend",
                 *             "operator": ">=",
                 *             "value": 100
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    description?: string | null;
                    name: string;
                    /**
                     * @description A rule tree in react-querybuilder’s format: {combinator, not?, rules: [rule or group]}.
                     * @example {
                     *       "combinator": "and",
                     *       "rules": [
                     *         {
                     *           "field": "totalSpend",
                     *           "operator": ">=",
                     *           "value": 100
                     *         }
                     *       ]
                     *     }
                     */
                    rules: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Regular customers",
                     *       "description": "text",
                     *       "rules": {
                     *         "combinator": "and",
                     *         "rules": [
                     *           {
                     *             "field": "totalSpend",
                     *             "operator": ">=",
                     *             "value": 100
                     *           }
                     *         ]
                     *       },
                     *       "snapshot": {
                     *         "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *         "takenAt": "2026-05-04T10:15:00Z",
                     *         "count": 12,
                     *         "done": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Audience"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, name, description, rules, snapshot, createdAt, updatedAt. */
                fields?: ("id" | "name" | "description" | "rules" | "snapshot" | "createdAt" | "updatedAt")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Regular customers",
                     *       "description": "text",
                     *       "rules": {
                     *         "combinator": "and",
                     *         "rules": [
                     *           {
                     *             "field": "totalSpend",
                     *             "operator": ">=",
                     *             "value": 100
                     *           }
                     *         ]
                     *       },
                     *       "snapshot": {
                     *         "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *         "takenAt": "2026-05-04T10:15:00Z",
                     *         "count": 12,
                     *         "done": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Audience"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Regular customers",
                 *       "rules": {
                 *         "combinator": "and",
                 *         "rules": [
                 *           {
                 *             "field": "totalSpend",
                 *             "operator": ">=",
                 *             "value": 100
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    description?: string | null;
                    name?: string;
                    /**
                     * @description A rule tree in react-querybuilder’s format: {combinator, not?, rules: [rule or group]}.
                     * @example {
                     *       "combinator": "and",
                     *       "rules": [
                     *         {
                     *           "field": "totalSpend",
                     *           "operator": ">=",
                     *           "value": 100
                     *         }
                     *       ]
                     *     }
                     */
                    rules?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Regular customers",
                     *       "description": "text",
                     *       "rules": {
                     *         "combinator": "and",
                     *         "rules": [
                     *           {
                     *             "field": "totalSpend",
                     *             "operator": ">=",
                     *             "value": 100
                     *           }
                     *         ]
                     *       },
                     *       "snapshot": {
                     *         "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *         "takenAt": "2026-05-04T10:15:00Z",
                     *         "count": 12,
                     *         "done": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Audience"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-customers": {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, email, name, phone, country, city, tags, attributes, totalSpend, orderCount, averageOrderValue, firstOrderAt, lastOrderAt, segment, createdAt, updatedAt. */
                fields?: ("id" | "email" | "name" | "phone" | "country" | "city" | "tags" | "attributes" | "totalSpend" | "orderCount" | "averageOrderValue" | "firstOrderAt" | "lastOrderAt" | "segment" | "createdAt" | "updatedAt")[];
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "email": "ann@example.com",
                     *           "name": "Ann Smith",
                     *           "phone": "+44 20 7946 0000",
                     *           "country": "United Kingdom",
                     *           "city": "London",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "attributes": {
                     *             "plan": "gold",
                     *             "points": 120
                     *           },
                     *           "totalSpend": 249.9,
                     *           "orderCount": 3,
                     *           "averageOrderValue": 83.3,
                     *           "firstOrderAt": "2026-05-04T10:15:00Z",
                     *           "lastOrderAt": "2026-05-04T10:15:00Z",
                     *           "segment": "text",
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "updatedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-explain": {
        parameters: {
            query: {
                customerId: string;
                /** @description Only these fields of each item, separated by commas: customer, inAudience, explanation. */
                fields?: ("customer" | "inAudience" | "explanation")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer": {
                     *         "id": "6925f1c2a4b3d8e7f6051423",
                     *         "name": "Regular customers",
                     *         "email": "ann@example.com"
                     *       },
                     *       "inAudience": false,
                     *       "explanation": {
                     *         "combinator": "and",
                     *         "not": false,
                     *         "holds": false,
                     *         "rules": [
                     *           {
                     *             "sentence": "text",
                     *             "holds": false,
                     *             "value": "text"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        customer: {
                            email: string;
                            id: string;
                            name: string | null;
                        };
                        explanation: components["schemas"]["ExplainedGroup"];
                        inAudience: boolean;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The audience’s id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The file */
            200: {
                headers: {
                    /** @description The file’s name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example email,name,phone,country,city,tags
                     *     ann@example.com,Ann Smith,,United Kingdom,London,vip
                     */
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-history": {
        parameters: {
            query?: {
                /** @description Only these fields of each item, separated by commas: day, count. */
                fields?: ("day" | "count")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "day": "2026-05-04T10:15:00Z",
                     *           "count": 12
                     *         }
                     *       ],
                     *       "change7": 12,
                     *       "change30": 12
                     *     }
                     */
                    "application/json": {
                        change7: number | null;
                        change30: number | null;
                        items: {
                            count: number;
                            /** Format: date-time */
                            day: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-takeSnapshot": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Regular customers"
                 *     }
                 */
                "application/json": {
                    name?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Regular customers",
                     *       "description": "text",
                     *       "rules": {
                     *         "combinator": "and",
                     *         "rules": [
                     *           {
                     *             "field": "totalSpend",
                     *             "operator": ">=",
                     *             "value": 100
                     *           }
                     *         ]
                     *       },
                     *       "snapshot": {
                     *         "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *         "takenAt": "2026-05-04T10:15:00Z",
                     *         "count": 12,
                     *         "done": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Audience"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-usage": {
        parameters: {
            query?: {
                /** @description Only these fields of each item, separated by commas: campaigns, campaignCount, audiences. */
                fields?: ("campaigns" | "campaignCount" | "audiences")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "campaigns": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Regular customers",
                     *           "status": "DRAFT"
                     *         }
                     *       ],
                     *       "campaignCount": 12,
                     *       "audiences": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Regular customers"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        audiences: {
                            id: string;
                            name: string;
                        }[];
                        campaignCount: number;
                        campaigns: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            status: "DRAFT" | "SCHEDULED" | "PREPARING" | "SENDING" | "PAUSED" | "COMPLETED" | "COMPLETED_WITH_FAILURES" | "CANCELLED" | "FAILED";
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-funnel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": {
                 *         "combinator": "and",
                 *         "rules": [
                 *           {
                 *             "field": "totalSpend",
                 *             "operator": ">=",
                 *             "value": 100
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A rule tree in react-querybuilder’s format: {combinator, not?, rules: [rule or group]}.
                     * @example {
                     *       "combinator": "and",
                     *       "rules": [
                     *         {
                     *           "field": "totalSpend",
                     *           "operator": ">=",
                     *           "value": 100
                     *         }
                     *       ]
                     *     }
                     */
                    rules: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 12,
                     *       "count": 12,
                     *       "funnel": {
                     *         "combinator": "and",
                     *         "not": false,
                     *         "alone": 12,
                     *         "remaining": 12,
                     *         "keptOut": 12,
                     *         "broughtIn": 12,
                     *         "rules": [
                     *           {
                     *             "sentence": "text",
                     *             "alone": 12,
                     *             "remaining": 12,
                     *             "keptOut": 12,
                     *             "broughtIn": 12
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        count: number;
                        funnel: components["schemas"]["FunnelGroup"];
                        total: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-insights": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": {
                 *         "combinator": "and",
                 *         "rules": [
                 *           {
                 *             "field": "totalSpend",
                 *             "operator": ">=",
                 *             "value": 100
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A rule tree in react-querybuilder’s format: {combinator, not?, rules: [rule or group]}.
                     * @example {
                     *       "combinator": "and",
                     *       "rules": [
                     *         {
                     *           "field": "totalSpend",
                     *           "operator": ">=",
                     *           "value": 100
                     *         }
                     *       ]
                     *     }
                     */
                    rules: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 12,
                     *       "spend": {
                     *         "total": 12,
                     *         "median": 12,
                     *         "negative": 12,
                     *         "none": 12,
                     *         "bins": [
                     *           {
                     *             "from": 12,
                     *             "to": 12,
                     *             "count": 12
                     *           }
                     *         ]
                     *       },
                     *       "countries": [
                     *         {
                     *           "country": "United Kingdom",
                     *           "count": 12
                     *         }
                     *       ],
                     *       "recency": {
                     *         "bins": [
                     *           {
                     *             "from": 12,
                     *             "to": 12,
                     *             "count": 12
                     *           }
                     *         ],
                     *         "never": 12
                     *       }
                     *     }
                     */
                    "application/json": {
                        count: number;
                        countries: {
                            count: number;
                            country: string | null;
                        }[];
                        recency: {
                            bins: {
                                count: number;
                                from: number | null;
                                to: number | null;
                            }[];
                            never: number;
                        };
                        spend: {
                            bins: {
                                count: number;
                                from: number | null;
                                to: number | null;
                            }[];
                            median: number | null;
                            negative: number;
                            none: number;
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-overlap": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": {
                 *         "combinator": "and",
                 *         "rules": [
                 *           {
                 *             "field": "totalSpend",
                 *             "operator": ">=",
                 *             "value": 100
                 *           }
                 *         ]
                 *       },
                 *       "audienceId": "6925f1c2a4b3d8e7f6051423"
                 *     }
                 */
                "application/json": {
                    audienceId: string;
                    /**
                     * @description A rule tree in react-querybuilder’s format: {combinator, not?, rules: [rule or group]}.
                     * @example {
                     *       "combinator": "and",
                     *       "rules": [
                     *         {
                     *           "field": "totalSpend",
                     *           "operator": ">=",
                     *           "value": 100
                     *         }
                     *       ]
                     *     }
                     */
                    rules: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 12,
                     *       "other": {
                     *         "id": "6925f1c2a4b3d8e7f6051423",
                     *         "name": "Regular customers",
                     *         "count": 12
                     *       },
                     *       "both": 12,
                     *       "total": 12
                     *     }
                     */
                    "application/json": {
                        both: number;
                        count: number;
                        other: {
                            count: number;
                            id: string;
                            name: string;
                        };
                        total: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audiences-preview": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": {
                 *         "combinator": "and",
                 *         "rules": [
                 *           {
                 *             "field": "totalSpend",
                 *             "operator": ">=",
                 *             "value": 100
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A rule tree in react-querybuilder’s format: {combinator, not?, rules: [rule or group]}.
                     * @example {
                     *       "combinator": "and",
                     *       "rules": [
                     *         {
                     *           "field": "totalSpend",
                     *           "operator": ">=",
                     *           "value": 100
                     *         }
                     *       ]
                     *     }
                     */
                    rules: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 12,
                     *       "total": 12,
                     *       "sample": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "email": "ann@example.com",
                     *           "name": "Ann Smith",
                     *           "phone": "+44 20 7946 0000",
                     *           "country": "United Kingdom",
                     *           "city": "London",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "attributes": {
                     *             "plan": "gold",
                     *             "points": 120
                     *           },
                     *           "totalSpend": 249.9,
                     *           "orderCount": 3,
                     *           "averageOrderValue": 83.3,
                     *           "firstOrderAt": "2026-05-04T10:15:00Z",
                     *           "lastOrderAt": "2026-05-04T10:15:00Z",
                     *           "segment": "text",
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "updatedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        sample: components["schemas"]["Customer"][];
                        total: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audit-list": {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, at, actor, actorName, action, inWords, targetId, targetName, before, after, address, userAgent, requestId. */
                fields?: ("id" | "at" | "actor" | "actorName" | "action" | "inWords" | "targetId" | "targetName" | "before" | "after" | "address" | "userAgent" | "requestId")[];
                from?: string;
                limit?: number;
                target?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "at": "2026-05-04T10:15:00Z",
                     *           "actor": "text",
                     *           "actorName": "text",
                     *           "action": "text",
                     *           "inWords": "text",
                     *           "targetId": "text",
                     *           "targetName": "text",
                     *           "before": {},
                     *           "after": {},
                     *           "address": "ann@example.com",
                     *           "userAgent": "text",
                     *           "requestId": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description The procedure, such as `campaigns.launch` */
                            action: string;
                            /** @description `user:<id>`, `key:<id>`, `cli` for an operator’s command, or `system` for what happened by itself */
                            actor: string;
                            /** @description What they were called then */
                            actorName: string | null;
                            /** @description The IP address it was asked from */
                            address: string | null;
                            /** @description The changed fields as they became */
                            after: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            /** @description The changed fields as they were */
                            before: {
                                [key: string]: unknown;
                            } | null;
                            id: string;
                            /** @description The action in words, such as “launched the campaign” */
                            inWords: string;
                            requestId: string | null;
                            targetId: string | null;
                            /** @description What the thing was called then */
                            targetName: string | null;
                            userAgent: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "audit-export": {
        parameters: {
            query?: {
                /** @description An action such as `campaigns.launch`, or all of one kind: `campaigns` */
                action?: string;
                /** @description Who: `user:<id>`, `key:<id>`, `cli` or `system` */
                actor?: string;
                /** @description The first moment */
                from?: string;
                /** @description A thing’s id, or a part of its name */
                target?: string;
                /** @description The moment up to which, not itself */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The file */
            200: {
                headers: {
                    /** @description The file’s name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example at,actor,actorName,action
                     *     2026-05-04T10:15:00.000Z,user:6925f1c2a4b3d8e7f6051423,Ann,campaigns.launch
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "accounts-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ann Smith",
                 *       "email": "ann@example.com",
                 *       "password": "a-long-password"
                 *     }
                 */
                "application/json": {
                    email: string;
                    invitation?: string;
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new account */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Ann Smith",
                     *       "email": "ann@example.com"
                     *     }
                     */
                    "application/json": {
                        email: string;
                        id: string;
                        name: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-list": {
        parameters: {
            query?: {
                audienceId?: string;
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, name, audienceId, vendorId, channel, template, experiment, status, stats, scheduledAt, timeZone, missedAt, resendOf, launchedAt, completedAt, failureReason, tags, summary, createdAt, updatedAt. */
                fields?: ("id" | "name" | "audienceId" | "vendorId" | "channel" | "template" | "experiment" | "status" | "stats" | "scheduledAt" | "timeZone" | "missedAt" | "resendOf" | "launchedAt" | "completedAt" | "failureReason" | "tags" | "summary" | "createdAt" | "updatedAt")[];
                limit?: number;
                search?: string;
                sort?: "createdAt" | "-createdAt";
                status?: "DRAFT" | "SCHEDULED" | "PREPARING" | "SENDING" | "PAUSED" | "COMPLETED" | "COMPLETED_WITH_FAILURES" | "CANCELLED" | "FAILED";
                tag?: "win-back" | "re-engagement" | "new customers" | "first purchase" | "one-time buyers" | "repeat buyers" | "high value" | "VIP" | "regional" | "sale" | "product launch" | "newsletter" | "welcome" | "thank-you" | "review request" | "reminder" | "birthday" | "event" | "back in stock" | "seasonal" | "referral";
                underWay?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Spring news",
                     *           "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *           "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *           "channel": "EMAIL",
                     *           "template": {
                     *             "subject": "We miss you",
                     *             "body": "Hello {{ customer.name | default: \"there\" }}"
                     *           },
                     *           "experiment": {
                     *             "variants": [
                     *               {
                     *                 "key": "nf_…",
                     *                 "share": 12,
                     *                 "template": {
                     *                   "subject": "We miss you",
                     *                   "body": "Hello {{ customer.name | default: \"there\" }}"
                     *                 }
                     *               }
                     *             ],
                     *             "holdout": 12
                     *           },
                     *           "status": "DRAFT",
                     *           "stats": {
                     *             "audience": 12,
                     *             "queued": 12,
                     *             "sending": 12,
                     *             "sent": 12,
                     *             "delivered": 12,
                     *             "bounced": 12,
                     *             "failed": 12,
                     *             "dead": 12,
                     *             "skipped": 12,
                     *             "cancelled": 12
                     *           },
                     *           "scheduledAt": "2026-12-01T09:00:00Z",
                     *           "timeZone": "Europe/London",
                     *           "missedAt": "2026-05-04T10:15:00Z",
                     *           "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *           "launchedAt": "2026-05-04T10:15:00Z",
                     *           "completedAt": "2026-05-04T10:15:00Z",
                     *           "failureReason": "text",
                     *           "tags": [
                     *             "win-back"
                     *           ],
                     *           "summary": {
                     *             "text": "text",
                     *             "source": "groq",
                     *             "writtenAt": "2026-05-04T10:15:00Z",
                     *             "outdated": false
                     *           },
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "updatedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring news",
                 *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                 *       "template": {
                 *         "subject": "We miss you",
                 *         "body": "Hello {{ customer.name | default: \"there\" }}"
                 *       },
                 *       "scheduledAt": "2026-12-01T09:00:00Z",
                 *       "timeZone": "Europe/London"
                 *     }
                 */
                "application/json": {
                    audienceId: string;
                    /**
                     * @default EMAIL
                     * @enum {string}
                     */
                    channel?: "EMAIL" | "SMS";
                    experiment?: {
                        /** @default 0 */
                        holdout?: number;
                        /** @default [] */
                        variants?: {
                            /** @enum {string} */
                            key: "B" | "C" | "D";
                            share: number;
                            template: {
                                body: string;
                                subject?: string;
                            };
                        }[];
                    } | null;
                    name: string;
                    scheduledAt?: string | null;
                    template: {
                        body: string;
                        subject?: string;
                    };
                    timeZone?: string | null;
                    vendorId?: string | null;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, name, audienceId, vendorId, channel, template, experiment, status, stats, scheduledAt, timeZone, missedAt, resendOf, launchedAt, completedAt, failureReason, tags, summary, createdAt, updatedAt. */
                fields?: ("id" | "name" | "audienceId" | "vendorId" | "channel" | "template" | "experiment" | "status" | "stats" | "scheduledAt" | "timeZone" | "missedAt" | "resendOf" | "launchedAt" | "completedAt" | "failureReason" | "tags" | "summary" | "createdAt" | "updatedAt")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring news",
                 *       "scheduledAt": "2026-12-01T09:00:00Z",
                 *       "timeZone": "Europe/London"
                 *     }
                 */
                "application/json": {
                    audienceId?: string;
                    /** @enum {string} */
                    channel?: "EMAIL" | "SMS";
                    experiment?: {
                        /** @default 0 */
                        holdout?: number;
                        /** @default [] */
                        variants?: {
                            /** @enum {string} */
                            key: "B" | "C" | "D";
                            share: number;
                            template: {
                                body: string;
                                subject?: string;
                            };
                        }[];
                    } | null;
                    name?: string;
                    scheduledAt?: string | null;
                    template?: {
                        body: string;
                        subject?: string;
                    };
                    timeZone?: string | null;
                    vendorId?: string | null;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-confirm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-duplicate": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-launch": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-messages": {
        parameters: {
            query?: {
                address?: string;
                changedFrom?: string;
                changedTo?: string;
                cursor?: string;
                failureReason?: string;
                /** @description Only these fields of each item, separated by commas: id, campaignId, customerId, to, status, variant, skipReason, attempts, vendorMessageId, queuedAt, sentAt, deliveredAt, failureReason, bounceKind, notBefore, openedAt, clickedAt, complainedAt, unsubscribedAt. */
                fields?: ("id" | "campaignId" | "customerId" | "to" | "status" | "variant" | "skipReason" | "attempts" | "vendorMessageId" | "queuedAt" | "sentAt" | "deliveredAt" | "failureReason" | "bounceKind" | "notBefore" | "openedAt" | "clickedAt" | "complainedAt" | "unsubscribedAt")[];
                limit?: number;
                skipReason?: "NO_ADDRESS" | "SUPPRESSED" | "MISSING_VARIABLE" | "FREQUENCY_CAP" | "CUSTOMER_DELETED" | "HOLDOUT";
                status?: "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "BOUNCED" | "FAILED" | "DEAD" | "SKIPPED" | "CANCELLED";
                variant?: string;
            };
            header?: never;
            path: {
                /** @description The campaign’s id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "campaignId": "6925f1c2a4b3d8e7f6051423",
                     *           "customerId": "6925f1c2a4b3d8e7f6051423",
                     *           "to": "ann@example.com",
                     *           "status": "QUEUED",
                     *           "variant": "text",
                     *           "skipReason": "NO_ADDRESS",
                     *           "attempts": 12,
                     *           "vendorMessageId": "vendor-8127",
                     *           "queuedAt": "2026-05-04T10:15:00Z",
                     *           "sentAt": "2026-05-04T10:15:00Z",
                     *           "deliveredAt": "2026-05-04T10:15:00Z",
                     *           "failureReason": "text",
                     *           "bounceKind": "HARD",
                     *           "notBefore": "2026-05-04T10:15:00Z",
                     *           "openedAt": "2026-05-04T10:15:00Z",
                     *           "clickedAt": "2026-05-04T10:15:00Z",
                     *           "complainedAt": "2026-05-04T10:15:00Z",
                     *           "unsubscribedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-pause": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-preview": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    customerId?: string;
                    /** @description Which text, such as B; without it the campaign’s own */
                    variant?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "6925f1c2a4b3d8e7f6051423",
                     *       "to": "ann@example.com",
                     *       "subject": "We miss you",
                     *       "body": "Hello {{ customer.name | default: \"there\" }}",
                     *       "missing": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        body: string;
                        customerId: string;
                        missing: string[];
                        subject?: string;
                        to: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-recipients-export": {
        parameters: {
            query?: {
                /** @description Orders count up to so many days after the message; 7 unless given */
                days?: 1 | 3 | 7 | 14 | 30;
            };
            header?: never;
            path: {
                /** @description The campaign’s id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The file */
            200: {
                headers: {
                    /** @description The file’s name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example messageId,customerId,address
                     *     6925f1c2a4b3d8e7f6051423,6925f1c2a4b3d8e7f6051424,ann@example.com
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-resendFailed": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-results": {
        parameters: {
            query?: {
                days?: number;
                /** @description Only these fields of each item, separated by commas: campaignId, days, currency, workedOutAt, openUntil, total, byDays, variants, lift, countries, segments. */
                fields?: ("campaignId" | "days" | "currency" | "workedOutAt" | "openUntil" | "total" | "byDays" | "variants" | "lift" | "countries" | "segments")[];
            };
            header?: never;
            path: {
                /** @description The campaign’s id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "campaignId": "6925f1c2a4b3d8e7f6051423",
                     *       "days": 12,
                     *       "currency": "GBP",
                     *       "workedOutAt": "2026-05-04T10:15:00Z",
                     *       "openUntil": "2026-05-04T10:15:00Z",
                     *       "total": {
                     *         "people": 12,
                     *         "delivered": 12,
                     *         "opened": 12,
                     *         "clicked": 12,
                     *         "unsubscribed": 12,
                     *         "buyers": 12,
                     *         "orders": 12,
                     *         "revenue": 12,
                     *         "averageOrder": 12,
                     *         "perPerson": 12
                     *       },
                     *       "byDays": [
                     *         {
                     *           "days": 12,
                     *           "buyers": 12,
                     *           "orders": 12,
                     *           "revenue": 12
                     *         }
                     *       ],
                     *       "variants": [
                     *         {
                     *           "people": 12,
                     *           "delivered": 12,
                     *           "opened": 12,
                     *           "clicked": 12,
                     *           "unsubscribed": 12,
                     *           "buyers": 12,
                     *           "orders": 12,
                     *           "revenue": 12,
                     *           "averageOrder": 12,
                     *           "perPerson": 12,
                     *           "variant": "text",
                     *           "ordered": {
                     *             "share": 12,
                     *             "low": 12,
                     *             "high": 12,
                     *             "toFirst": {
                     *               "difference": 12,
                     *               "low": 12,
                     *               "high": 12,
                     *               "beyondChance": false
                     *             }
                     *           },
                     *           "clickedShare": {
                     *             "share": 12,
                     *             "low": 12,
                     *             "high": 12,
                     *             "toFirst": {
                     *               "difference": 12,
                     *               "low": 12,
                     *               "high": 12,
                     *               "beyondChance": false
                     *             }
                     *           },
                     *           "tooFew": false
                     *         }
                     *       ],
                     *       "lift": {
                     *         "written": {
                     *           "people": 12,
                     *           "buyers": 12,
                     *           "orders": 12,
                     *           "revenue": 12,
                     *           "ordered": {
                     *             "share": 12,
                     *             "low": 12,
                     *             "high": 12
                     *           },
                     *           "perPerson": 12
                     *         },
                     *         "heldOut": {
                     *           "people": 12,
                     *           "buyers": 12,
                     *           "orders": 12,
                     *           "revenue": 12,
                     *           "ordered": {
                     *             "share": 12,
                     *             "low": 12,
                     *             "high": 12
                     *           },
                     *           "perPerson": 12
                     *         },
                     *         "ordered": {
                     *           "difference": 12,
                     *           "low": 12,
                     *           "high": 12,
                     *           "beyondChance": false
                     *         },
                     *         "perPerson": {
                     *           "difference": 12,
                     *           "low": 12,
                     *           "high": 12,
                     *           "beyondChance": false
                     *         },
                     *         "tooFew": false
                     *       },
                     *       "countries": [
                     *         {
                     *           "people": 12,
                     *           "delivered": 12,
                     *           "opened": 12,
                     *           "clicked": 12,
                     *           "unsubscribed": 12,
                     *           "buyers": 12,
                     *           "orders": 12,
                     *           "revenue": 12,
                     *           "averageOrder": 12,
                     *           "perPerson": 12,
                     *           "name": "Spring news"
                     *         }
                     *       ],
                     *       "segments": [
                     *         {
                     *           "people": 12,
                     *           "delivered": 12,
                     *           "opened": 12,
                     *           "clicked": 12,
                     *           "unsubscribed": 12,
                     *           "buyers": 12,
                     *           "orders": 12,
                     *           "revenue": 12,
                     *           "averageOrder": 12,
                     *           "perPerson": 12,
                     *           "name": "Spring news"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        byDays: {
                            buyers: number;
                            days: number;
                            orders: number;
                            revenue: number;
                        }[];
                        campaignId: string;
                        countries: {
                            averageOrder: number | null;
                            buyers: number;
                            clicked: number;
                            delivered: number;
                            name: string | null;
                            opened: number;
                            orders: number;
                            people: number;
                            perPerson: number;
                            revenue: number;
                            unsubscribed: number;
                        }[];
                        currency: string;
                        days: number;
                        lift: {
                            heldOut: {
                                buyers: number;
                                ordered: {
                                    high: number;
                                    low: number;
                                    share: number;
                                };
                                orders: number;
                                people: number;
                                perPerson: number;
                                revenue: number;
                            };
                            ordered: {
                                beyondChance: boolean;
                                difference: number;
                                high: number;
                                low: number;
                            };
                            perPerson: {
                                beyondChance: boolean;
                                difference: number;
                                high: number;
                                low: number;
                            } | null;
                            tooFew: boolean;
                            written: {
                                buyers: number;
                                ordered: {
                                    high: number;
                                    low: number;
                                    share: number;
                                };
                                orders: number;
                                people: number;
                                perPerson: number;
                                revenue: number;
                            };
                        } | null;
                        openUntil: string | null;
                        segments: {
                            averageOrder: number | null;
                            buyers: number;
                            clicked: number;
                            delivered: number;
                            name: string | null;
                            opened: number;
                            orders: number;
                            people: number;
                            perPerson: number;
                            revenue: number;
                            unsubscribed: number;
                        }[];
                        total: {
                            averageOrder: number | null;
                            buyers: number;
                            clicked: number;
                            delivered: number;
                            opened: number;
                            orders: number;
                            people: number;
                            perPerson: number;
                            revenue: number;
                            unsubscribed: number;
                        };
                        variants: {
                            averageOrder: number | null;
                            buyers: number;
                            clicked: number;
                            clickedShare: {
                                high: number;
                                low: number;
                                share: number;
                                toFirst: {
                                    beyondChance: boolean;
                                    difference: number;
                                    high: number;
                                    low: number;
                                } | null;
                            };
                            delivered: number;
                            opened: number;
                            ordered: {
                                high: number;
                                low: number;
                                share: number;
                                toFirst: {
                                    beyondChance: boolean;
                                    difference: number;
                                    high: number;
                                    low: number;
                                } | null;
                            };
                            orders: number;
                            people: number;
                            perPerson: number;
                            revenue: number;
                            tooFew: boolean;
                            unsubscribed: number;
                            variant: string;
                        }[];
                        /** Format: date-time */
                        workedOutAt: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-results-export": {
        parameters: {
            query?: {
                /** @description Orders count up to so many days after the message; 7 unless given */
                days?: 1 | 3 | 7 | 14 | 30;
            };
            header?: never;
            path: {
                /** @description The campaign’s id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The file */
            200: {
                headers: {
                    /** @description The file’s name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example group,name,days,people,delivered
                     *     all,,7,1000,980
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-resume": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-writeSummary": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-setTags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tags": [
                 *         "win-back"
                 *       ]
                 *     }
                 */
                "application/json": {
                    tags: ("win-back" | "re-engagement" | "new customers" | "first purchase" | "one-time buyers" | "repeat buyers" | "high value" | "VIP" | "regional" | "sale" | "product launch" | "newsletter" | "welcome" | "thank-you" | "review request" | "reminder" | "birthday" | "event" | "back in stock" | "seasonal" | "referral")[];
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Spring news",
                     *       "audienceId": "6925f1c2a4b3d8e7f6051423",
                     *       "vendorId": "6925f1c2a4b3d8e7f6051423",
                     *       "channel": "EMAIL",
                     *       "template": {
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "experiment": {
                     *         "variants": [
                     *           {
                     *             "key": "nf_…",
                     *             "share": 12,
                     *             "template": {
                     *               "subject": "We miss you",
                     *               "body": "Hello {{ customer.name | default: \"there\" }}"
                     *             }
                     *           }
                     *         ],
                     *         "holdout": 12
                     *       },
                     *       "status": "DRAFT",
                     *       "stats": {
                     *         "audience": 12,
                     *         "queued": 12,
                     *         "sending": 12,
                     *         "sent": 12,
                     *         "delivered": 12,
                     *         "bounced": 12,
                     *         "failed": 12,
                     *         "dead": 12,
                     *         "skipped": 12,
                     *         "cancelled": 12
                     *       },
                     *       "scheduledAt": "2026-12-01T09:00:00Z",
                     *       "timeZone": "Europe/London",
                     *       "missedAt": "2026-05-04T10:15:00Z",
                     *       "resendOf": "6925f1c2a4b3d8e7f6051423",
                     *       "launchedAt": "2026-05-04T10:15:00Z",
                     *       "completedAt": "2026-05-04T10:15:00Z",
                     *       "failureReason": "text",
                     *       "tags": [
                     *         "win-back"
                     *       ],
                     *       "summary": {
                     *         "text": "text",
                     *         "source": "groq",
                     *         "writtenAt": "2026-05-04T10:15:00Z",
                     *         "outdated": false
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "campaigns-test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "ann@example.com"
                 *     }
                 */
                "application/json": {
                    customerId?: string;
                    to: string;
                    /** @description Which text, such as B; without it the campaign’s own */
                    variant?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ACCEPTED",
                     *       "reason": "mailbox does not exist"
                     *     }
                     */
                    "application/json": {
                        reason: string | null;
                        /** @enum {string} */
                        status: "ACCEPTED" | "REJECTED";
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "customers-list": {
        parameters: {
            query?: {
                country?: string;
                createdFrom?: string;
                createdTo?: string;
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, email, name, phone, country, city, tags, attributes, totalSpend, orderCount, averageOrderValue, firstOrderAt, lastOrderAt, segment, createdAt, updatedAt. */
                fields?: ("id" | "email" | "name" | "phone" | "country" | "city" | "tags" | "attributes" | "totalSpend" | "orderCount" | "averageOrderValue" | "firstOrderAt" | "lastOrderAt" | "segment" | "createdAt" | "updatedAt")[];
                limit?: number;
                search?: string;
                sort?: "createdAt" | "updatedAt" | "name" | "email" | "totalSpend" | "orderCount" | "lastOrderAt" | "-createdAt" | "-updatedAt" | "-name" | "-email" | "-totalSpend" | "-orderCount" | "-lastOrderAt";
                tag?: string;
                updatedSince?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "email": "ann@example.com",
                     *           "name": "Ann Smith",
                     *           "phone": "+44 20 7946 0000",
                     *           "country": "United Kingdom",
                     *           "city": "London",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "attributes": {
                     *             "plan": "gold",
                     *             "points": 120
                     *           },
                     *           "totalSpend": 249.9,
                     *           "orderCount": 3,
                     *           "averageOrderValue": 83.3,
                     *           "firstOrderAt": "2026-05-04T10:15:00Z",
                     *           "lastOrderAt": "2026-05-04T10:15:00Z",
                     *           "segment": "text",
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "updatedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "customers-create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "name": "Ann Smith",
                 *       "phone": "+44 20 7946 0000",
                 *       "country": "United Kingdom",
                 *       "city": "London",
                 *       "attributes": {
                 *         "plan": "gold",
                 *         "points": 120
                 *       }
                 *     }
                 */
                "application/json": {
                    attributes?: {
                        [key: string]: string | number | boolean;
                    };
                    city?: string | null;
                    country?: string | null;
                    email: string;
                    name?: string | null;
                    phone?: string | null;
                    tags?: string[];
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "email": "ann@example.com",
                     *       "name": "Ann Smith",
                     *       "phone": "+44 20 7946 0000",
                     *       "country": "United Kingdom",
                     *       "city": "London",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "attributes": {
                     *         "plan": "gold",
                     *         "points": 120
                     *       },
                     *       "totalSpend": 249.9,
                     *       "orderCount": 3,
                     *       "averageOrderValue": 83.3,
                     *       "firstOrderAt": "2026-05-04T10:15:00Z",
                     *       "lastOrderAt": "2026-05-04T10:15:00Z",
                     *       "segment": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "customers-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, email, name, phone, country, city, tags, attributes, totalSpend, orderCount, averageOrderValue, firstOrderAt, lastOrderAt, segment, createdAt, updatedAt. */
                fields?: ("id" | "email" | "name" | "phone" | "country" | "city" | "tags" | "attributes" | "totalSpend" | "orderCount" | "averageOrderValue" | "firstOrderAt" | "lastOrderAt" | "segment" | "createdAt" | "updatedAt")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "email": "ann@example.com",
                     *       "name": "Ann Smith",
                     *       "phone": "+44 20 7946 0000",
                     *       "country": "United Kingdom",
                     *       "city": "London",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "attributes": {
                     *         "plan": "gold",
                     *         "points": 120
                     *       },
                     *       "totalSpend": 249.9,
                     *       "orderCount": 3,
                     *       "averageOrderValue": 83.3,
                     *       "firstOrderAt": "2026-05-04T10:15:00Z",
                     *       "lastOrderAt": "2026-05-04T10:15:00Z",
                     *       "segment": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "customers-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "customers-update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "name": "Ann Smith",
                 *       "phone": "+44 20 7946 0000",
                 *       "country": "United Kingdom",
                 *       "city": "London",
                 *       "attributes": {
                 *         "plan": "gold",
                 *         "points": 120
                 *       }
                 *     }
                 */
                "application/json": {
                    attributes?: {
                        [key: string]: string | number | boolean;
                    };
                    city?: string | null;
                    country?: string | null;
                    email?: string;
                    name?: string | null;
                    phone?: string | null;
                    tags?: string[];
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "email": "ann@example.com",
                     *       "name": "Ann Smith",
                     *       "phone": "+44 20 7946 0000",
                     *       "country": "United Kingdom",
                     *       "city": "London",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "attributes": {
                     *         "plan": "gold",
                     *         "points": 120
                     *       },
                     *       "totalSpend": 249.9,
                     *       "orderCount": 3,
                     *       "averageOrderValue": 83.3,
                     *       "firstOrderAt": "2026-05-04T10:15:00Z",
                     *       "lastOrderAt": "2026-05-04T10:15:00Z",
                     *       "segment": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "privacy-eraseCustomer": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "erasedAt": "2026-05-04T10:15:00Z",
                     *       "status": "RUNNING",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        erasedAt: string;
                        finishedAt: string | null;
                        id: string;
                        /** @enum {string} */
                        status: "RUNNING" | "DONE";
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "privacy-erasure": {
        parameters: {
            query?: {
                /** @description Only these fields of each item, separated by commas: id, erasedAt, status, finishedAt. */
                fields?: ("id" | "erasedAt" | "status" | "finishedAt")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "erasedAt": "2026-05-04T10:15:00Z",
                     *       "status": "RUNNING",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        erasedAt: string;
                        finishedAt: string | null;
                        id: string;
                        /** @enum {string} */
                        status: "RUNNING" | "DONE";
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "customers-export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer’s id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The customer’s data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "exportedAt": "2026-05-04T10:15:00Z",
                     *       "workspace": "text",
                     *       "customer": {
                     *         "id": "6925f1c2a4b3d8e7f6051423",
                     *         "email": "ann@example.com",
                     *         "name": "Ann Smith",
                     *         "phone": "+44 20 7946 0000",
                     *         "country": "United Kingdom",
                     *         "city": "London",
                     *         "tags": [
                     *           "text"
                     *         ],
                     *         "attributes": {
                     *           "plan": "gold",
                     *           "points": 120
                     *         },
                     *         "totalSpend": 249.9,
                     *         "orderCount": 3,
                     *         "averageOrderValue": 83.3,
                     *         "firstOrderAt": "2026-05-04T10:15:00Z",
                     *         "lastOrderAt": "2026-05-04T10:15:00Z",
                     *         "segment": "text",
                     *         "createdAt": "2026-05-04T10:15:00Z",
                     *         "updatedAt": "2026-05-04T10:15:00Z",
                     *         "rfm": {
                     *           "recency": 12,
                     *           "frequency": 12,
                     *           "monetary": 12,
                     *           "segment": "text"
                     *         }
                     *       },
                     *       "audiences": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Ann Smith",
                     *           "description": "text"
                     *         }
                     *       ],
                     *       "snapshots": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Ann Smith",
                     *           "takenAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "suppressions": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "address": "ann@example.com",
                     *           "reason": "UNSUBSCRIBED",
                     *           "note": "asked for it by telephone",
                     *           "messageId": "text",
                     *           "createdAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "orders": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "orderId": "A-1001",
                     *           "orderAmount": 12.5,
                     *           "orderDate": "2026-05-04T10:15:00Z",
                     *           "createdAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "campaignId": "text",
                     *           "to": "ann@example.com",
                     *           "status": "QUEUED",
                     *           "variant": "text",
                     *           "skipReason": "NO_ADDRESS",
                     *           "attempts": 12,
                     *           "vendorMessageId": "vendor-8127",
                     *           "queuedAt": "2026-05-04T10:15:00Z",
                     *           "sentAt": "2026-05-04T10:15:00Z",
                     *           "deliveredAt": "2026-05-04T10:15:00Z",
                     *           "failureReason": "text",
                     *           "bounceKind": "HARD",
                     *           "notBefore": "2026-05-04T10:15:00Z",
                     *           "openedAt": "2026-05-04T10:15:00Z",
                     *           "clickedAt": "2026-05-04T10:15:00Z",
                     *           "complainedAt": "2026-05-04T10:15:00Z",
                     *           "unsubscribedAt": "2026-05-04T10:15:00Z",
                     *           "campaignName": "text",
                     *           "channel": "EMAIL",
                     *           "text": {
                     *             "subject": "We miss you",
                     *             "body": "Hello {{ customer.name | default: \"there\" }}",
                     *             "basis": "KEPT"
                     *           },
                     *           "deadLetter": {
                     *             "id": "6925f1c2a4b3d8e7f6051423",
                     *             "status": "text",
                     *             "reason": "mailbox does not exist",
                     *             "payload": {},
                     *             "attempts": 12,
                     *             "history": [
                     *               null
                     *             ],
                     *             "note": "asked for it by telephone",
                     *             "createdAt": "2026-05-04T10:15:00Z",
                     *             "resolvedAt": "2026-05-04T10:15:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "importRows": [
                     *         {
                     *           "importId": "text",
                     *           "fileName": "customers.csv",
                     *           "row": 12,
                     *           "cells": [
                     *             "ann@example",
                     *             "Ann"
                     *           ],
                     *           "error": "text"
                     *         }
                     *       ],
                     *       "importChanges": [
                     *         {
                     *           "importId": "text",
                     *           "fileName": "customers.csv",
                     *           "at": "2026-05-04T10:15:00Z",
                     *           "was": {},
                     *           "set": {}
                     *         }
                     *       ],
                     *       "events": [
                     *         {
                     *           "at": "2026-05-04T10:15:00Z",
                     *           "by": "text",
                     *           "action": "text",
                     *           "inWords": "text",
                     *           "targetName": "text",
                     *           "before": {},
                     *           "after": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Whose rules they meet at this moment */
                        audiences: {
                            description: string | null;
                            id: string;
                            name: string;
                        }[];
                        customer: {
                            attributes: {
                                [key: string]: string | number | boolean;
                            };
                            averageOrderValue: number | null;
                            city: string | null;
                            country: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            email: string;
                            firstOrderAt: string | null;
                            id: string;
                            lastOrderAt: string | null;
                            name: string | null;
                            orderCount: number;
                            phone: string | null;
                            rfm: {
                                frequency: number;
                                monetary: number;
                                recency: number;
                                segment: string;
                            } | null;
                            segment: string | null;
                            tags: string[];
                            totalSpend: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                        /** @description What the audit log says of them */
                        events: {
                            action: string;
                            after: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            before: {
                                [key: string]: unknown;
                            } | null;
                            by: string | null;
                            inWords: string;
                            targetName: string | null;
                        }[];
                        /** Format: date-time */
                        exportedAt: string;
                        /** @description What imports changed of them, while that can be undone */
                        importChanges: {
                            /** Format: date-time */
                            at: string;
                            fileName: string;
                            importId: string;
                            set: {
                                [key: string]: unknown;
                            };
                            was: {
                                [key: string]: unknown;
                            };
                        }[];
                        /** @description Rows of files that could not be read and name them */
                        importRows: {
                            cells: string[];
                            error: string;
                            fileName: string;
                            importId: string;
                            row: number;
                        }[];
                        messages: {
                            attempts: number;
                            bounceKind: ("HARD" | "SOFT") | null;
                            campaignId: string;
                            campaignName: string | null;
                            channel: ("EMAIL" | "SMS") | null;
                            clickedAt: string | null;
                            complainedAt: string | null;
                            /** @description What failed for good, with what is kept of it */
                            deadLetter: {
                                attempts: number;
                                /** Format: date-time */
                                createdAt: string;
                                history: unknown[];
                                id: string;
                                note: string | null;
                                payload: {
                                    [key: string]: unknown;
                                };
                                reason: string;
                                resolvedAt: string | null;
                                status: string;
                            } | null;
                            deliveredAt: string | null;
                            failureReason: string | null;
                            id: string;
                            notBefore: string | null;
                            openedAt: string | null;
                            /** Format: date-time */
                            queuedAt: string;
                            sentAt: string | null;
                            skipReason: ("NO_ADDRESS" | "SUPPRESSED" | "MISSING_VARIABLE" | "FREQUENCY_CAP" | "CUSTOMER_DELETED" | "HOLDOUT") | null;
                            /** @enum {string} */
                            status: "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "BOUNCED" | "FAILED" | "DEAD" | "SKIPPED" | "CANCELLED";
                            /** @description Null where nothing was written, or it cannot be told any more */
                            text: {
                                /**
                                 * @description KEPT: exactly what was handed over, kept because it failed. RENDERED_AGAIN: texts are not kept; this one is made anew from the campaign’s template and the customer’s data of today, and differs where those have changed since.
                                 * @enum {string}
                                 */
                                basis: "KEPT" | "RENDERED_AGAIN";
                                body: string;
                                subject: string | null;
                            } | null;
                            to: string | null;
                            unsubscribedAt: string | null;
                            variant: string | null;
                            vendorMessageId: string | null;
                        }[];
                        orders: {
                            /** Format: date-time */
                            createdAt: string;
                            id: string;
                            orderAmount: number;
                            /** Format: date-time */
                            orderDate: string;
                            orderId: string;
                        }[];
                        snapshots: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            takenAt: string;
                        }[];
                        /** @description Of their address and telephone number */
                        suppressions: {
                            address: string;
                            /** Format: date-time */
                            createdAt: string;
                            id: string;
                            messageId: string | null;
                            note: string | null;
                            /** @enum {string} */
                            reason: "UNSUBSCRIBED" | "COMPLAINED" | "BOUNCED" | "SOFT_BOUNCED" | "MANUAL";
                        }[];
                        /** @constant */
                        version: 1;
                        workspace: string;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "customers-upload": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    dryRun?: "true" | "false";
                    /**
                     * Format: binary
                     * @description The CSV file
                     */
                    file: string;
                    mapping?: {
                        column: string;
                        /** @enum {string} */
                        dates?: "iso" | "dmy" | "mdy";
                        /** @enum {string} */
                        decimal?: "point" | "comma";
                        name?: string;
                        /** @enum {string} */
                        target: "email" | "name" | "firstName" | "lastName" | "phone" | "country" | "city" | "tags" | "orderId" | "customerEmail" | "orderAmount" | "orderDate" | "attribute" | "ignore";
                        /** @enum {string} */
                        type?: "auto" | "text" | "number" | "date" | "boolean";
                    }[];
                };
                /**
                 * @example email,name,country
                 *     ann@example.com,Ann Smith,United Kingdom
                 */
                "text/csv": string;
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The import is queued */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        importId: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "deadLetters-list": {
        parameters: {
            query?: {
                campaignId?: string;
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, campaignId, campaignName, messageId, customerId, status, reason, to, attempts, note, createdAt, resolvedAt. */
                fields?: ("id" | "campaignId" | "campaignName" | "messageId" | "customerId" | "status" | "reason" | "to" | "attempts" | "note" | "createdAt" | "resolvedAt")[];
                limit?: number;
                reason?: string;
                status?: "OPEN" | "RETRIED" | "DISCARDED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "campaignId": "6925f1c2a4b3d8e7f6051423",
                     *           "campaignName": "text",
                     *           "messageId": "text",
                     *           "customerId": "6925f1c2a4b3d8e7f6051423",
                     *           "status": "OPEN",
                     *           "reason": "mailbox does not exist",
                     *           "to": "ann@example.com",
                     *           "attempts": 12,
                     *           "note": "asked for it by telephone",
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "resolvedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "groups": [
                     *         {
                     *           "campaignId": "6925f1c2a4b3d8e7f6051423",
                     *           "campaignName": "text",
                     *           "reason": "mailbox does not exist",
                     *           "count": 12
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        groups: {
                            campaignId: string;
                            campaignName: string;
                            count: number;
                            reason: string;
                        }[];
                        items: components["schemas"]["DeadLetter"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "deadLetters-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, campaignId, campaignName, messageId, customerId, status, reason, to, attempts, note, createdAt, resolvedAt, channel, history, message, problem. */
                fields?: ("id" | "campaignId" | "campaignName" | "messageId" | "customerId" | "status" | "reason" | "to" | "attempts" | "note" | "createdAt" | "resolvedAt" | "channel" | "history" | "message" | "problem")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "campaignId": "6925f1c2a4b3d8e7f6051423",
                     *       "campaignName": "text",
                     *       "messageId": "text",
                     *       "customerId": "6925f1c2a4b3d8e7f6051423",
                     *       "status": "OPEN",
                     *       "reason": "mailbox does not exist",
                     *       "to": "ann@example.com",
                     *       "attempts": 12,
                     *       "note": "asked for it by telephone",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "resolvedAt": "2026-05-04T10:15:00Z",
                     *       "channel": "EMAIL",
                     *       "history": [
                     *         {
                     *           "at": "2026-05-04T10:15:00Z",
                     *           "event": "TRIED",
                     *           "reason": "mailbox does not exist",
                     *           "attempts": 12,
                     *           "edited": [
                     *             "to"
                     *           ],
                     *           "note": "asked for it by telephone"
                     *         }
                     *       ],
                     *       "message": {
                     *         "to": "ann@example.com",
                     *         "subject": "We miss you",
                     *         "body": "Hello {{ customer.name | default: \"there\" }}"
                     *       },
                     *       "problem": {
                     *         "reason": "NO_ADDRESS",
                     *         "detail": "text"
                     *       }
                     *     }
                     */
                    "application/json": {
                        attempts: number;
                        campaignId: string;
                        campaignName: string;
                        /** @enum {string} */
                        channel: "EMAIL" | "SMS";
                        /** Format: date-time */
                        createdAt: string;
                        customerId: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            attempts: number | null;
                            edited: ("to" | "subject" | "body")[];
                            /** @enum {string} */
                            event: "TRIED" | "FAILED" | "RETRIED" | "DISCARDED";
                            note: string | null;
                            reason: string | null;
                        }[];
                        id: string;
                        message: {
                            body: string;
                            subject: string;
                            to: string;
                        };
                        messageId: string;
                        note: string | null;
                        problem: {
                            detail: string | null;
                            /** @enum {string} */
                            reason: "NO_ADDRESS" | "SUPPRESSED" | "MISSING_VARIABLE" | "FREQUENCY_CAP" | "CUSTOMER_DELETED" | "HOLDOUT";
                        } | null;
                        reason: string;
                        resolvedAt: string | null;
                        /** @enum {string} */
                        status: "OPEN" | "RETRIED" | "DISCARDED";
                        to: string | null;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "deadLetters-discard": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "mailbox does not exist",
                 *       "note": "asked for it by telephone"
                 *     }
                 */
                "application/json": {
                    campaignId?: string;
                    ids?: string[];
                    note?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "discarded": 12
                     *     }
                     */
                    "application/json": {
                        discarded: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "deadLetters-retry": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "mailbox does not exist",
                 *       "to": "ann@example.com",
                 *       "subject": "We miss you",
                 *       "body": "Hello {{ customer.name | default: \"there\" }}"
                 *     }
                 */
                "application/json": {
                    body?: string;
                    campaignId?: string;
                    ids?: string[];
                    reason?: string;
                    subject?: string;
                    to?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "retried": 12
                     *     }
                     */
                    "application/json": {
                        retried: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "dummy-vendor-send": {
        parameters: {
            query?: {
                bounceRate?: number;
                delayMs?: number;
                deliveryRate?: number;
                duplicateRate?: number;
                reorderRate?: number;
                transientRate?: number;
            };
            header?: {
                /** @description For one message; with another message it is refused with 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messageId": "text",
                 *       "to": "ann@example.com",
                 *       "subject": "We miss you",
                 *       "body": "Hello {{ customer.name | default: \"there\" }}",
                 *       "callbackUrl": "https://shop.example.com/api/webhooks/delivery-receipts"
                 *     }
                 */
                "application/json": {
                    body: string;
                    /** Format: uri */
                    callbackUrl: string;
                    idempotencyKey?: string;
                    messageId: string;
                    subject?: string;
                    to: string;
                } | {
                    body: string;
                    /** Format: uri */
                    callbackUrl: string;
                    idempotencyKey?: string;
                    messageId: string;
                    subject?: string;
                    to: string;
                }[];
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The vendor’s word on each */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "text",
                     *       "status": "ACCEPTED",
                     *       "vendorMessageId": "vendor-8127"
                     *     }
                     */
                    "application/json": ({
                        messageId: string;
                        /** @constant */
                        status: "ACCEPTED";
                        vendorMessageId: string;
                    } | {
                        messageId: string;
                        outage?: boolean;
                        reason: string;
                        retryable: boolean;
                        retryAfterMs?: number;
                        /** @constant */
                        status: "REJECTED";
                    }) | {
                        results: ({
                            messageId: string;
                            /** @constant */
                            status: "ACCEPTED";
                            vendorMessageId: string;
                        } | {
                            messageId: string;
                            outage?: boolean;
                            reason: string;
                            retryable: boolean;
                            retryAfterMs?: number;
                            /** @constant */
                            status: "REJECTED";
                        })[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            /** @description Told to fail for a passing reason (`transientRate`): ask again */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "text",
                     *       "status": "ACCEPTED",
                     *       "vendorMessageId": "vendor-8127"
                     *     }
                     */
                    "application/json": {
                        messageId: string;
                        /** @constant */
                        status: "ACCEPTED";
                        vendorMessageId: string;
                    } | {
                        messageId: string;
                        outage?: boolean;
                        reason: string;
                        retryable: boolean;
                        retryAfterMs?: number;
                        /** @constant */
                        status: "REJECTED";
                    };
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
        };
    };
    "imports-list": {
        parameters: {
            query?: {
                cursor?: string;
                dryRun?: "true" | "false";
                /** @description Only these fields of each item, separated by commas: id, kind, status, fileName, sizeBytes, dryRun, sourceId, counts, progress, error, undo, createdAt, startedAt, finishedAt. */
                fields?: ("id" | "kind" | "status" | "fileName" | "sizeBytes" | "dryRun" | "sourceId" | "counts" | "progress" | "error" | "undo" | "createdAt" | "startedAt" | "finishedAt")[];
                kind?: "CUSTOMERS" | "ORDERS";
                limit?: number;
                search?: string;
                status?: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "kind": "CUSTOMERS",
                     *           "status": "QUEUED",
                     *           "fileName": "customers.csv",
                     *           "sizeBytes": 12,
                     *           "dryRun": false,
                     *           "sourceId": "6925f1c2a4b3d8e7f6051423",
                     *           "counts": {
                     *             "rows": 12,
                     *             "inserted": 12,
                     *             "updated": 12,
                     *             "unchanged": 12,
                     *             "failed": 12,
                     *             "customersCreated": 12
                     *           },
                     *           "progress": 12,
                     *           "error": "text",
                     *           "undo": {
                     *             "status": "QUEUED",
                     *             "counts": {
                     *               "removed": 12,
                     *               "restored": 12,
                     *               "keptChanged": 12,
                     *               "keptOrders": 12,
                     *               "keptMessages": 12,
                     *               "gone": 12,
                     *               "customersRemoved": 12
                     *             },
                     *             "progress": 12,
                     *             "error": "text",
                     *             "startedAt": "2026-05-04T10:15:00Z",
                     *             "finishedAt": "2026-05-04T10:15:00Z"
                     *           },
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "startedAt": "2026-05-04T10:15:00Z",
                     *           "finishedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "imports-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, kind, status, fileName, sizeBytes, dryRun, sourceId, counts, progress, error, undo, createdAt, startedAt, finishedAt. */
                fields?: ("id" | "kind" | "status" | "fileName" | "sizeBytes" | "dryRun" | "sourceId" | "counts" | "progress" | "error" | "undo" | "createdAt" | "startedAt" | "finishedAt")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "kind": "CUSTOMERS",
                     *       "status": "QUEUED",
                     *       "fileName": "customers.csv",
                     *       "sizeBytes": 12,
                     *       "dryRun": false,
                     *       "sourceId": "6925f1c2a4b3d8e7f6051423",
                     *       "counts": {
                     *         "rows": 12,
                     *         "inserted": 12,
                     *         "updated": 12,
                     *         "unchanged": 12,
                     *         "failed": 12,
                     *         "customersCreated": 12
                     *       },
                     *       "progress": 12,
                     *       "error": "text",
                     *       "undo": {
                     *         "status": "QUEUED",
                     *         "counts": {
                     *           "removed": 12,
                     *           "restored": 12,
                     *           "keptChanged": 12,
                     *           "keptOrders": 12,
                     *           "keptMessages": 12,
                     *           "gone": 12,
                     *           "customersRemoved": 12
                     *         },
                     *         "progress": 12,
                     *         "error": "text",
                     *         "startedAt": "2026-05-04T10:15:00Z",
                     *         "finishedAt": "2026-05-04T10:15:00Z"
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "startedAt": "2026-05-04T10:15:00Z",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "imports-cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "kind": "CUSTOMERS",
                     *       "status": "QUEUED",
                     *       "fileName": "customers.csv",
                     *       "sizeBytes": 12,
                     *       "dryRun": false,
                     *       "sourceId": "6925f1c2a4b3d8e7f6051423",
                     *       "counts": {
                     *         "rows": 12,
                     *         "inserted": 12,
                     *         "updated": 12,
                     *         "unchanged": 12,
                     *         "failed": 12,
                     *         "customersCreated": 12
                     *       },
                     *       "progress": 12,
                     *       "error": "text",
                     *       "undo": {
                     *         "status": "QUEUED",
                     *         "counts": {
                     *           "removed": 12,
                     *           "restored": 12,
                     *           "keptChanged": 12,
                     *           "keptOrders": 12,
                     *           "keptMessages": 12,
                     *           "gone": 12,
                     *           "customersRemoved": 12
                     *         },
                     *         "progress": 12,
                     *         "error": "text",
                     *         "startedAt": "2026-05-04T10:15:00Z",
                     *         "finishedAt": "2026-05-04T10:15:00Z"
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "startedAt": "2026-05-04T10:15:00Z",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "imports-errors": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import’s id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The file */
            200: {
                headers: {
                    /** @description The file’s name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example email,name,row,error
                     *     ann@example,Ann,2,email: is not an email address
                     */
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "imports-start": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    dryRun?: boolean;
                    mapping?: {
                        column: string;
                        /** @enum {string} */
                        dates?: "iso" | "dmy" | "mdy";
                        /** @enum {string} */
                        decimal?: "point" | "comma";
                        name?: string;
                        /** @enum {string} */
                        target: "email" | "name" | "firstName" | "lastName" | "phone" | "country" | "city" | "tags" | "orderId" | "customerEmail" | "orderAmount" | "orderDate" | "attribute" | "ignore";
                        /** @enum {string} */
                        type?: "auto" | "text" | "number" | "date" | "boolean";
                    }[];
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "kind": "CUSTOMERS",
                     *       "status": "QUEUED",
                     *       "fileName": "customers.csv",
                     *       "sizeBytes": 12,
                     *       "dryRun": false,
                     *       "sourceId": "6925f1c2a4b3d8e7f6051423",
                     *       "counts": {
                     *         "rows": 12,
                     *         "inserted": 12,
                     *         "updated": 12,
                     *         "unchanged": 12,
                     *         "failed": 12,
                     *         "customersCreated": 12
                     *       },
                     *       "progress": 12,
                     *       "error": "text",
                     *       "undo": {
                     *         "status": "QUEUED",
                     *         "counts": {
                     *           "removed": 12,
                     *           "restored": 12,
                     *           "keptChanged": 12,
                     *           "keptOrders": 12,
                     *           "keptMessages": 12,
                     *           "gone": 12,
                     *           "customersRemoved": 12
                     *         },
                     *         "progress": 12,
                     *         "error": "text",
                     *         "startedAt": "2026-05-04T10:15:00Z",
                     *         "finishedAt": "2026-05-04T10:15:00Z"
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "startedAt": "2026-05-04T10:15:00Z",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "imports-undo": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "kind": "CUSTOMERS",
                     *       "status": "QUEUED",
                     *       "fileName": "customers.csv",
                     *       "sizeBytes": 12,
                     *       "dryRun": false,
                     *       "sourceId": "6925f1c2a4b3d8e7f6051423",
                     *       "counts": {
                     *         "rows": 12,
                     *         "inserted": 12,
                     *         "updated": 12,
                     *         "unchanged": 12,
                     *         "failed": 12,
                     *         "customersCreated": 12
                     *       },
                     *       "progress": 12,
                     *       "error": "text",
                     *       "undo": {
                     *         "status": "QUEUED",
                     *         "counts": {
                     *           "removed": 12,
                     *           "restored": 12,
                     *           "keptChanged": 12,
                     *           "keptOrders": 12,
                     *           "keptMessages": 12,
                     *           "gone": 12,
                     *           "customersRemoved": 12
                     *         },
                     *         "progress": 12,
                     *         "error": "text",
                     *         "startedAt": "2026-05-04T10:15:00Z",
                     *         "finishedAt": "2026-05-04T10:15:00Z"
                     *       },
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "startedAt": "2026-05-04T10:15:00Z",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description In Prometheus’ text format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example # TYPE nexusflow_jobs gauge */
                    "text/plain": string;
                };
            };
        };
    };
    "orders-list": {
        parameters: {
            query?: {
                cursor?: string;
                customerId?: string;
                /** @description Only these fields of each item, separated by commas: id, orderId, customerId, customerEmail, orderAmount, orderDate. */
                fields?: ("id" | "orderId" | "customerId" | "customerEmail" | "orderAmount" | "orderDate")[];
                limit?: number;
                maxAmount?: number;
                minAmount?: number;
                placedFrom?: string;
                placedTo?: string;
                sort?: "-placedAt" | "placedAt" | "-amount" | "amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "orderId": "A-1001",
                     *           "customerId": "6925f1c2a4b3d8e7f6051423",
                     *           "customerEmail": "ann@example.com",
                     *           "orderAmount": 12.5,
                     *           "orderDate": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "orders-create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "orderId": "A-1001",
                 *       "customerEmail": "ann@example.com",
                 *       "orderAmount": 12.5,
                 *       "orderDate": "2026-05-04T10:15:00Z"
                 *     }
                 */
                "application/json": {
                    customerEmail: string;
                    orderAmount: number;
                    orderDate: string;
                    orderId: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "orderId": "A-1001",
                     *       "customerId": "6925f1c2a4b3d8e7f6051423",
                     *       "customerEmail": "ann@example.com",
                     *       "orderAmount": 12.5,
                     *       "orderDate": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "orders-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, orderId, customerId, customerEmail, orderAmount, orderDate. */
                fields?: ("id" | "orderId" | "customerId" | "customerEmail" | "orderAmount" | "orderDate")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "orderId": "A-1001",
                     *       "customerId": "6925f1c2a4b3d8e7f6051423",
                     *       "customerEmail": "ann@example.com",
                     *       "orderAmount": 12.5,
                     *       "orderDate": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "orders-upload": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    dryRun?: "true" | "false";
                    /**
                     * Format: binary
                     * @description The CSV file
                     */
                    file: string;
                    mapping?: {
                        column: string;
                        /** @enum {string} */
                        dates?: "iso" | "dmy" | "mdy";
                        /** @enum {string} */
                        decimal?: "point" | "comma";
                        name?: string;
                        /** @enum {string} */
                        target: "email" | "name" | "firstName" | "lastName" | "phone" | "country" | "city" | "tags" | "orderId" | "customerEmail" | "orderAmount" | "orderDate" | "attribute" | "ignore";
                        /** @enum {string} */
                        type?: "auto" | "text" | "number" | "date" | "boolean";
                    }[];
                };
                /**
                 * @example orderId,customerEmail,orderAmount,orderDate
                 *     A-1001,ann@example.com,12.50,2026-05-04
                 */
                "text/csv": string;
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The import is queued */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        importId: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "privacy-overview": {
        parameters: {
            query?: {
                /** @description Only these fields of each item, separated by commas: erasedAddresses, unrecognisable, running, latest. */
                fields?: ("erasedAddresses" | "unrecognisable" | "running" | "latest")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "erasedAddresses": 12,
                     *       "unrecognisable": 12,
                     *       "running": 12,
                     *       "latest": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "erasedAt": "2026-05-04T10:15:00Z",
                     *           "status": "RUNNING",
                     *           "finishedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        erasedAddresses: number;
                        latest: {
                            /** Format: date-time */
                            erasedAt: string;
                            finishedAt: string | null;
                            id: string;
                            /** @enum {string} */
                            status: "RUNNING" | "DONE";
                        }[];
                        running: number;
                        unrecognisable: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "privacy-eraseAddress": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com"
                 *     }
                 */
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "erasedAt": "2026-05-04T10:15:00Z",
                     *       "status": "RUNNING",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        erasedAt: string;
                        finishedAt: string | null;
                        id: string;
                        /** @enum {string} */
                        status: "RUNNING" | "DONE";
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "privacy-lift": {
        parameters: {
            query: {
                email: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "ann@example.com"
                     *     }
                     */
                    "application/json": {
                        email: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "queue-failed": {
        parameters: {
            query: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, name, reason, attempts, failedAt, createdAt, payload. */
                fields?: ("id" | "name" | "reason" | "attempts" | "failedAt" | "createdAt" | "payload")[];
                limit?: number;
                queue: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Ann Smith",
                     *           "reason": "mailbox does not exist",
                     *           "attempts": 12,
                     *           "failedAt": "2026-05-04T10:15:00Z",
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "payload": {}
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            attempts: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            failedAt: string;
                            id: string;
                            name: string;
                            payload: {
                                [key: string]: string | number;
                            };
                            reason: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "queue-removeFailed": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "queue": "imports"
                 *     }
                 */
                "application/json": {
                    /** @description All of them when left out */
                    ids?: string[];
                    /** @enum {string} */
                    queue: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "removed": 12
                     *     }
                     */
                    "application/json": {
                        removed: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "queue-retryFailed": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "queue": "imports"
                 *     }
                 */
                "application/json": {
                    /** @description All of them when left out */
                    ids?: string[];
                    /** @enum {string} */
                    queue: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "retried": 12
                     *     }
                     */
                    "application/json": {
                        retried: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "queue-pause": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "queue": "imports"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    queue: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "imports",
                     *       "waiting": 12,
                     *       "active": 12,
                     *       "delayed": 12,
                     *       "completed": 12,
                     *       "failed": 12,
                     *       "paused": false,
                     *       "workers": 12,
                     *       "perSecond": 12,
                     *       "completedPerMinute": [
                     *         12
                     *       ],
                     *       "failedPerMinute": [
                     *         12
                     *       ],
                     *       "oldestWaitingAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        active: number;
                        /** @description Kept ones: most jobs are removed when they end well */
                        completed: number;
                        /** @description The last 60 minutes, the present one last */
                        completedPerMinute: number[];
                        delayed: number;
                        failed: number;
                        /** @description The last 60 minutes, the present one last */
                        failedPerMinute: number[];
                        /** @enum {string} */
                        name: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
                        /** @description Since when the job that waits longest could have run */
                        oldestWaitingAt: string | null;
                        paused: boolean;
                        /** @description Jobs that ended, well or not, per second over the last minute */
                        perSecond: number;
                        waiting: number;
                        /** @description Processes at work on the queue */
                        workers: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "queue-resume": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "queue": "imports"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    queue: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "imports",
                     *       "waiting": 12,
                     *       "active": 12,
                     *       "delayed": 12,
                     *       "completed": 12,
                     *       "failed": 12,
                     *       "paused": false,
                     *       "workers": 12,
                     *       "perSecond": 12,
                     *       "completedPerMinute": [
                     *         12
                     *       ],
                     *       "failedPerMinute": [
                     *         12
                     *       ],
                     *       "oldestWaitingAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        active: number;
                        /** @description Kept ones: most jobs are removed when they end well */
                        completed: number;
                        /** @description The last 60 minutes, the present one last */
                        completedPerMinute: number[];
                        delayed: number;
                        failed: number;
                        /** @description The last 60 minutes, the present one last */
                        failedPerMinute: number[];
                        /** @enum {string} */
                        name: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
                        /** @description Since when the job that waits longest could have run */
                        oldestWaitingAt: string | null;
                        paused: boolean;
                        /** @description Jobs that ended, well or not, per second over the last minute */
                        perSecond: number;
                        waiting: number;
                        /** @description Processes at work on the queue */
                        workers: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "queue-status": {
        parameters: {
            query?: {
                /** @description Only these fields of each item, separated by commas: queues. */
                fields?: "queues"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "queues": [
                     *         {
                     *           "name": "imports",
                     *           "waiting": 12,
                     *           "active": 12,
                     *           "delayed": 12,
                     *           "completed": 12,
                     *           "failed": 12,
                     *           "paused": false,
                     *           "workers": 12,
                     *           "perSecond": 12,
                     *           "completedPerMinute": [
                     *             12
                     *           ],
                     *           "failedPerMinute": [
                     *             12
                     *           ],
                     *           "oldestWaitingAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        queues: {
                            active: number;
                            /** @description Kept ones: most jobs are removed when they end well */
                            completed: number;
                            /** @description The last 60 minutes, the present one last */
                            completedPerMinute: number[];
                            delayed: number;
                            failed: number;
                            /** @description The last 60 minutes, the present one last */
                            failedPerMinute: number[];
                            /** @enum {string} */
                            name: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
                            /** @description Since when the job that waits longest could have run */
                            oldestWaitingAt: string | null;
                            paused: boolean;
                            /** @description Jobs that ended, well or not, per second over the last minute */
                            perSecond: number;
                            waiting: number;
                            /** @description Processes at work on the queue */
                            workers: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "queue-clean": {
        parameters: {
            query: {
                /** @description One or several, separated by commas: clean-completed, clean-failed, drain */
                action: string;
                queue?: "imports" | "audiences" | "campaigns" | "delivery" | "receipts" | "vendor-simulator" | "maintenance" | "words" | "webhooks";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "removed": 12
                     *     }
                     */
                    "application/json": {
                        removed: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description They do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "mongodb": true,
                     *       "redis": true
                     *     }
                     */
                    "application/json": {
                        mongodb: boolean;
                        redis: boolean;
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                    };
                };
            };
            /** @description One of them does not */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "unavailable",
                     *       "mongodb": true,
                     *       "redis": false
                     *     }
                     */
                    "application/json": {
                        mongodb: boolean;
                        redis: boolean;
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                    };
                };
            };
        };
    };
    "live-campaign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign’s id */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The events, until the client closes the connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: progress
                     *     data: {"status":"SENDING"}
                     */
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "live-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message’s id */
                logId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The events, until the client closes the connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: message
                     *     data: {"status":"SENDING"}
                     */
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "receipts-unmatched": {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, messageId, vendorMessageId, status, timestamp, receivedAt. */
                fields?: ("id" | "messageId" | "vendorMessageId" | "status" | "timestamp" | "receivedAt")[];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "messageId": "text",
                     *           "vendorMessageId": "vendor-8127",
                     *           "status": "text",
                     *           "timestamp": "2026-05-04T10:15:00Z",
                     *           "receivedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            id: string;
                            messageId: string;
                            /** Format: date-time */
                            receivedAt: string;
                            status: string;
                            /** Format: date-time */
                            timestamp: string;
                            vendorMessageId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "rfm-get": {
        parameters: {
            query?: {
                /** @description Only these fields of each item, separated by commas: computedAt, boundaries, customers, totalSpend, segments. */
                fields?: ("computedAt" | "boundaries" | "customers" | "totalSpend" | "segments")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "computedAt": "2026-05-04T10:15:00Z",
                     *       "boundaries": {
                     *         "recency": [
                     *           "2026-05-04T10:15:00Z",
                     *           "2026-05-04T10:15:00Z",
                     *           "2026-05-04T10:15:00Z",
                     *           "2026-05-04T10:15:00Z"
                     *         ],
                     *         "frequency": [
                     *           12,
                     *           12,
                     *           12,
                     *           12
                     *         ],
                     *         "monetary": [
                     *           12,
                     *           12,
                     *           12,
                     *           12
                     *         ]
                     *       },
                     *       "customers": 12,
                     *       "totalSpend": 249.9,
                     *       "segments": [
                     *         {
                     *           "segment": "champions",
                     *           "customers": 12,
                     *           "totalSpend": 249.9,
                     *           "averageRecencyDays": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        boundaries: {
                            frequency: (number | null)[];
                            monetary: (number | null)[];
                            recency: (string | null)[];
                        } | null;
                        computedAt: string | null;
                        customers: number;
                        segments: {
                            averageRecencyDays: number | null;
                            customers: number;
                            /** @enum {string} */
                            segment: "champions" | "loyal customers" | "potential loyalists" | "new customers" | "promising" | "need attention" | "about to sleep" | "at risk" | "cannot lose them" | "hibernating" | "lost";
                            totalSpend: number;
                        }[];
                        totalSpend: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "rfm-recompute": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requested": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        requested: true;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "suppressions-list": {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, address, reason, note, messageId, createdAt. */
                fields?: ("id" | "address" | "reason" | "note" | "messageId" | "createdAt")[];
                limit?: number;
                reason?: "UNSUBSCRIBED" | "COMPLAINED" | "BOUNCED" | "SOFT_BOUNCED" | "MANUAL";
                search?: string;
                sort?: "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "address": "ann@example.com",
                     *           "reason": "UNSUBSCRIBED",
                     *           "note": "asked for it by telephone",
                     *           "messageId": "text",
                     *           "createdAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SuppressionPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "suppressions-create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "ann@example.com",
                 *       "note": "asked for it by telephone"
                 *     }
                 */
                "application/json": {
                    address: string;
                    note?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "address": "ann@example.com",
                     *       "reason": "UNSUBSCRIBED",
                     *       "note": "asked for it by telephone",
                     *       "messageId": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Suppression"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "suppressions-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, address, reason, note, messageId, createdAt. */
                fields?: ("id" | "address" | "reason" | "note" | "messageId" | "createdAt")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "address": "ann@example.com",
                     *       "reason": "UNSUBSCRIBED",
                     *       "note": "asked for it by telephone",
                     *       "messageId": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Suppression"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "suppressions-delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "suppressions-addMany": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "ann@example.com",
                 *         "bob@example.com"
                 *       ],
                 *       "note": "asked for it by telephone"
                 *     }
                 */
                "application/json": {
                    addresses: string[];
                    note?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added": 12,
                     *       "already": 12
                     *     }
                     */
                    "application/json": {
                        added: number;
                        already: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "suppressions-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The file */
            200: {
                headers: {
                    /** @description The file’s name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example address,reason,note,since
                     *     ann@example.com,UNSUBSCRIBED,,2026-05-04T10:15:00.000Z
                     */
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-page": {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, name, ratePerSecond, createdAt, updatedAt, kind, settings, hasSigningSecret, secretHeaders, callbackUrl, receiptSecrets, hasPassword, health. */
                fields?: ("id" | "name" | "ratePerSecond" | "createdAt" | "updatedAt" | "kind" | "settings" | "hasSigningSecret" | "secretHeaders" | "callbackUrl" | "receiptSecrets" | "hasPassword" | "health")[];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "name": "Ann Smith",
                     *           "ratePerSecond": 12,
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "updatedAt": "2026-05-04T10:15:00Z",
                     *           "kind": "SIMULATOR",
                     *           "settings": {
                     *             "deliveryRate": 0.9,
                     *             "bounceRate": 0.1,
                     *             "transientRate": 0,
                     *             "duplicateRate": 0,
                     *             "reorderRate": 0,
                     *             "delayMs": 500
                     *           },
                     *           "health": {
                     *             "state": "CLOSED",
                     *             "failures": 12,
                     *             "retryAt": "2026-05-04T10:15:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: (({
                            /** Format: date-time */
                            createdAt: string;
                            id: string;
                            /** @constant */
                            kind: "SIMULATOR";
                            name: string;
                            ratePerSecond: number | null;
                            settings: {
                                /** @default 0.1 */
                                bounceRate: number;
                                /** @default 500 */
                                delayMs: number;
                                /** @default 0.9 */
                                deliveryRate: number;
                                /** @default 0 */
                                duplicateRate: number;
                                /** @default 0 */
                                reorderRate: number;
                                /** @default 0 */
                                transientRate: number;
                            };
                            updatedAt: string | null;
                        } | {
                            callbackUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            hasSigningSecret: boolean;
                            id: string;
                            /** @constant */
                            kind: "HTTP";
                            name: string;
                            ratePerSecond: number | null;
                            receiptSecrets: {
                                /** Format: date-time */
                                createdAt: string;
                                retiresAt: string | null;
                            }[];
                            secretHeaders: string[];
                            settings: {
                                /** @default 100 */
                                batchSize: number;
                                /** @default  */
                                errorPath: string | "";
                                /** @default {} */
                                headers: {
                                    [key: string]: string;
                                };
                                /** @default id */
                                idPath: string | "";
                                /** @default  */
                                itemsPath: string | "";
                                /** @default  */
                                messageIdPath: string | "";
                                /**
                                 * @default SINGLE
                                 * @enum {string}
                                 */
                                mode: "SINGLE" | "BATCH";
                                /** @default true */
                                receipts: boolean;
                                /** @default  */
                                resultsPath: (string | "") | null;
                                /** @default  */
                                retryablePath: string | "";
                                /**
                                 * @default {
                                 *       "messageId": "{{messageId}}",
                                 *       "to": "{{to}}",
                                 *       "subject": "{{subject}}",
                                 *       "body": "{{body}}"
                                 *     }
                                 */
                                template: string;
                                /** Format: uri */
                                url: string;
                            };
                            updatedAt: string | null;
                        } | {
                            /** Format: date-time */
                            createdAt: string;
                            hasPassword: boolean;
                            id: string;
                            /** @constant */
                            kind: "SMTP";
                            name: string;
                            ratePerSecond: number | null;
                            settings: {
                                /** Format: email */
                                fromAddress: string;
                                /** @default  */
                                fromName: string;
                                host: string;
                                /** @default 5 */
                                maxConnections: number;
                                /** @default 587 */
                                port: number;
                                /** @default  */
                                replyTo: string | "";
                                /**
                                 * @default STARTTLS
                                 * @enum {string}
                                 */
                                security: "TLS" | "STARTTLS" | "NONE";
                                /** @default  */
                                user: string;
                            };
                            updatedAt: string | null;
                        }) & {
                            health: {
                                failures: number;
                                retryAt: string | null;
                                /** @enum {string} */
                                state: "CLOSED" | "OPEN" | "HALF_OPEN";
                            };
                        })[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "HTTP",
                 *       "name": "Ann Smith",
                 *       "settings": {
                 *         "url": "https://vendor.example.com/messages"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "HTTP" | "SMTP";
                    name: string;
                    ratePerSecond?: number | null;
                    secrets?: {
                        [key: string]: unknown;
                    } | {
                        headers?: {
                            [key: string]: string | null;
                        };
                        signingSecret?: string | null;
                    } | {
                        password?: string | null;
                    };
                    settings: {
                        [key: string]: unknown;
                    } | {
                        /** @default 100 */
                        batchSize?: number;
                        /** @default  */
                        errorPath?: string | "";
                        /** @default {} */
                        headers?: {
                            [key: string]: string;
                        };
                        /** @default id */
                        idPath?: string | "";
                        /** @default  */
                        itemsPath?: string | "";
                        /** @default  */
                        messageIdPath?: string | "";
                        /**
                         * @default SINGLE
                         * @enum {string}
                         */
                        mode?: "SINGLE" | "BATCH";
                        /** @default true */
                        receipts?: boolean;
                        /** @default  */
                        resultsPath?: (string | "") | null;
                        /** @default  */
                        retryablePath?: string | "";
                        /**
                         * @default {
                         *       "messageId": "{{messageId}}",
                         *       "to": "{{to}}",
                         *       "subject": "{{subject}}",
                         *       "body": "{{body}}"
                         *     }
                         */
                        template?: string;
                        /** Format: uri */
                        url: string;
                    } | {
                        /** Format: email */
                        fromAddress: string;
                        /** @default  */
                        fromName?: string;
                        host: string;
                        /** @default 5 */
                        maxConnections?: number;
                        /** @default 587 */
                        port?: number;
                        /** @default  */
                        replyTo?: string | "";
                        /**
                         * @default STARTTLS
                         * @enum {string}
                         */
                        security?: "TLS" | "STARTTLS" | "NONE";
                        /** @default  */
                        user?: string;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Ann Smith",
                     *       "ratePerSecond": 12,
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z",
                     *       "kind": "SIMULATOR",
                     *       "settings": {
                     *         "deliveryRate": 0.9,
                     *         "bounceRate": 0.1,
                     *         "transientRate": 0,
                     *         "duplicateRate": 0,
                     *         "reorderRate": 0,
                     *         "delayMs": 500
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        id: string;
                        /** @constant */
                        kind: "SIMULATOR";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** @default 0.1 */
                            bounceRate: number;
                            /** @default 500 */
                            delayMs: number;
                            /** @default 0.9 */
                            deliveryRate: number;
                            /** @default 0 */
                            duplicateRate: number;
                            /** @default 0 */
                            reorderRate: number;
                            /** @default 0 */
                            transientRate: number;
                        };
                        updatedAt: string | null;
                    } | {
                        callbackUrl: string;
                        /** Format: date-time */
                        createdAt: string;
                        hasSigningSecret: boolean;
                        id: string;
                        /** @constant */
                        kind: "HTTP";
                        name: string;
                        ratePerSecond: number | null;
                        receiptSecrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        secretHeaders: string[];
                        settings: {
                            /** @default 100 */
                            batchSize: number;
                            /** @default  */
                            errorPath: string | "";
                            /** @default {} */
                            headers: {
                                [key: string]: string;
                            };
                            /** @default id */
                            idPath: string | "";
                            /** @default  */
                            itemsPath: string | "";
                            /** @default  */
                            messageIdPath: string | "";
                            /**
                             * @default SINGLE
                             * @enum {string}
                             */
                            mode: "SINGLE" | "BATCH";
                            /** @default true */
                            receipts: boolean;
                            /** @default  */
                            resultsPath: (string | "") | null;
                            /** @default  */
                            retryablePath: string | "";
                            /**
                             * @default {
                             *       "messageId": "{{messageId}}",
                             *       "to": "{{to}}",
                             *       "subject": "{{subject}}",
                             *       "body": "{{body}}"
                             *     }
                             */
                            template: string;
                            /** Format: uri */
                            url: string;
                        };
                        updatedAt: string | null;
                    } | {
                        /** Format: date-time */
                        createdAt: string;
                        hasPassword: boolean;
                        id: string;
                        /** @constant */
                        kind: "SMTP";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** Format: email */
                            fromAddress: string;
                            /** @default  */
                            fromName: string;
                            host: string;
                            /** @default 5 */
                            maxConnections: number;
                            /** @default 587 */
                            port: number;
                            /** @default  */
                            replyTo: string | "";
                            /**
                             * @default STARTTLS
                             * @enum {string}
                             */
                            security: "TLS" | "STARTTLS" | "NONE";
                            /** @default  */
                            user: string;
                        };
                        updatedAt: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, name, ratePerSecond, createdAt, updatedAt, kind, settings, hasSigningSecret, secretHeaders, callbackUrl, receiptSecrets, hasPassword, health. */
                fields?: ("id" | "name" | "ratePerSecond" | "createdAt" | "updatedAt" | "kind" | "settings" | "hasSigningSecret" | "secretHeaders" | "callbackUrl" | "receiptSecrets" | "hasPassword" | "health")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Ann Smith",
                     *       "ratePerSecond": 12,
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z",
                     *       "kind": "SIMULATOR",
                     *       "settings": {
                     *         "deliveryRate": 0.9,
                     *         "bounceRate": 0.1,
                     *         "transientRate": 0,
                     *         "duplicateRate": 0,
                     *         "reorderRate": 0,
                     *         "delayMs": 500
                     *       },
                     *       "health": {
                     *         "state": "CLOSED",
                     *         "failures": 12,
                     *         "retryAt": "2026-05-04T10:15:00Z"
                     *       }
                     *     }
                     */
                    "application/json": ({
                        /** Format: date-time */
                        createdAt: string;
                        id: string;
                        /** @constant */
                        kind: "SIMULATOR";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** @default 0.1 */
                            bounceRate: number;
                            /** @default 500 */
                            delayMs: number;
                            /** @default 0.9 */
                            deliveryRate: number;
                            /** @default 0 */
                            duplicateRate: number;
                            /** @default 0 */
                            reorderRate: number;
                            /** @default 0 */
                            transientRate: number;
                        };
                        updatedAt: string | null;
                    } | {
                        callbackUrl: string;
                        /** Format: date-time */
                        createdAt: string;
                        hasSigningSecret: boolean;
                        id: string;
                        /** @constant */
                        kind: "HTTP";
                        name: string;
                        ratePerSecond: number | null;
                        receiptSecrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        secretHeaders: string[];
                        settings: {
                            /** @default 100 */
                            batchSize: number;
                            /** @default  */
                            errorPath: string | "";
                            /** @default {} */
                            headers: {
                                [key: string]: string;
                            };
                            /** @default id */
                            idPath: string | "";
                            /** @default  */
                            itemsPath: string | "";
                            /** @default  */
                            messageIdPath: string | "";
                            /**
                             * @default SINGLE
                             * @enum {string}
                             */
                            mode: "SINGLE" | "BATCH";
                            /** @default true */
                            receipts: boolean;
                            /** @default  */
                            resultsPath: (string | "") | null;
                            /** @default  */
                            retryablePath: string | "";
                            /**
                             * @default {
                             *       "messageId": "{{messageId}}",
                             *       "to": "{{to}}",
                             *       "subject": "{{subject}}",
                             *       "body": "{{body}}"
                             *     }
                             */
                            template: string;
                            /** Format: uri */
                            url: string;
                        };
                        updatedAt: string | null;
                    } | {
                        /** Format: date-time */
                        createdAt: string;
                        hasPassword: boolean;
                        id: string;
                        /** @constant */
                        kind: "SMTP";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** Format: email */
                            fromAddress: string;
                            /** @default  */
                            fromName: string;
                            host: string;
                            /** @default 5 */
                            maxConnections: number;
                            /** @default 587 */
                            port: number;
                            /** @default  */
                            replyTo: string | "";
                            /**
                             * @default STARTTLS
                             * @enum {string}
                             */
                            security: "TLS" | "STARTTLS" | "NONE";
                            /** @default  */
                            user: string;
                        };
                        updatedAt: string | null;
                    }) & {
                        health: {
                            failures: number;
                            retryAt: string | null;
                            /** @enum {string} */
                            state: "CLOSED" | "OPEN" | "HALF_OPEN";
                        };
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-patch": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Ann Smith"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    ratePerSecond?: number | null;
                    secrets?: {
                        [key: string]: unknown;
                    } | {
                        headers?: {
                            [key: string]: string | null;
                        };
                        signingSecret?: string | null;
                    } | {
                        password?: string | null;
                    };
                    settings?: {
                        [key: string]: unknown;
                    } | {
                        /** @default 100 */
                        batchSize?: number;
                        /** @default  */
                        errorPath?: string | "";
                        /** @default {} */
                        headers?: {
                            [key: string]: string;
                        };
                        /** @default id */
                        idPath?: string | "";
                        /** @default  */
                        itemsPath?: string | "";
                        /** @default  */
                        messageIdPath?: string | "";
                        /**
                         * @default SINGLE
                         * @enum {string}
                         */
                        mode?: "SINGLE" | "BATCH";
                        /** @default true */
                        receipts?: boolean;
                        /** @default  */
                        resultsPath?: (string | "") | null;
                        /** @default  */
                        retryablePath?: string | "";
                        /**
                         * @default {
                         *       "messageId": "{{messageId}}",
                         *       "to": "{{to}}",
                         *       "subject": "{{subject}}",
                         *       "body": "{{body}}"
                         *     }
                         */
                        template?: string;
                        /** Format: uri */
                        url?: string;
                    } | {
                        /** Format: email */
                        fromAddress?: string;
                        /** @default  */
                        fromName?: string;
                        host?: string;
                        /** @default 5 */
                        maxConnections?: number;
                        /** @default 587 */
                        port?: number;
                        /** @default  */
                        replyTo?: string | "";
                        /**
                         * @default STARTTLS
                         * @enum {string}
                         */
                        security?: "TLS" | "STARTTLS" | "NONE";
                        /** @default  */
                        user?: string;
                    } | {
                        bounceRate?: number;
                        delayMs?: number;
                        deliveryRate?: number;
                        duplicateRate?: number;
                        reorderRate?: number;
                        transientRate?: number;
                    };
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Ann Smith",
                     *       "ratePerSecond": 12,
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z",
                     *       "kind": "SIMULATOR",
                     *       "settings": {
                     *         "deliveryRate": 0.9,
                     *         "bounceRate": 0.1,
                     *         "transientRate": 0,
                     *         "duplicateRate": 0,
                     *         "reorderRate": 0,
                     *         "delayMs": 500
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        id: string;
                        /** @constant */
                        kind: "SIMULATOR";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** @default 0.1 */
                            bounceRate: number;
                            /** @default 500 */
                            delayMs: number;
                            /** @default 0.9 */
                            deliveryRate: number;
                            /** @default 0 */
                            duplicateRate: number;
                            /** @default 0 */
                            reorderRate: number;
                            /** @default 0 */
                            transientRate: number;
                        };
                        updatedAt: string | null;
                    } | {
                        callbackUrl: string;
                        /** Format: date-time */
                        createdAt: string;
                        hasSigningSecret: boolean;
                        id: string;
                        /** @constant */
                        kind: "HTTP";
                        name: string;
                        ratePerSecond: number | null;
                        receiptSecrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        secretHeaders: string[];
                        settings: {
                            /** @default 100 */
                            batchSize: number;
                            /** @default  */
                            errorPath: string | "";
                            /** @default {} */
                            headers: {
                                [key: string]: string;
                            };
                            /** @default id */
                            idPath: string | "";
                            /** @default  */
                            itemsPath: string | "";
                            /** @default  */
                            messageIdPath: string | "";
                            /**
                             * @default SINGLE
                             * @enum {string}
                             */
                            mode: "SINGLE" | "BATCH";
                            /** @default true */
                            receipts: boolean;
                            /** @default  */
                            resultsPath: (string | "") | null;
                            /** @default  */
                            retryablePath: string | "";
                            /**
                             * @default {
                             *       "messageId": "{{messageId}}",
                             *       "to": "{{to}}",
                             *       "subject": "{{subject}}",
                             *       "body": "{{body}}"
                             *     }
                             */
                            template: string;
                            /** Format: uri */
                            url: string;
                        };
                        updatedAt: string | null;
                    } | {
                        /** Format: date-time */
                        createdAt: string;
                        hasPassword: boolean;
                        id: string;
                        /** @constant */
                        kind: "SMTP";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** Format: email */
                            fromAddress: string;
                            /** @default  */
                            fromName: string;
                            host: string;
                            /** @default 5 */
                            maxConnections: number;
                            /** @default 587 */
                            port: number;
                            /** @default  */
                            replyTo: string | "";
                            /**
                             * @default STARTTLS
                             * @enum {string}
                             */
                            security: "TLS" | "STARTTLS" | "NONE";
                            /** @default  */
                            user: string;
                        };
                        updatedAt: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-retireReceiptSecrets": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * @default EARLIER
                     * @enum {string}
                     */
                    which?: "EARLIER" | "ALL";
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "name": "Ann Smith",
                     *       "ratePerSecond": 12,
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z",
                     *       "kind": "SIMULATOR",
                     *       "settings": {
                     *         "deliveryRate": 0.9,
                     *         "bounceRate": 0.1,
                     *         "transientRate": 0,
                     *         "duplicateRate": 0,
                     *         "reorderRate": 0,
                     *         "delayMs": 500
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        id: string;
                        /** @constant */
                        kind: "SIMULATOR";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** @default 0.1 */
                            bounceRate: number;
                            /** @default 500 */
                            delayMs: number;
                            /** @default 0.9 */
                            deliveryRate: number;
                            /** @default 0 */
                            duplicateRate: number;
                            /** @default 0 */
                            reorderRate: number;
                            /** @default 0 */
                            transientRate: number;
                        };
                        updatedAt: string | null;
                    } | {
                        callbackUrl: string;
                        /** Format: date-time */
                        createdAt: string;
                        hasSigningSecret: boolean;
                        id: string;
                        /** @constant */
                        kind: "HTTP";
                        name: string;
                        ratePerSecond: number | null;
                        receiptSecrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        secretHeaders: string[];
                        settings: {
                            /** @default 100 */
                            batchSize: number;
                            /** @default  */
                            errorPath: string | "";
                            /** @default {} */
                            headers: {
                                [key: string]: string;
                            };
                            /** @default id */
                            idPath: string | "";
                            /** @default  */
                            itemsPath: string | "";
                            /** @default  */
                            messageIdPath: string | "";
                            /**
                             * @default SINGLE
                             * @enum {string}
                             */
                            mode: "SINGLE" | "BATCH";
                            /** @default true */
                            receipts: boolean;
                            /** @default  */
                            resultsPath: (string | "") | null;
                            /** @default  */
                            retryablePath: string | "";
                            /**
                             * @default {
                             *       "messageId": "{{messageId}}",
                             *       "to": "{{to}}",
                             *       "subject": "{{subject}}",
                             *       "body": "{{body}}"
                             *     }
                             */
                            template: string;
                            /** Format: uri */
                            url: string;
                        };
                        updatedAt: string | null;
                    } | {
                        /** Format: date-time */
                        createdAt: string;
                        hasPassword: boolean;
                        id: string;
                        /** @constant */
                        kind: "SMTP";
                        name: string;
                        ratePerSecond: number | null;
                        settings: {
                            /** Format: email */
                            fromAddress: string;
                            /** @default  */
                            fromName: string;
                            host: string;
                            /** @default 5 */
                            maxConnections: number;
                            /** @default 587 */
                            port: number;
                            /** @default  */
                            replyTo: string | "";
                            /**
                             * @default STARTTLS
                             * @enum {string}
                             */
                            security: "TLS" | "STARTTLS" | "NONE";
                            /** @default  */
                            user: string;
                        };
                        updatedAt: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-rotateReceiptSecret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @default 24 */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "text",
                     *       "callbackUrl": "https://shop.example.com/api/webhooks/delivery-receipts",
                     *       "receiptSecrets": [
                     *         {
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "retiresAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        callbackUrl: string;
                        receiptSecrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "vendors-test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "to": "ann@example.com"
                 *     }
                 */
                "application/json": {
                    to?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": false,
                     *       "detail": "text",
                     *       "tookMs": 12
                     *     }
                     */
                    "application/json": {
                        detail: string;
                        ok: boolean;
                        tookMs: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-list": {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, url, description, events, secrets, failingSince, disabledAt, disabledReason, createdAt, updatedAt. */
                fields?: ("id" | "url" | "description" | "events" | "secrets" | "failingSince" | "disabledAt" | "disabledReason" | "createdAt" | "updatedAt")[];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "url": "text",
                     *           "description": "text",
                     *           "events": [
                     *             "text"
                     *           ],
                     *           "secrets": [
                     *             {
                     *               "createdAt": "2026-05-04T10:15:00Z",
                     *               "retiresAt": "2026-05-04T10:15:00Z"
                     *             }
                     *           ],
                     *           "failingSince": "2026-05-04T10:15:00Z",
                     *           "disabledAt": "2026-05-04T10:15:00Z",
                     *           "disabledReason": "text",
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "updatedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            description: string | null;
                            disabledAt: string | null;
                            disabledReason: string | null;
                            events: string[];
                            failingSince: string | null;
                            id: string;
                            secrets: {
                                /** Format: date-time */
                                createdAt: string;
                                retiresAt: string | null;
                            }[];
                            /** Format: date-time */
                            updatedAt: string;
                            url: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://vendor.example.com/messages",
                 *       "events": [
                 *         "campaign.launched"
                 *       ]
                 *     }
                 */
                "application/json": {
                    description?: string;
                    events: ("campaign.launched" | "campaign.paused" | "campaign.resumed" | "campaign.completed" | "campaign.cancelled" | "campaign.failed" | "message.sent" | "message.delivered" | "message.bounced" | "message.failed" | "message.skipped" | "message.opened" | "message.clicked" | "message.complained" | "customer.created" | "customer.updated" | "customer.deleted" | "customer.erased" | "customer.unsubscribed" | "suppression.created" | "import.completed" | "import.failed")[];
                    /** Format: uri */
                    url: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description The new thing */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "url": "text",
                     *       "description": "text",
                     *       "events": [
                     *         "text"
                     *       ],
                     *       "secrets": [
                     *         {
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "retiresAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "failingSince": "2026-05-04T10:15:00Z",
                     *       "disabledAt": "2026-05-04T10:15:00Z",
                     *       "disabledReason": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z",
                     *       "secret": "text"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        description: string | null;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        events: string[];
                        failingSince: string | null;
                        id: string;
                        secret: string;
                        secrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-get": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, url, description, events, secrets, failingSince, disabledAt, disabledReason, createdAt, updatedAt. */
                fields?: ("id" | "url" | "description" | "events" | "secrets" | "failingSince" | "disabledAt" | "disabledReason" | "createdAt" | "updatedAt")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "url": "text",
                     *       "description": "text",
                     *       "events": [
                     *         "text"
                     *       ],
                     *       "secrets": [
                     *         {
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "retiresAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "failingSince": "2026-05-04T10:15:00Z",
                     *       "disabledAt": "2026-05-04T10:15:00Z",
                     *       "disabledReason": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        description: string | null;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        events: string[];
                        failingSince: string | null;
                        id: string;
                        secrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    description?: string | null;
                    enabled?: boolean;
                    events?: ("campaign.launched" | "campaign.paused" | "campaign.resumed" | "campaign.completed" | "campaign.cancelled" | "campaign.failed" | "message.sent" | "message.delivered" | "message.bounced" | "message.failed" | "message.skipped" | "message.opened" | "message.clicked" | "message.complained" | "customer.created" | "customer.updated" | "customer.deleted" | "customer.erased" | "customer.unsubscribed" | "suppression.created" | "import.completed" | "import.failed")[];
                    /** Format: uri */
                    url?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "url": "text",
                     *       "description": "text",
                     *       "events": [
                     *         "text"
                     *       ],
                     *       "secrets": [
                     *         {
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "retiresAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "failingSince": "2026-05-04T10:15:00Z",
                     *       "disabledAt": "2026-05-04T10:15:00Z",
                     *       "disabledReason": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        description: string | null;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        events: string[];
                        failingSince: string | null;
                        id: string;
                        secrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["ChangedMeanwhile"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-deliveries": {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only these fields of each item, separated by commas: id, endpointId, eventId, type, status, attempts, nextAttemptAt, createdAt, finishedAt. */
                fields?: ("id" | "endpointId" | "eventId" | "type" | "status" | "attempts" | "nextAttemptAt" | "createdAt" | "finishedAt")[];
                limit?: number;
                status?: "PENDING" | "DELIVERED" | "FAILED";
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6925f1c2a4b3d8e7f6051423",
                     *           "endpointId": "text",
                     *           "eventId": "text",
                     *           "type": "text",
                     *           "status": "PENDING",
                     *           "attempts": [
                     *             {
                     *               "at": "2026-05-04T10:15:00Z",
                     *               "status": 12,
                     *               "ms": 12,
                     *               "answer": "text",
                     *               "error": "text",
                     *               "round": 12
                     *             }
                     *           ],
                     *           "nextAttemptAt": "2026-05-04T10:15:00Z",
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "finishedAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            attempts: {
                                answer: string;
                                /** Format: date-time */
                                at: string;
                                error: string | null;
                                ms: number;
                                round: number;
                                status: number | null;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            endpointId: string;
                            eventId: string;
                            finishedAt: string | null;
                            id: string;
                            nextAttemptAt: string | null;
                            /** @enum {string} */
                            status: "PENDING" | "DELIVERED" | "FAILED";
                            type: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-redeliverFailed": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** Format: date-time */
                    since?: string;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "redelivered": 12
                     *     }
                     */
                    "application/json": {
                        redelivered: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @default 24 */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "url": "text",
                     *       "description": "text",
                     *       "events": [
                     *         "text"
                     *       ],
                     *       "secrets": [
                     *         {
                     *           "createdAt": "2026-05-04T10:15:00Z",
                     *           "retiresAt": "2026-05-04T10:15:00Z"
                     *         }
                     *       ],
                     *       "failingSince": "2026-05-04T10:15:00Z",
                     *       "disabledAt": "2026-05-04T10:15:00Z",
                     *       "disabledReason": "text",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "updatedAt": "2026-05-04T10:15:00Z",
                     *       "secret": "text"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        description: string | null;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        events: string[];
                        failingSince: string | null;
                        id: string;
                        secret: string;
                        secrets: {
                            /** Format: date-time */
                            createdAt: string;
                            retiresAt: string | null;
                        }[];
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": 12,
                     *       "ms": 12,
                     *       "answer": "text",
                     *       "error": "text"
                     *     }
                     */
                    "application/json": {
                        answer: string;
                        error: string | null;
                        ms: number;
                        status: number | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-delivery": {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas: id, endpointId, eventId, type, payload, status, attempts, nextAttemptAt, createdAt, finishedAt. */
                fields?: ("id" | "endpointId" | "eventId" | "type" | "payload" | "status" | "attempts" | "nextAttemptAt" | "createdAt" | "finishedAt")[];
            };
            header?: {
                /** @description An ETag of an earlier answer; if it still fits, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "endpointId": "text",
                     *       "eventId": "text",
                     *       "type": "text",
                     *       "payload": {},
                     *       "status": "PENDING",
                     *       "attempts": [
                     *         {
                     *           "at": "2026-05-04T10:15:00Z",
                     *           "status": 12,
                     *           "ms": 12,
                     *           "answer": "text",
                     *           "error": "text",
                     *           "round": 12
                     *         }
                     *       ],
                     *       "nextAttemptAt": "2026-05-04T10:15:00Z",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        attempts: {
                            answer: string;
                            /** Format: date-time */
                            at: string;
                            error: string | null;
                            ms: number;
                            round: number;
                            status: number | null;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        endpointId: string;
                        eventId: string;
                        finishedAt: string | null;
                        id: string;
                        nextAttemptAt: string | null;
                        payload: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        status: "PENDING" | "DELIVERED" | "FAILED";
                        type: string;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-redeliver": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.
                 * @example order-import-2026-05-04
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Done; the answer */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6925f1c2a4b3d8e7f6051423",
                     *       "endpointId": "text",
                     *       "eventId": "text",
                     *       "type": "text",
                     *       "payload": {},
                     *       "status": "PENDING",
                     *       "attempts": [
                     *         {
                     *           "at": "2026-05-04T10:15:00Z",
                     *           "status": 12,
                     *           "ms": 12,
                     *           "answer": "text",
                     *           "error": "text",
                     *           "round": 12
                     *         }
                     *       ],
                     *       "nextAttemptAt": "2026-05-04T10:15:00Z",
                     *       "createdAt": "2026-05-04T10:15:00Z",
                     *       "finishedAt": "2026-05-04T10:15:00Z"
                     *     }
                     */
                    "application/json": {
                        attempts: {
                            answer: string;
                            /** Format: date-time */
                            at: string;
                            error: string | null;
                            ms: number;
                            round: number;
                            status: number | null;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        endpointId: string;
                        eventId: string;
                        finishedAt: string | null;
                        id: string;
                        nextAttemptAt: string | null;
                        payload: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        status: "PENDING" | "DELIVERED" | "FAILED";
                        type: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "webhooks-delivery-receipts": {
        parameters: {
            query?: {
                /** @description The vendor’s id; it is part of the callback address that messages carry. */
                vendor?: string;
            };
            header?: {
                /** @description As Standard Webhooks says; not needed with an API key. */
                "webhook-id"?: string;
                /** @description As Standard Webhooks says; not needed with an API key. */
                "webhook-signature"?: string;
                /** @description As Standard Webhooks says; not needed with an API key. */
                "webhook-timestamp"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messageId": "text",
                 *       "vendorMessageId": "vendor-8127",
                 *       "status": "SENT",
                 *       "timestamp": "2026-05-04T10:15:00Z",
                 *       "reason": "mailbox does not exist"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    bounceKind?: "HARD" | "SOFT";
                    /** @enum {string} */
                    event?: "OPENED" | "CLICKED" | "COMPLAINED" | "UNSUBSCRIBED";
                    messageId: string;
                    reason?: string;
                    /** @enum {string} */
                    status: "SENT" | "DELIVERED" | "BOUNCED" | "FAILED";
                    /** Format: date-time */
                    timestamp: string;
                    vendorMessageId: string;
                } | {
                    /** @enum {string} */
                    bounceKind?: "HARD" | "SOFT";
                    /** @enum {string} */
                    event?: "OPENED" | "CLICKED" | "COMPLAINED" | "UNSUBSCRIBED";
                    messageId: string;
                    reason?: string;
                    /** @enum {string} */
                    status: "SENT" | "DELIVERED" | "BOUNCED" | "FAILED";
                    /** Format: date-time */
                    timestamp: string;
                    vendorMessageId: string;
                }[];
            };
        };
        responses: {
            "5XX": components["responses"]["Failed"];
            /** @description Taken */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 12
                     *     }
                     */
                    "application/json": {
                        accepted: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    "on-campaign-cancelled": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        channel: string;
                        name: string;
                        status: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "campaign.cancelled";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-campaign-completed": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        channel: string;
                        name: string;
                        stats: {
                            [key: string]: number;
                        };
                        status: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "campaign.completed";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-campaign-failed": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        channel: string;
                        name: string;
                        reason: string | null;
                        status: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "campaign.failed";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-campaign-launched": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        channel: string;
                        name: string;
                        status: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "campaign.launched";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-campaign-paused": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        channel: string;
                        name: string;
                        status: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "campaign.paused";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-campaign-resumed": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        channel: string;
                        name: string;
                        status: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "campaign.resumed";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-customer-created": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        attributes: {
                            [key: string]: unknown;
                        };
                        city: string | null;
                        country: string | null;
                        customerId: string;
                        email: string;
                        name: string | null;
                        phone: string | null;
                        tags: string[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "customer.created";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-customer-deleted": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        customerId: string;
                        email: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "customer.deleted";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-customer-erased": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        customerId: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "customer.erased";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-customer-unsubscribed": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        unsubscribed: {
                            address: string;
                            /** Format: date-time */
                            at: string;
                            messageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "customer.unsubscribed";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-customer-updated": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        attributes: {
                            [key: string]: unknown;
                        };
                        city: string | null;
                        country: string | null;
                        customerId: string;
                        email: string;
                        name: string | null;
                        phone: string | null;
                        tags: string[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "customer.updated";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-import-completed": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        counts: {
                            [key: string]: number;
                        };
                        fileName: string;
                        importId: string;
                        kind: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "import.completed";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-import-failed": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        counts: {
                            [key: string]: number;
                        };
                        error: string | null;
                        fileName: string;
                        importId: string;
                        kind: string;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "import.failed";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-bounced": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            bounceKind: string | null;
                            customerId: string;
                            messageId: string;
                            reason: string | null;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.bounced";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-clicked": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            customerId: string;
                            messageId: string;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.clicked";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-complained": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            customerId: string;
                            messageId: string;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.complained";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-delivered": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            customerId: string;
                            messageId: string;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.delivered";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-failed": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            customerId: string;
                            messageId: string;
                            reason: string | null;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.failed";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-opened": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            customerId: string;
                            messageId: string;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.opened";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-sent": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            customerId: string;
                            messageId: string;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.sent";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-message-skipped": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        campaignId: string;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            customerId: string;
                            messageId: string;
                            reason: string | null;
                            skipReason: string | null;
                            to: string | null;
                            vendorMessageId: string | null;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "message.skipped";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-suppression-created": {
        parameters: {
            query?: never;
            header: {
                /** @description The event’s id: the same for every try, so a repeat is known by it */
                "webhook-id": string;
                /** @description Standard Webhooks signatures, separated by spaces: one for each secret that is good */
                "webhook-signature": string;
                /** @description When this try was made, in seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        suppressions: {
                            address: string;
                            /** Format: date-time */
                            at: string;
                            messageId: string | null;
                            reason: string;
                        }[];
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @constant */
                    type: "suppression.created";
                };
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more events, please: the endpoint is turned off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
