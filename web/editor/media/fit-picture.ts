interface Screen {
  /** Px. */
  side: number;
  bytes: number;
}

const PROJECTOR: Screen = { side: 1920, bytes: 400_000 };
/** There in a second at 1 Mbit/s. */
const PHONE: Screen = { side: 800, bytes: 120_000 };
/** Tried in turn until the picture is small enough. */
const QUALITIES = [0.85, 0.7, 0.55, 0.4];

export interface FitPicture {
  large: Blob;
  /** For phones, where the large one is more than they need. */
  small?: Blob;
}

/**
 * Upright, without what the camera notes, and small; drawn anew, so that nothing else of the file remains.
 * @returns undefined when the browser cannot read it as a picture
 */
export async function fitPicture(file: Blob): Promise<FitPicture | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => drawn(file));
  if (!picture) return undefined;
  const large = await fitTo(picture, PROJECTOR);
  return large.size <= PHONE.bytes ? { large } : { large, small: await fitTo(picture, PHONE) };
}

async function fitTo(picture: ImageBitmap | HTMLImageElement, { side, bytes }: Screen): Promise<Blob> {
  for (let within = side; ; within /= 1.5) {
    for (const quality of QUALITIES) {
      const blob = await encoded(picture, within, quality);
      if (blob && (blob.size <= bytes || within < side / 4)) return blob;
    }
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

/** @param ground for what is clear; undefined: it stays clear */
function scaled(picture: ImageBitmap | HTMLImageElement, side: number, ground?: string): HTMLCanvasElement {
  // A drawing without a size of its own has none.
  const [width, height] = [picture.width || side, picture.height || side];
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context && ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Where WebP cannot be written, JPEG, which knows nothing clear; a browser that can write neither gives PNG. */
async function encoded(picture: ImageBitmap | HTMLImageElement, side: number, quality: number): Promise<Blob | null> {
  const webp = await blobOf(scaled(picture, side), 'image/webp', quality);
  return webp?.type === 'image/webp' ? webp : blobOf(scaled(picture, side, 'white'), 'image/jpeg', quality);
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
