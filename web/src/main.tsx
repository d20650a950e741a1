// The document in, the running page out.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('page')
if (!root) throw new Error('The document has no element #page.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
