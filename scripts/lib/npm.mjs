import { run } from './processes.mjs';

/** What `npm start` and `npm test` put into the environment about this project: npm elsewhere must not see it. */
const OUTER = /^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|npm_command$|INIT_CWD$)/;

/** Runs npm, the same one that runs this script where there is one. */
export function npm(args, options = {}) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OUTER.test(name)));
  const own = process.env.npm_execpath;
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  return own && /\.c?js$/.test(own)
    ? run(process.execPath, [own, ...all], { ...options, env })
    : run('npm', all, { ...options, env, shell: process.platform === 'win32' });
}
