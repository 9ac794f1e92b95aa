import { toast } from '@/ui/toast.ts';
import type { CustomerFilter } from '../../customer-filter.schema.ts';
import type { ColumnLayout } from '../../customer-view.schema.ts';

type Target = { ids: string[] } | { filter: CustomerFilter; except: string[] };
const MAX_CHOSEN = 5_000;

/** Has the browser save the customers as a file, as fast as it comes; the page stays where it is. */
export function downloadCustomers(target: Target, layout: ColumnLayout): void {
  const listed = 'ids' in target ? target.ids : target.except;
  if (listed.length > MAX_CHOSEN) {
    toast.error(
      'More than 5,000 are chosen one by one. Choose all that match instead, and take out the others.',
    );
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/api/customers/export.csv';
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'request';
  field.value = JSON.stringify({ target, columns: layout.map(({ id }) => id) });
  form.append(field);
  document.body.append(form);
  form.submit();
  form.remove();
}
