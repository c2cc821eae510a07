import { Button } from './button.tsx'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

/** In seconds: some 500 kB, two minutes over 2G. */
const LONGEST = 180

/**
 * Beside the file field of a form: records a voice note into that field, where the island "voice-note" runs and the browser can.
 * The button of the form that sends a file must carry `sendsFile`. The page's answer needs `allowRecording`.
 */
export const VoiceNote = () => {
  const lang = usePageLang()
  const said = {
    'data-asking': uiTexts.voiceAsking[lang],
    'data-recording': uiTexts.voiceRecording[lang],
    'data-ends-soon': uiTexts.voiceEndsSoon[lang],
    'data-ready': uiTexts.voiceReady[lang],
    'data-unsent': uiTexts.voiceUnsent[lang],
    'data-dropped': uiTexts.voiceDropped[lang],
    'data-refused': uiTexts.voiceRefused[lang],
    'data-no-microphone': uiTexts.voiceNoMicrophone[lang],
  }
  return (
    <div class="mek-voice" data-voice data-longest={LONGEST} data-name={uiTexts.voiceFile[lang]} {...said} hidden>
      <p class="govuk-hint">{uiTexts.voiceHint[lang]}</p>
      <p class="mek-voice__said" role="status" data-voice-said />
      {/* Not read out each second. */}
      <p class="mek-voice__time" data-voice-time hidden />
      <audio class="mek-voice__player" controls aria-label={uiTexts.voicePlayer[lang]} hidden />
      <div class="govuk-button-group">
        <VoiceButton does="record">{uiTexts.voiceRecord[lang]}</VoiceButton>
        <VoiceButton does="stop" isLater>
          {uiTexts.voiceStop[lang]}
        </VoiceButton>
        <VoiceButton does="attach" isLater>
          {uiTexts.voiceAttach[lang]}
        </VoiceButton>
        <VoiceButton does="drop" isLater>
          {uiTexts.voiceDrop[lang]}
        </VoiceButton>
      </div>
    </div>
  )
}

/** On the button that sends the form's file, for "attach". */
export const sendsFile = { 'data-sends-file': true } as const

type Does = 'record' | 'stop' | 'attach' | 'drop'
const VoiceButton = ({ does, isLater, children }: { does: Does; isLater?: boolean; children: string }) => (
  <Button kind="secondary" type="button" attributes={{ 'data-voice-do': does, hidden: isLater }}>
    {children}
  </Button>
)
