import { expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { palettePng } from './palettePng.ts';

test('a picture of many colours comes out of the browser as it went in, but for what no eye sees', async () => {
  const width = 64;
  const height = 40;
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    // A surface above, every colour of a rainbow below.
    rgba.set(y < 6 ? [247, 247, 248, 255] : [x * 4, y * 6, x < 32 ? 0 : 200, 255], pixel * 4);
  }
  const png = palettePng({ width, height, rgba });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const drawn = await page.evaluate(
      async (address) => {
        const picture = await createImageBitmap(await (await fetch(address)).blob());
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        canvas?.drawImage(picture, 0, 0);
        return [...(canvas?.getImageData(0, 0, picture.width, picture.height).data ?? [])];
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
    expect(drawn).toHaveLength(rgba.length);
    const worst = Math.max(...drawn.map((value, index) => Math.abs(value - (rgba[index] ?? 0))));
    expect(worst).toBeLessThan(24);
    expect(drawn.slice(0, 4)).toEqual([247, 247, 248, 255]);
  } finally {
    await browser.close();
  }
});
