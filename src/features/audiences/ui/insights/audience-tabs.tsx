import { Tabs } from '@/ui/tabs.tsx';

/** The two ways of looking at groups of customers. */
export const AudienceTabs = ({ current }: { current: 'audiences' | 'segments' }) => (
  <div className="mb-4">
    <Tabs
      label="Audiences and segments"
      current={current}
      tabs={[
        { key: 'audiences', label: 'Audiences', href: '/audiences' },
        { key: 'segments', label: 'RFM segments', href: '/audiences/segments' },
      ]}
    />
  </div>
);
