import type { Random } from './random.ts';

export interface Browser {
  anonymousId: string;
  userAgent: string;
  width: number;
  height: number;
}

type Model = readonly [userAgent: string, width: number, height: number];

const desktops: readonly Model[] = [
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    1512,
    861,
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    1920,
    953,
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    1536,
    776,
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    1440,
    789,
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 1680, 939],
];

const phones: readonly Model[] = [
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    393,
    659,
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    412,
    785,
  ],
];

/** A browser that nobody has identified yet; `kind` says what sort of device it runs on. */
export function inventBrowser(random: Random, kind: 'desktop' | 'phone'): Browser {
  const [userAgent, width, height] = random.pick(kind === 'phone' ? phones : desktops);
  const part = (length: number) => random.id(length);
  return { anonymousId: `${part(8)}-${part(4)}-${part(4)}-${part(12)}`, userAgent, width, height };
}
