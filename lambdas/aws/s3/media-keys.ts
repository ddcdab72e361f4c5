/** Pages are served what lies under one prefix; forms write to the other. */
export const MEDIA_PREFIXES = { served: 'media/', posted: 'new/' } as const;

export const MEDIA_KEYS = {
  served: (file: string) => `${MEDIA_PREFIXES.served}${file}`,
  posted: (file: string) => `${MEDIA_PREFIXES.posted}${file}`,
};

/** A file's tag: those of no quiz expire. Another value: when a sweep first found it so. */
export const UNNAMED = { tag: 'unnamed', yes: 'yes', no: 'no' } as const;

export const MEDIA_CACHE_CONTROL = 'public, max-age=31536000, immutable';
