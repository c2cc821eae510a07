import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang } from '#src/kernel/lang.ts'

// The shells say the language once; without this every field would carry it only for its hidden word "Error".
const PageLang = createContext<Lang>('ky')

export const PageLangProvider = PageLang.Provider

export const usePageLang = (): Lang => useContext(PageLang)
