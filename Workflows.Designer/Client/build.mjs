// Bundles the browser part: node build.mjs <output folder>
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2];
if (!outdir) {
  throw new Error('Expected the output folder as argument, but there was none.');
}

// Chunks carry a hash in their name: without this, those of earlier builds would stay and be published.
await rm(outdir, { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: {
    viewer: 'src/viewer.js',
    modeler: 'src/modelling/modeler.js',
    bpmn: 'src/bpmn.css',
    modelling: 'src/modelling/modelling.css',
    page: 'src/page.js'
  },
  outdir,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: ['es2022'],
  // Fixed names: ASP.NET Core's static assets add the fingerprint.
  entryNames: '[name]',
  chunkNames: 'chunk-[hash]',
  loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.svg': 'dataurl' },
  metafile: true,
  logLevel: 'warning'
});

await writeFile(join(outdir, 'licences.txt'), await licences(metafile));

/** The licences of everything that went into the bundles: they ask to travel with the copies. */
async function licences({ inputs }) {
  const folders = new Set(Object.keys(inputs).map(path => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
  const texts = [...folders].sort().map(async folder => {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? await readFile(join(folder, file), 'utf8') : ''}`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}
