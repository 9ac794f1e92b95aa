import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { storedRulesSchema } from '../audiences/rules.schema.ts';
import { customerFilterSchema } from './customer-filter.schema.ts';
import * as lists from './customer-lists.service.ts';
import {
  createCustomerInput,
  customerPageSchema,
  customerRowsInput,
  customerSchema,
  deleteCustomerInput,
  knownValuesSchema,
  listCustomersInput,
  updateCustomerInput,
} from './customers.schema.ts';
import * as service from './customers.service.ts';
import { describeCustomerData } from './known-values.service.ts';

const tags = ['Customers'];
const idInput = z.object({ id: z.string() });

export const customersRouter = router({
  list: procedureFor('customers:read')
    .meta({ openapi: { method: 'GET', path: '/customers', tags, summary: 'List or search customers' } })
    .input(listCustomersInput)
    .output(customerPageSchema)
    .query(({ ctx, input }) => lists.listCustomers(ctx.caller, input, ctx.signal)),
  create: procedureFor('customers:write')
    .meta({ openapi: { method: 'POST', path: '/customers', tags, summary: 'Add a customer' } })
    .input(createCustomerInput)
    .output(customerSchema)
    .mutation(({ ctx, input }) => service.createCustomer(ctx.caller, input)),
  get: procedureFor('customers:read')
    .meta({ openapi: { method: 'GET', path: '/customers/{id}', tags, summary: 'One customer' } })
    .input(idInput)
    .output(customerSchema)
    .query(({ ctx, input }) => service.getCustomer(ctx.caller, input.id)),
  update: procedureFor('customers:write')
    .meta({
      openapi: {
        method: 'PATCH',
        path: '/customers/{id}',
        tags,
        summary: 'Change a customer; null clears a field',
      },
    })
    .input(updateCustomerInput)
    .output(customerSchema)
    .mutation(({ ctx, input }) => service.updateCustomer(ctx.caller, input)),
  delete: procedureFor('customers:write')
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/customers/{id}',
        tags,
        summary: 'Delete a customer and their orders',
      },
    })
    .input(deleteCustomerInput)
    .output(idInput)
    .mutation(({ ctx, input }) => service.deleteCustomer(ctx.caller, input)),
  /** The table of customers, page by page: any filter, sorted. */
  rows: procedureFor('customers:read')
    .input(customerRowsInput)
    .output(customerPageSchema)
    .query(({ ctx, input }) => lists.listRows(ctx.caller, input, ctx.signal)),
  /** How many a filter selects. */
  count: procedureFor('customers:read')
    .input(z.object({ filter: customerFilterSchema.default({}) }))
    .output(z.object({ count: z.number().int() }))
    .query(({ ctx, input }) => lists.countRows(ctx.caller, input.filter, ctx.signal)),
  /** A filter as rules, to make an audience of it. */
  filterRules: procedureFor('customers:read')
    .input(z.object({ filter: customerFilterSchema }))
    .output(z.object({ rules: storedRulesSchema }))
    .query(({ ctx, input }) => lists.rulesFor(ctx.caller, input.filter)),
  countries: procedureFor('customers:read')
    .output(z.array(z.string()))
    .query(({ ctx }) => service.listCountries(ctx.caller)),
  /** Countries, cities, tags and attributes in use: what rules are built from. */
  knownValues: procedureFor('customers:read')
    .output(knownValuesSchema)
    .query(({ ctx }) => describeCustomerData(ctx.caller)),
});
