import { Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { Empty } from '../ui/Empty.tsx';

export function NotFoundPage() {
  return (
    <Empty page icon={<SearchX size={18} />} title="There is no such page">
      <Link to="/companies" className="text-accent-ink underline underline-offset-2">
        Go to the companies
      </Link>
    </Empty>
  );
}
