import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get as httpGet } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paperPdf, stream } from './examination/pdf-samples.test-support.ts';
import { NOW, type ServedPapers, servePapers } from './served-papers.test-support.ts';

const pdf = paperPdf({ pages: 40, more: [stream(randomBytes(5_000_000))] });
const oldPdf = paperPdf({ pages: 44 });
const FILE = '/api/meetings/m1/papers/p1/file';
const PLACE = '/api/meetings/m1/papers/p1/place';

let served: ServedPapers;
let etag: string;
let oldEtag: string;
beforeAll(async () => {
  served = await servePapers();
  const { body } = await served.upload(pdf, { name: 'Tờ trình số 5.pdf' });
  const first = await served.upload(oldPdf, { name: 'Tờ trình (bản đầu).pdf' });
  const fact = await served.papers.uploadFact(body.upload.id, 'm1');
  if (fact === null) throw new Error('The upload is not known.');
  const { uploadId: _, ...facts } = fact;
  const oldFact = await served.papers.uploadFact(first.body.upload.id, 'm1');
  if (oldFact === null) throw new Error('The older upload is not known.');
  const { uploadId: __, ...oldFacts } = oldFact;
  oldEtag = `"${oldFacts.sha256}"`;
  const older = { ...oldFacts, version: 1, addedAt: NOW };
  const versions = [older, { ...facts, version: 2, addedAt: NOW }];
  const paper = { ...facts, id: 'p1', itemId: 'i1', title: 'Tờ trình', version: 2, versions };
  served.meetings.papers.set('m1 p1', paper);
  served.meetings.papers.set('m1 p2', { ...paper, id: 'p2', isRestricted: true, hiddenFrom: ['an'] });
  etag = `"${fact.sha256}"`;
});
afterAll(() => served.close());

const file = (headers: Record<string, string> = {}, caller: string | null = 'an', method = 'GET') =>
  served.request(FILE, caller, { method, headers });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
/** The status, with the bytes read to their end: an answer left unread stays open on the server. */
const statusOf = async (headers: Record<string, string>, caller?: string) => {
  const answer = await file(headers, caller);
  await answer.arrayBuffer();
  return answer.status;
};

