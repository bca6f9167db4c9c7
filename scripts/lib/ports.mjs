import { createServer } from 'node:net';
import { Sentence } from './sentence.mjs';

/** The port that was given, or with 0 any free one; throws what the system says when it is taken. */
function tryPort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address.port : port));
    });
  });
}

export const freePort = () => tryPort(0);

/** Throws a sentence unless nobody listens on the port. */
export async function requireFreePort(port) {
  try {
    await tryPort(port);
  } catch (error) {
    const why = error.code === 'EADDRINUSE' ? 'already in use' : `not available (${error.code})`;
    throw new Sentence(
      `Port ${port} is ${why}. End what uses it, or choose another: npm start -- --port ${port + 1}`,
    );
  }
}
