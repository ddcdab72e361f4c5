/**
 * The file of an address as people write it: the player's page has every PIN, in any digits; slashes may trail.
 * CloudFront runs its source, so it needs nothing from outside and no newer syntax.
 * @param path as in the request, percent-encoded
 */
export function pagePath(path: string): string {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch (_) {
    // Malformed: no page.
  }
  plain = plain.replace(/\/+$/, '');
  if (/^(\/[-\d\s\u0080-\uffff]+)?$/.test(plain)) return '/player.html';
  return plain.toLowerCase() === '/host' ? '/host.html' : path;
}
