// Registers <zj-data-table>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjDataTable } from '../data-table/data-table.js';

register('zj-data-table', customElements, ZjDataTable);
