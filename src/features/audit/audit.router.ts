import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { auditActorSchema, auditPageSchema, listAuditInput } from './audit.schema.ts';
import { listAuditActors, listAuditEvents } from './audit.service.ts';

export const auditRouter = router({
  list: procedureFor('audit:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/audit-events',
        tags: ['Audit log'],
        summary: 'Who did what to which thing, when and from where, newest first',
      },
    })
    .input(listAuditInput)
    .output(auditPageSchema)
    .query(({ ctx, input }) => listAuditEvents(ctx.caller, input)),
  actors: procedureFor('audit:read')
    .output(z.array(auditActorSchema))
    .query(({ ctx }) => listAuditActors(ctx.caller)),
});
