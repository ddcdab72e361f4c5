import type { Page } from 'playwright-core';

/** Two seconds of a box that moves, as the page's browser records them. */
export async function recordVideo(page: Page): Promise<Buffer> {
  const base64: string = await page.evaluate(`(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 180];
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((done) => { recorder.onstop = done; });
    recorder.start();
    for (let frame = 0; frame < 20; frame++) {
      context.fillStyle = 'navy';
      context.fillRect(0, 0, 320, 180);
      context.fillStyle = 'orange';
      context.fillRect(frame * 14, 60, 50, 50);
      await new Promise((done) => setTimeout(done, 100));
    }
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  })()`);
  return Buffer.from(base64, 'base64');
}
