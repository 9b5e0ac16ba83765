import vue from '@vitejs/plugin-vue';

/** Tags that are elements of the page's own, and no components of Vue. */
const isCustomElement = (tag) => tag.startsWith('zj-');

export default { base: './', plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
