/** The style sheet of the canvas, put into the page once; un-layered, so that it wins over the page's own layers. */
import { LIBRARY_CSS } from './lib'
import card from './styles/card.css?inline'
import chrome from './styles/chrome.css?inline'
import tokens from './styles/tokens.css?inline'
import wire from './styles/wire.css?inline'

export function paintPage(): void {
  if (document.getElementById('loomline-canvas-style')) return
  const style = document.createElement('style')
  style.id = 'loomline-canvas-style'
  style.textContent = LIBRARY_CSS + tokens + card + wire + chrome
  document.head.append(style)
}
