import { registerInput } from '@/features/auth/auth.schema.ts';
import { register } from '@/features/auth/auth.service.ts';
import { clientOf } from '@/server/client.ts';
import { refuseForeignOrigin } from '@/server/csrf.ts';
import { readJson, route } from '@/server/http.ts';

export const POST = route(async (request) => {
  refuseForeignOrigin(request);
  const input = registerInput.parse(await readJson(request, 10_000));
  return Response.json(await register(input, clientOf(request.headers)), { status: 201 });
});
