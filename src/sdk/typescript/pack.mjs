// Compiles and packs the SDK in the current folder, where its generated sources are: node pack.mjs VERSION FILE
import { execSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const [version, file] = process.argv.slice(2);
const run = command => execSync(command, { stdio: ['ignore', 'ignore', 'inherit'] });

cpSync(dirname(fileURLToPath(import.meta.url)), '.', { recursive: true });
rmSync('dist', { recursive: true, force: true });
run('npm ci --no-audit --no-fund --loglevel=error');
run(`npm pkg set version=${version}`);
run('npm pack --silent');
mkdirSync(dirname(file), { recursive: true });
renameSync(`kontor-client-${version}.tgz`, file);