describe('a file for somebody who may not take it along', () => {
  beforeAll(() => {
    const paper = served.meetings.papers.get('m1 p1');
    if (paper !== undefined) served.meetings.papers.set('m1 p3', { ...paper, id: 'p3', right: 'annotate' });
  });
  const status = async (headers: Record<string, string>) => {
    const answer = await served.request(FILE.replace('p1', 'p3'), 'an', { headers });
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    return answer.status === 200 ? text.slice(0, 4) : (JSON.parse(text) as { code: string }).code;
  };

  test('[P15] is given to the script of the reader alone', async () => {
    expect(await status({ 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' })).toBe('%PDF');
    for (const dest of ['document', 'iframe', 'embed', 'object', 'image'])
      expect([dest, await status({ 'sec-fetch-dest': dest })]).toEqual([dest, 'paper/view-only']);
    expect(await status({})).toBe('paper/view-only');
    // A hall without TLS: browsers do not say what an address is asked for.
    expect(await status({ 'hopso-purpose': 'read' })).toBe('%PDF');
    expect(await status({ 'hopso-purpose': 'read', 'sec-fetch-dest': 'document' })).toBe('paper/view-only');
  });
});

describe('a file', () => {
  test('comes whole, shown in place, and can do nothing', async () => {
    const answer = await file();
    expect(answer.status).toBe(200);
    expect((await bytesOf(answer)).equals(pdf)).toBe(true);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'accept-ranges': 'bytes',
      etag,
      vary: 'Cookie',
      'cache-control': 'private, no-cache, no-transform',
      'x-content-type-options': 'nosniff',
      'content-disposition':
        'inline; filename="To trinh so 5.pdf"; ' +
        "filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20s%E1%BB%91%205.pdf",
    });
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('of an older version stays there for the same readers', async () => {
    const answers = await Promise.all(
      ['1', '2', '3', '0'].map((version) => served.request(`${FILE}?version=${version}`, 'an')),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400]);
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual([oldEtag, etag, null, null]);
    const bytes = await Promise.all(answers.map(bytesOf));
    expect([bytes[0]?.equals(oldPdf), bytes[1]?.equals(pdf)]).toEqual([true, true]);
    expect((await served.request(`${FILE}?version=1`, 'khach')).status).toBe(404);
  });

  test('HEAD tells the same without the bytes', async () => {
    const answer = await file({ range: 'bytes=0-9' }, 'an', 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      String(pdf.length),
      '',
    ]);
    expect(answer.headers.get('etag')).toBe(etag);
  });

  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=1000000-', 1_000_000, pdf.length - 1],
    ['bytes=-500', pdf.length - 500, pdf.length - 1],
    [`bytes=${pdf.length - 10}-${pdf.length + 10}`, pdf.length - 10, pdf.length - 1],
  ])('in the range %s', async (range, first, last) => {
    const answer = await file({ range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/${pdf.length}`);
    expect((await bytesOf(answer)).equals(pdf.subarray(first, last + 1))).toBe(true);
  });

  test('a range beyond the end is refused with the length', async () => {
    const answer = await file({ range: `bytes=${pdf.length}-` });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${pdf.length}`]);
    expect(await answer.json()).toMatchObject({ status: 416, code: 'input/range' });
  });

  test('a range of an older version, and several ranges at once, give the whole', async () => {
    const first = { range: 'bytes=0-9' };
    expect(await statusOf({ ...first, 'if-range': etag })).toBe(206);
    expect(await statusOf({ ...first, 'if-range': '"older"' })).toBe(200);
    expect(await statusOf({ ...first, 'if-range': 'Wed, 28 Apr 2021 00:30:00 GMT' })).toBe(200);
    expect(await statusOf({ range: 'bytes=0-1,5-9' })).toBe(200);
  });

  test('a kept copy is still good as long as the right to read is', async () => {
    const known = await file({ 'if-none-match': etag });
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect(await statusOf({ 'if-none-match': etag }, 'khach')).toBe(404);
    expect(await statusOf({ 'if-none-match': '"older"' })).toBe(200);
  });

  test('a paper for some leaves no copy behind', async () => {
    const answer = await served.request('/api/meetings/m1/papers/p2/file', 'thu');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    await answer.arrayBuffer();
  });

  test('a reader who drops a range midway is no fault', async () => {
    const request = httpGet(served.base + FILE, { headers: { cookie: 'an' } });
    const [answer] = await once(request, 'response');
    await once(answer, 'data');
    expect(served.answering()).toBe(1);
    request.destroy();
    await vi.waitFor(() => expect(served.answering()).toBe(0));
    expect(await statusOf({ range: 'bytes=0-9' })).toBe(206);
    expect(served.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe('not entitled and not existing look alike', () => {
  const paths = (rest: string) => [
    ['a foreign meeting', `/api/meetings/m1/papers/p1/${rest}`, 'khach'],
    ['a paper for others', `/api/meetings/m1/papers/p2/${rest}`, 'an'],
    ['no such paper', `/api/meetings/m1/papers/p9/${rest}`, 'an'],
    ['no such meeting', `/api/meetings/m9/papers/p1/${rest}`, 'an'],
    ['a paper of another meeting', `/api/meetings/m2/papers/p1/${rest}`, 'khach'],
    ['a sign-in for another meeting', `/api/meetings/m1/papers/p1/${rest}`, 'an/m2'],
    ['no possible id', `/api/meetings/m1/papers/${'x'.repeat(500)}/${rest}`, 'an'],
  ];

  test.each([...paths('file'), ...paths('place')])('%s', async (_name, path = '', caller = '') => {
    const answer = await served.request(path, caller, { headers: { range: 'bytes=0-9' } });
    const { correlationId: _, ...problem } = (await answer.json()) as Record<string, unknown>;
    expect([answer.status, problem]).toEqual([
      404,
      {
        type: 'urn:hopso:problem:not-found',
        title: 'There is nothing here for this caller.',
        status: 404,
        code: 'not-found',
      },
    ]);
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('nobody gets nothing', async () => {
    expect((await file({}, null)).status).toBe(401);
  });

  test('a sign-in for this meeting does', async () => {
    expect((await file({ range: 'bytes=0-9' }, 'an/m1')).status).toBe(206);
  });
});

describe('openings', () => {
  /** Of the sign-ins of this test alone: openings of the others may still be on their way to the table. */
  const rows = async () =>
    (await served.db.read.select().from(served.db.t.paperAccess)).filter(({ loginSession }) =>
      /-[6-9]$/.test(loginSession),
    );

  test('count once per person, version and sign-in, however many ranges are read', async () => {
    const range = { range: 'bytes=0-9' };
    await file(range, 'thu@7', 'HEAD');
    // [O6] Fetched ahead for a device, not read.
    await file({ 'hopso-purpose': 'keep' }, 'thu@6');
    await file({ range: 'bytes=0-9' }, 'khach@7');
    await Promise.all(Array.from({ length: 5 }, () => file(range, 'thu@8')));
    await file(range, 'thu@9');
    await vi.waitFor(async () => {
      const seen = (await rows()).map(({ personId, loginSession }) => `${personId} ${loginSession}`);
      expect(seen.toSorted()).toEqual(['thu thu-8', 'thu thu-9']);
    });
    expect((await rows())[0]).toMatchObject({
      meetingId: 'm1',
      paperId: 'p1',
      sha256: etag.slice(1, -1),
      openedAt: NOW,
    });
  });
});

describe('the place', () => {
  const place = async (caller = 'an') => (await served.request(PLACE, caller)).json();
  const save = (body: object, caller = 'an') =>
    served.request(PLACE, caller, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  test('is remembered per person, the last one counts', async () => {
    expect(await place()).toBeNull();
    expect((await save({ page: 12, zoom: 150 })).status).toBe(204);
    expect((await save({ page: 37, zoom: 100 })).status).toBe(204);
    expect(await place()).toEqual({ page: 37, zoom: 100 });
    expect(await place('thu')).toBeNull();
  });

  test.each([
    { page: 45, zoom: 100 },
    { page: 0, zoom: 100 },
    { page: 1.5, zoom: 100 },
    { page: 1, zoom: 5 },
    { page: 1 },
    { page: 1, zoom: 100, person: 'thu' },
  ])('%o is none', async (body) => {
    const answer = await save(body);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'input/invalid' }]);
  });

  test('may lie in a longer older version', async () => {
    expect((await save({ page: 44, zoom: 100 }, 'an/m1')).status).toBe(204);
  });

  test('in a foreign paper is not there to be set', async () => {
    expect((await save({ page: 1, zoom: 100 }, 'khach')).status).toBe(404);
  });
});

test('the published description names every route', async () => {
  const { paths } = (await (await served.request('/api/openapi.json', null)).json()) as {
    paths: Record<string, Record<string, object>>;
  };
  expect(paths['/api/meetings/{meeting}/uploads']?.post).toMatchObject({
    requestBody: { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
  });
  expect(Object.keys(paths['/api/meetings/{meeting}/papers/{paper}/place'] ?? {})).toEqual(['get', 'put']);
  expect(paths['/api/meetings/{meeting}/papers/{paper}/file']?.get).toMatchObject({
    responses: { 200: {}, 206: {}, 304: {} },
  });
});

describe('the wall', () => {
  const WALL_FILE = '/api/meetings/m1/papers/p1/wall-file';
  const ask = (path: string, token: string | null, headers: Record<string, string> = {}) =>
    served.request(path, null, {
      headers: { ...headers, ...(token !== null && { 'x-hopso-screen': token }) },
    });

  test('[X20] is served the paper it is led to, in ranges too, and nothing of it stays there', async () => {
    served.meetings.walls.set('m1 link', { paper: 'p1', version: 2 });
    const answer = await ask(`${WALL_FILE}?version=2`, 'link');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await bytesOf(answer)).equals(pdf)).toBe(true);
    const part = await ask(`${WALL_FILE}?version=2`, 'link', { range: 'bytes=0-9' });
    expect([part.status, (await bytesOf(part)).length]).toEqual([206, 10]);
  });

  test('[X20] is told of no other paper, version or meeting, and of none when it is led to none', async () => {
    const statuses = async (token: string | null) => {
      const paths = [
        `${WALL_FILE}?version=1`,
        '/api/meetings/m1/papers/p2/wall-file?version=2',
        '/api/meetings/m2/papers/p1/wall-file?version=2',
        FILE,
      ];
      const answers = await Promise.all(paths.map((path) => ask(path, token)));
      await Promise.all(answers.map((answer) => answer.arrayBuffer()));
      return answers.map(({ status }) => status);
    };
    served.meetings.walls.set('m1 link', { paper: 'p1', version: 2 });
    expect(await statuses('link')).toEqual([404, 404, 404, 401]);
    served.meetings.walls.delete('m1 link');
    for (const token of ['link', 'other', null])
      expect((await ask(`${WALL_FILE}?version=2`, token)).status).toBe(404);
    // A person's sign-in opens nothing by this door.
    expect((await served.request(`${WALL_FILE}?version=2`, 'an')).status).toBe(404);
  });
});
