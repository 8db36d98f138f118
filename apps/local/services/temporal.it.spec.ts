import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { testTemporal } from '../../../test/harness/temporal';
import { cacheFolder, findTemporal } from './temporal-binary';

const project = path.resolve(__dirname, '..', '..', '..');

async function cli(address: string, ...args: string[]): Promise<string> {
  const binary = (await findTemporal(cacheFolder(project))) ?? 'temporal';
  return execFileSync(binary, [...args, '--address', address, '--output', 'json', '--disable-config-file'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

const namespaceId = async (address: string): Promise<string> =>
  /"id": ?"([^"]+)"/.exec(
    await cli(address, 'operator', 'namespace', 'describe', '--namespace', 'default'),
  )?.[1] ?? '';

test('it keeps its state over a kill, has the stage as search attribute, and forgets all when wiped', async () => {
  const temporal = await testTemporal();
  expect(await cli(temporal.address, 'operator', 'search-attribute', 'list')).toMatch(/"RectifyStage"/);
  const first = await namespaceId(temporal.address);
  await temporal.kill();
  await temporal.start();
  expect(await namespaceId(temporal.address)).toBe(first);
  await temporal.stop();
  temporal.wipe();
  await temporal.start();
  expect(await namespaceId(temporal.address)).not.toBe(first);
  await temporal.stop();
});

test('an address can be had before a server is there', async () => {
  const temporal = await testTemporal({ started: false });
  await expect(namespaceId(temporal.address)).rejects.toThrow();
  await temporal.start();
  expect(await namespaceId(temporal.address)).not.toBe('');
  await temporal.stop();
});
