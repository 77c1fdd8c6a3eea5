import { Building2, Eye, Fingerprint, Link2, type LucideIcon, MousePointerClick } from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  page: Eye,
  track: MousePointerClick,
  identify: Fingerprint,
  group: Building2,
  alias: Link2,
};

/** The kind of a call. */
export function EventIcon({ type, size = 14 }: { type: string | null; size?: number }) {
  const Icon = icons[type ?? ''] ?? MousePointerClick;
  return <Icon size={size} strokeWidth={1.8} className="shrink-0 text-ink-3" aria-label={type ?? 'event'} />;
}
