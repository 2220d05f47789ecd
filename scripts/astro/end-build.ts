/**
 * Ends a build for a reason that its reader can mend, in one sentence. An error would come with the stack trace that
 * Astro prints below it.
 */
export function endBuild(message: string): never {
  console.error(message);
  process.exit(1);
}
