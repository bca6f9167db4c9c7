/** A failure that people are told in one sentence, without a stack trace. */
export class Sentence extends Error {}

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|FETCH_ERROR|network/;

/** What to say when a download failed with this output. */
export function downloadFailed(what, output) {
  if (NETWORK.test(output))
    return new Sentence(`${what} could not be downloaded: no network. Connect, then start again.`);
  const reason = output
    .split('\n')
    .map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .find(line => line && !/^(code|npm warn)/i.test(line));
  return new Sentence(`${what} could not be installed: ${reason ?? 'no reason was given'}`);
}
