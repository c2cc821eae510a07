import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
  type AudioCodec,
  type InputAudioTrack,
} from 'mediabunny'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { MAX_VOICE_SECONDS, type VoiceType } from '#src/modules/files/rules.ts'

type Kind = {
  readonly input: typeof OGG | typeof MP4 | typeof MP3 | typeof WEBM
  readonly output: () => OggOutputFormat | Mp4OutputFormat | Mp3OutputFormat | WebMOutputFormat
  /** What telephones and browsers record with. */
  readonly codecs: readonly AudioCodec[]
}

const kinds: Readonly<Record<VoiceType, Kind>> = {
  'audio/ogg': { input: OGG, output: () => new OggOutputFormat(), codecs: ['opus', 'vorbis'] },
  'audio/mp4': { input: MP4, output: () => new Mp4OutputFormat({ fastStart: 'in-memory' }), codecs: ['aac', 'opus'] },
  'audio/mpeg': { input: MP3, output: () => new Mp3OutputFormat(), codecs: ['mp3'] },
  'audio/webm': { input: WEBM, output: () => new WebMOutputFormat(), codecs: ['opus', 'vorbis'] },
}

/**
 * Copies the sound, packet by packet, into a new file of the same kind. Title, place, telephone and whatever else the old one
 * said stay behind; the sound itself is not touched. A film is refused. Throws where the packets cannot be read.
 */
export async function copyVoice(
  bytes: Buffer,
  type: VoiceType,
): Promise<Outcome<{ bytes: Buffer; type: VoiceType }, 'fileKindRefused' | 'fileBroken' | 'voiceTooLong'>> {
  const kind = kinds[type]
  const input = new Input({ formats: [kind.input], source: new BufferSource(bytes) })
  const tracks = await input.getTracks()
  const [track] = await input.getAudioTracks()
  if (!track || tracks.length !== 1) return refused('fileKindRefused')
  const codec = await track.getCodec()
  if (codec === null || !kind.codecs.includes(codec)) return refused('fileKindRefused')
  const copy = await copyTrack(track, codec, kind.output())
  return copy.ok ? done({ bytes: copy.value, type }) : copy
}

async function copyTrack(
  track: InputAudioTrack,
  codec: AudioCodec,
  format: ReturnType<Kind['output']>,
): Promise<Outcome<Buffer, 'fileBroken' | 'voiceTooLong'>> {
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  await output.start()
  const decoderConfig = await track.getDecoderConfig()
  if (!decoderConfig) return refused('fileBroken')
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.timestamp + packet.duration > MAX_VOICE_SECONDS) return refused('voiceTooLong')
    await source.add(packet, { decoderConfig })
  }
  await output.finalize()
  return target.buffer ? done(Buffer.from(target.buffer)) : refused('fileBroken')
}
