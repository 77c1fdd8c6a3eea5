import type { TouchName } from '@spectacle/server/answers';
import { type ReportSearch, readReportSearch } from '../report/reportSearch.ts';
import { textOf } from '../shell/searchParams.ts';

/** The question of the journeys page. */
export interface JourneysSearch extends ReportSearch {
  by?: TouchName | undefined;
  /** Repeats of one channel in a row are shown too. */
  repeats?: 'yes' | undefined;
  /** A place of the picture: "1:Email" are those whose second visit came by email. */
  at?: string | undefined;
}

export function readJourneysSearch(raw: Record<string, unknown>): JourneysSearch {
  const by = textOf(raw.by);
  return {
    ...readReportSearch(raw),
    by: by === 'source' || by === 'medium' || by === 'campaign' ? by : undefined,
    repeats: raw.repeats === 'yes' ? 'yes' : undefined,
    at: textOf(raw.at),
  };
}
