import { registerInput } from '@/features/auth/auth.schema.ts';
import { register } from '@/features/auth/auth.service.ts';
import { requireOwnOrigin } from '@/server/csrf.ts';
import { readJson, route } from '@/server/http.ts';

export const POST = route(async (request) => {
  requireOwnOrigin(request);
  const user = await register(registerInput.parse(await readJson(request, 10_000)));
  return Response.json(user, { status: 201 });
});
