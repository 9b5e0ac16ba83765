// Draws the changed pictures of stories/pictures anew, and lists them: npm run pictures
import { startVitest } from 'vitest/node';

process.env.PICTURES = 'renew';
const vitest = await startVitest('test', ['test/stories/pictures'], { project: 'e2e', watch: false });
await vitest.close();
