// Keys and what each does in; listens as long as the component that asks is shown.
import { useEffect, useRef } from 'react'

export type Keys = readonly (readonly [key: string, action: (event: KeyboardEvent) => void])[]

const TYPING = 'input, select, textarea, [contenteditable]'

/** Keys do nothing while the reader types or holds Ctrl, Alt or Meta; Escape always works. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null
      if (event.ctrlKey || event.altKey || event.metaKey || (typing && event.key !== 'Escape')) return
      const [, action] = current.current.find(([key]) => key === event.key) ?? []
      if (!action || event.defaultPrevented) return
      if (event.key === 'Escape' && event.target instanceof HTMLElement && typing) event.target.blur()
      if (event.key !== 'Escape') event.preventDefault()
      action(event)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
