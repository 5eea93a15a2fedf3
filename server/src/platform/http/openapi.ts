import { problemOf, type RouteContract } from '@hopso/shared/kernel';
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { isMedia } from './answer.ts';

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    params: z.record(z.string(), z.unknown()).optional(),
    correlationId: z.string().optional(),
  })
  .meta({ id: 'Problem', example: problemOf('not-found') });

/** The OpenAPI 3.1 description of these routes. */
export function describeRoutes(contracts: readonly RouteContract[], version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const contract of contracts) {
    const path = contract.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method]: operationOf(contract) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Họp Số',
      version,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-hopso' } },
    },
    paths,
  });
}

function operationOf(contract: RouteContract) {
  const { permission, params, query } = contract;
  return {
    summary: contract.summary,
    description: `Permission: ${typeof permission === 'string' ? permission : permission.join(' or ')}.`,
    security: permission === 'public' ? [] : [{ session: [] }],
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(contract.body !== undefined && {
      requestBody: { required: true, content: contentOf(contract.body) },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(contract.responses).map(([status, body]) => [
          status,
          body === null ? { description: 'Done' } : { description: 'Done', content: contentOf(body) },
        ]),
      ),
      default: {
        description: 'Refused; `code` says why',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

function contentOf(body: NonNullable<RouteContract['body']>) {
  return isMedia(body)
    ? { [body.mediaType]: { schema: { type: 'string' as const, format: 'binary' } } }
    : { 'application/json': { schema: body } };
}
