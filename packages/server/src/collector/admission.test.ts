import { expect, test } from 'vitest';
import { Admission } from './admission.ts';

const mebibyte = 1024 * 1024;

test('requests are let in until their bytes reach the bound, and again when one has left', () => {
  const admission = new Admission(mebibyte);
  const first = admission.enter();
  expect(first?.hold(mebibyte)).toBe(true);
  expect(admission.full).toBe(true);
  expect(admission.enter()).toBeUndefined();
  first?.leave();
  expect(admission.held).toBe(0);
  expect(admission.enter()).toBeDefined();
});

test('requests without a body cost something, too', () => {
  const admission = new Admission(mebibyte);
  let entered = 0;
  while (admission.enter()) entered++;
  expect(entered).toBe(512);
  expect(admission.requests).toBe(512);
});

test('a body that arrives slowly finds no room once twice the bound is held', () => {
  const admission = new Admission(mebibyte);
  const [a, b] = [admission.enter(), admission.enter()];
  expect(a?.hold(2 * mebibyte)).toBe(true);
  expect(b?.hold(1)).toBe(false);
  b?.leave();
  expect(admission.held).toBe(2 * mebibyte + 2048);
});

test('closing lets nobody in and waits for those inside', async () => {
  const admission = new Admission();
  const [a, b] = [admission.enter(), admission.enter()];
  let closed = false;
  const closing = admission.close().then(() => {
    closed = true;
  });
  expect(admission.enter()).toBeUndefined();
  a?.leave();
  await new Promise(setImmediate);
  expect(closed).toBe(false);
  b?.leave();
  await closing;
  await admission.close();
});
