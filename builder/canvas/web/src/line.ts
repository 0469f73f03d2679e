/** Whether the page still talks to its server, and what to do when it does so again. */
import type { Stage } from './stage'

interface Socket {
  on(event: string, handler: () => void): void
  off(event: string, handler: () => void): void
  connected: boolean
}

/** How long a transaction may wait for its answer before it counts as lost and is sent again. */
const PATIENCE = 15_000

export function watchLine(stage: Stage, resend: () => void): () => void {
  let socket: Socket | undefined
  let looking = 0
  const tell = (): void => stage.emit('saving', { pending: stage.pending.value, offline: stage.offline.value })
  const gone = (): void => {
    stage.offline.value = true
  }
  const back = (): void => {
    if (!stage.offline.value) return
    stage.offline.value = false
    // Whatever was under way is sent again: Python does each transaction once.
    resend()
    tell()
  }
  const attach = (): void => {
    // The page opens its socket after what it holds is mounted.
    socket = (window as unknown as { socket?: Socket }).socket
    if (!socket) {
      looking = window.setTimeout(attach, 100)
      return
    }
    socket.on('disconnect', gone)
    socket.on('connect', back)
  }
  attach()
  let oldest = ''
  const timer = setInterval(() => {
    const first = stage.outbox.pending[0]?.id ?? ''
    if (first && first === oldest && socket?.connected) resend()
    oldest = first
  }, PATIENCE)
  return () => {
    clearInterval(timer)
    window.clearTimeout(looking)
    socket?.off('disconnect', gone)
    socket?.off('connect', back)
  }
}
