import { Badge } from './badge.tsx';
import { Time } from './time.tsx';

/** The secrets that are good: the present one, and earlier ones with the moment they retire. */
export const SecretList = ({
  secrets,
}: {
  secrets: readonly { createdAt: Date; retiresAt: Date | null }[];
}) => (
  <ul
    className="flex flex-col divide-y divide-line rounded-lg border border-line text-sm"
    aria-label="Secrets"
  >
    {secrets.map(({ createdAt, retiresAt }) => (
      <li
        key={createdAt.toISOString()}
        className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2"
      >
        <span>
          Secret made <Time value={createdAt} />
        </span>
        {retiresAt ? (
          <Badge tone="warning">
            <span>
              Ends <Time value={retiresAt} />
            </span>
          </Badge>
        ) : (
          <Badge tone="success">In use</Badge>
        )}
      </li>
    ))}
  </ul>
);
