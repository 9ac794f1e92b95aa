'use client';
import { Check, Minus } from 'lucide-react';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import type { Role } from '../../members.schema.ts';
import { roleLabel } from '../role-label.ts';
import { roleRows, roleSummary, rolesDown } from '../roles.ts';

/** What each role may do: in a sentence, and point by point from the server's own table. */
export const RolesCard = ({ own }: { own?: Role }) => (
  <Card className="overflow-hidden">
    <CardHeader
      title="What each role may do"
      {...(own ? { description: `Your role here: ${roleLabel[own]}.` } : {})}
    />
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 px-5 pb-4 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {rolesDown.map((role) => (
        <div key={role} className="sm:contents">
          <dt className="font-medium">{roleLabel[role]}</dt>
          <dd className="text-muted">{roleSummary[role]}</dd>
        </div>
      ))}
    </dl>
    <details className="border-line border-t">
      <summary className="cursor-pointer px-5 py-3 font-medium text-accent-text text-sm hover:underline">
        Point by point
      </summary>
      <Table label="What each role may do" className="border-line border-t">
        <thead>
          <tr>
            <Th>May</Th>
            {rolesDown.map((role) => (
              <Th key={role} className="text-center">
                {roleLabel[role]}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roleRows.map(({ words, has }) => (
            <Tr key={words}>
              <Td className="min-w-48">{words}</Td>
              {rolesDown.map((role) => (
                <Td key={role} className="text-center">
                  {has[role] ? (
                    <Check className="mx-auto size-4 text-success-text" aria-hidden />
                  ) : (
                    <Minus className="mx-auto size-4 text-muted opacity-50" aria-hidden />
                  )}
                  <span className="sr-only">{has[role] ? 'yes' : 'no'}</span>
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </details>
  </Card>
);
