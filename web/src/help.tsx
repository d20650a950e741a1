// Nothing in, the overlay that explains the marks and the keys out.
import { useEffect, useRef } from 'react'

const KEYS: readonly (readonly [string, string])[] = [
  ['j  k  or  ↓  ↑', 'next or previous entry'],
  ['n  p', 'next or previous article'],
  ['Enter', 'into the open card'],
  ['Esc', 'close card, clear selection'],
  ['1  2  3', 'show or hide statements, events, positions'],
  ['/', 'search'],
  ['?', 'this help'],
]

export function Help({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">How to read this page</h2>
      <dl className="legend">
        <dt>
          <span className="seg tone-0">Words somebody said</span>
        </dt>
        <dd>A statement, in its speaker’s colour; darker where the words are quoted.</dd>
        <dt>
          <span className="seg ev happened">met</span> <span className="seg ev planned">will meet</span>{' '}
          <span className="seg ev possible">may meet</span> <span className="seg ev denied">met</span>
        </dt>
        <dd>An event that happened, is planned, is possible, is denied. Grey where it is background.</dd>
        <dt>
          <span className="seg po">must withdraw first</span>
        </dt>
        <dd>A position: what a side demands, offers, refuses, and on which condition.</dd>
        <dt>
          <span className="inferred">inferred</span>
        </dt>
        <dd>A value that is not simply the words of the text, with the rule that inferred it.</dd>
      </dl>
      <dl className="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys
                .split('  ')
                .map(key => (key === 'or' ? <span key={key}> or </span> : <kbd key={key}>{key}</kbd>))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  )
}
