import { expect, test } from 'vitest';
import { networkOf } from './doorman.ts';
import { Passwords, passwordFault } from './password.ts';

test('a password opens what was stored of it, and no other does; the parameters stand beside the hash', async () => {
  const passwords = new Passwords();
  const stored = await passwords.hash('Blaugrüne Züge fahren');
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  // The same letters, typed on a keyboard that sends ü as u and two dots.
  expect(await passwords.matches('Blaugrüne Züge fahren'.normalize('NFD'), stored)).toBe(true);
  expect(await passwords.matches('blaugrüne Züge fahren', stored)).toBe(false);
  expect(await passwords.matches('Blaugrüne Züge fahren', undefined)).toBe(false);
});

test('a password that others would guess is refused with a reason', () => {
  expect(passwordFault('elf signs …', 'a@b.example')).toMatch('at least 12 characters; this one has 11');
  expect(passwordFault('abababababababab', 'a@b.example')).toMatch('repeats a few characters');
  expect(passwordFault('Grace@Navy.example', 'grace@navy.example')).toMatch('must not be the email address');
  expect(passwordFault('x'.repeat(201), 'a@b.example')).toMatch('at most 200');
  expect(passwordFault('twelve signs', 'a@b.example')).toBeUndefined();
});

test('an address of IPv6 counts by its network, for a customer has as many as there are', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::7')).toBe('2001:db8:0:0');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
});
