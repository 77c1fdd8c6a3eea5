import { expect, test } from 'vitest';
import { formOf } from './formOf.ts';

test('parameters that are too long for an address are written as a form, whatever is in them', () => {
  expect(formOf({ workspace: 'a\tb', ids: ["it's", 'a\\b'], batch: 7, groups: [[1, true]] }, 'x')).toBe(
    [
      '--x\r\nContent-Disposition: form-data; name="param_workspace"\r\n\r\na\\tb\r\n',
      `--x\r\nContent-Disposition: form-data; name="param_ids"\r\n\r\n['it\\'s','a\\\\b']\r\n`,
      '--x\r\nContent-Disposition: form-data; name="param_batch"\r\n\r\n7\r\n',
      '--x\r\nContent-Disposition: form-data; name="param_groups"\r\n\r\n[[1,true]]\r\n',
      '--x--\r\n',
    ].join(''),
  );
});

test('a value that has no form is a bug, and is not sent', () => {
  expect(() => formOf({ what: {} }, 'x')).toThrow(TypeError);
});
