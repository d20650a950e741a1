// A store in, a running server on this machine's own address out.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Store } from '../store/store.ts'
import { makeApp } from './app.ts'
import { LOOPBACK_ADDRESSES } from './protection.ts'

export const DEFAULT_PORT = 4880

// Enough for a few servers side by side; more busy ports in a row mean something else is wrong.
const PORTS_TRIED = 20

export interface ServeOptions {
  readonly store: Store
  /** Asked for: taken or refused. Left out: 4880 or the next free one. 0: any free one. */
  readonly port?: number
  /** 127.0.0.1 (default), localhost or ::1. */
  readonly host?: string
  /** The built page's folder, ending in a slash; left out: the one in this package. */
  readonly page?: URL
}

export interface Running {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Throws, in a sentence that says what to do, when the host is not this machine's own or the port is taken. */
export async function serve({ store, port, host = '127.0.0.1', page }: ServeOptions): Promise<Running> {
  if (!LOOPBACK_ADDRESSES.some(known => known === host))
    throw new Error(
      `The page is served to this machine only: use the host 127.0.0.1, localhost or ::1, not ${host}.`,
    )
  const server = createAdaptorServer({ fetch: makeApp(store, page).fetch }) as Server
  const bound = await listen(server, host, port)
  const name = host === '::1' ? '[::1]' : host
  return { url: `http://${name}:${bound}/`, close: () => close(server) }
}

async function listen(server: Server, host: string, port: number | undefined): Promise<number> {
  const ports = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, n) => DEFAULT_PORT + n) : [port]
  for (const tried of ports) {
    const bound = await bind(server, host, tried)
    if (bound !== null) return bound
  }
  throw new Error(
    port === undefined
      ? `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + PORTS_TRIED - 1} are all taken; close a program that uses one of them, or name another with --port.`
      : `Port ${port} is taken by another program; close it, name another port, or leave --port out to get the next free one.`,
  )
}

/** The port bound, or null when it is taken. */
function bind(server: Server, host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else if (error.code === 'EACCES')
        reject(new Error(`Port ${port} may not be used by this account; name one above 1023.`))
      else reject(error)
    }
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
