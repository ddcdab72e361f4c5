// For the bundler.
declare module '*.css';
