// Style sheets are imported for the bundler's sake; nothing comes from them.
declare module '*.css';
