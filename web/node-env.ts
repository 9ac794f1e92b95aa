// Imported first: React and Next choose their build by NODE_ENV while they are loaded.
export const dev = process.argv.includes('--dev');
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' });
