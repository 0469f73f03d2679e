import { readFileSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import { minify } from 'terser'
import { defineConfig } from 'vite'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

// @xyflow/vue 2.0.0-next.0 rebuilds its drag handler on every frame of a drag, because a watchEffect tracks the
// whole node through these getters; touch drags die of it. computed() keeps them apart. The build fails as soon
// as the library changes, so this cannot go stale unnoticed.
const steadyDrag = {
  name: 'steady-drag',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@xyflow/vue/dist/index.mjs')) return undefined
    const swaps = [
      ['const isDraggable = toRef(', 'const isDraggable = computed('],
      ['const isSelectable = toRef(', 'const isSelectable = computed('],
      ['dragHandle: () => nodeRef.value?.dragHandle,', 'dragHandle: computed(() => nodeRef.value?.dragHandle),'],
    ]
    let out = code
    for (const [from, to] of swaps) {
      if (!out.includes(from)) throw new Error(`@xyflow/vue has changed; check whether this is still needed: ${from}`)
      out = out.replaceAll(from, to)
    }
    // A development path of the library's author, of no use in the product.
    return { code: out.replaceAll(/\["__file", "[^"]*"\]/g, '["__file", ""]'), map: null }
  },
}

// Vite leaves whitespace in ES library output; this takes another quarter off.
const squeeze = {
  name: 'squeeze',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      const out = await minify(chunk.code, { module: true, compress: { passes: 2 }, format: { comments: false } })
      chunk.code = `${out.code}\n`
    }
  },
}

export default defineConfig({
  plugins: [vue(), steadyDrag, squeeze],
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VERSION__: JSON.stringify(version),
  },
  resolve: { dedupe: ['vue'] },
  build: {
    outDir: process.env.OUT_DIR || `../../../assets/canvas/${version}`,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    lib: { entry: './src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    rollupOptions: {
      external: ['vue'], // the page's own instance, by its import map
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
})
