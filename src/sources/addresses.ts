// An IP address comes in; whether it lies in a private, local or reserved network goes out.
import { BlockList, isIP } from 'node:net'

/** Networks that no public article comes from (RFC 6890, RFC 4193, RFC 4291, RFC 6598). */
const RESERVED_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const RESERVED_6: readonly (readonly [string, number])[] = [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]

const reserved = new BlockList()
for (const [address, bits] of RESERVED_4) reserved.addSubnet(address, bits, 'ipv4')
for (const [address, bits] of RESERVED_6) reserved.addSubnet(address, bits, 'ipv6')

/** True for what is no address at all: only what is known to be public passes. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$|%.*$/g, '')
  const family = isIP(bare)
  if (family === 0) return true
  if (family === 4) return reserved.check(bare, 'ipv4')
  const inner = embeddedIpv4(bare)
  return reserved.check(bare, 'ipv6') || (inner !== null && reserved.check(inner, 'ipv4'))
}

/** IPv6 addresses that lead to an IPv4 one: mapped (::ffff:…), compatible (::…), NAT64 (64:ff9b::…), 6to4 (2002:…). */
function embeddedIpv4(address: string): string | null {
  const groups = expand(address)
  const lead = groups.slice(0, 6).join(':')
  const tail = (at: number): string =>
    [groups[at] >> 8, groups[at] & 255, groups[at + 1] >> 8, groups[at + 1] & 255].join('.')
  if (lead === '0:0:0:0:0:65535' || lead === '0:0:0:0:0:0' || lead === '100:65435:0:0:0:0') return tail(6)
  return groups[0] === 0x2002 ? tail(1) : null
}

function expand(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [(Number(a) << 8) | Number(b), (Number(c) << 8) | Number(d)].map(n => n.toString(16)).join(':'),
  )
  const [head, tail] = plain
    .split('::')
    .map(part => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16))))
  if (tail === undefined) return head
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}
