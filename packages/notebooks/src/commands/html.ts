import { relative } from 'node:path';
import { listNotebooks, pagesFolder } from '../lecture/notebooks.ts';
import { writePages } from '../pages/write-pages.ts';

/** `notebooks:html`: writes the lecture as pages for people without Jupyter. */
for (const path of await writePages(listNotebooks(), pagesFolder)) console.log(relative(process.cwd(), path));
