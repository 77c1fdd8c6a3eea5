import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const proxies = (text?: string) => readConfig({}, { SPECTACLE_TRUSTED_PROXIES: text }).trustedProxies;

test('only proxies on this machine are trusted if nothing is said, and none if that is said', () => {
  expect(proxies()).toEqual(['loopback']);
  expect(proxies('')).toEqual(['loopback']);
  expect(proxies('none')).toEqual([]);
  expect(proxies('10.0.0.7, 10.1.0.0/16,fd00::/8 , uniquelocal')).toEqual(['10.0.0.7', '10.1.0.0/16', 'fd00::/8', 'uniquelocal']); // biome-ignore format: one
  expect(readConfig({ trustedProxies: 'loopback' }, { SPECTACLE_TRUSTED_PROXIES: 'none' }).trustedProxies).toEqual(['loopback']); // biome-ignore format: one
});

test.each(['true', '*', '1', '10.0.0.0/0', '10.0.0.0/33', '::/0', '10.0.0.0/8/8', 'proxy.example', '10.0.0.7,', 'none, loopback'])(
  'who is trusted is not guessed: %j is refused with a sentence',
  (text) => {
    expect(() => proxies(text)).toThrow('SPECTACLE_TRUSTED_PROXIES must list addresses or networks');
  },
); // biome-ignore format: a list
