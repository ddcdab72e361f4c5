/** From the base of the pages: what hosts brought is named by all of its hash. */
export const pictureAddress = (file: string): string => `${file.length > 64 ? 'media' : 'pictures'}/${file}`;
