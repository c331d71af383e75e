// Uploads a file with tus-js-client, breaking the connection once on the way, and prints what the hub has then.
// Arguments: folder with node_modules, hub URL, token, sha256, file.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [folder, hub, token, sha256, file] = process.argv.slice(2);
const tus = createRequire(folder + '/')('tus-js-client');
const bytes = readFileSync(file);
const headers = { Authorization: 'Bearer ' + token, 'Yichuang-Protocol': '1' };

function upload(url, stopAfter) {
  return new Promise((done, failed) => {
    const one = new tus.Upload(bytes, {
      endpoint: hub + '/v1/uploads', uploadUrl: url, headers, metadata: { sha256 }, chunkSize: 400000, retryDelays: [],
      onError: failed,
      onSuccess: () => done(one.url),
      onChunkComplete: (size, accepted) => {
        if (accepted >= stopAfter) one.abort().then(() => done(one.url), failed);
      },
    });
    one.start();
  });
}

const url = await upload(null, 400000);
const state = await fetch(url, { method: 'HEAD', headers: { ...headers, 'Tus-Resumable': '1.0.0' } });
const stood = Number(state.headers.get('Upload-Offset'));
await upload(url, Infinity);
const page = await fetch(hub + '/v1/pages/' + sha256, { headers });
const back = Buffer.from(await page.arrayBuffer());
console.log(JSON.stringify({ stood, same: back.equals(bytes) }));
