/** Wide enough for a projector, px. */
const SIDE = 1920;
/** What a phone loads in a second or two. */
const MOST_BYTES = 400_000;
/** Tried in turn until the picture is small enough. */
const QUALITIES = [0.85, 0.7, 0.55, 0.4];

/**
 * Upright, without what the camera notes, and small; drawn anew, so that nothing else of the file remains.
 * @returns undefined when the browser cannot read it as a picture
 */
export async function fitPicture(file: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => drawn(file));
  if (!picture) return undefined;
  let side = SIDE;
  for (;;) {
    const canvas = scaled(picture, side);
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, quality);
      if (blob && (blob.size <= MOST_BYTES || side < SIDE / 4)) return blob;
    }
    side /= 1.5;
  }
}

/** SVG, which has no bitmap in some browsers. */
async function drawn(file: Blob): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = await dataUrl(file);
  return image.decode().then(
    () => image,
    () => undefined,
  );
}

const dataUrl = (file: Blob) =>
  new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => done('');
    reader.readAsDataURL(file);
  });

function scaled(picture: ImageBitmap | HTMLImageElement, side: number): HTMLCanvasElement {
  // A drawing without a size of its own has none.
  const [width, height] = [picture.width || side, picture.height || side];
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Where WebP cannot be written, JPEG; a browser that can write neither gives PNG. */
async function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const webp = await blobOf(canvas, 'image/webp', quality);
  return webp?.type === 'image/webp' ? webp : blobOf(canvas, 'image/jpeg', quality);
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
