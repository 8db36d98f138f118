import { createRequire } from 'node:module';
import path from 'node:path';

interface Reader {
  readOptions(argv: readonly string[], project: string): unknown;
}
const { readOptions } = createRequire(__filename)('./options.cjs') as Reader;

const project = path.resolve('/project');

test('without arguments: the demonstration on loopback, in the project', () => {
  expect(readOptions([], project)).toEqual({
    data: path.join(project, '.data'),
    empty: false,
    port: 4170,
    host: '127.0.0.1',
    temporalUi: false,
    help: false,
  });
});

test('each argument is taken', () => {
  const argv = [
    '--empty',
    '--data',
    '/elsewhere',
    '--port=80',
    '--host',
    '0.0.0.0',
    '--temporal-ui',
    '--help',
  ];
  expect(readOptions(argv, project)).toEqual({
    data: path.resolve('/elsewhere'),
    empty: true,
    port: 80,
    host: '0.0.0.0',
    temporalUi: true,
    help: true,
  });
});

test.each([['--prot', '80'], ['stray'], ['--port'], ['--empty=yes']])(
  '%s is refused with a pointer to the help',
  (...argv) => {
    expect(() => readOptions(argv, project)).toThrow('npm start -- --help');
  },
);

test.each(['0', '65536', '1e3', '-1', ''])('port "%s" is refused', (port) => {
  expect(() => readOptions([`--port=${port}`], project)).toThrow(/--port takes a number/);
});
