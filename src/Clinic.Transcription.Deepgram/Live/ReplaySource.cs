using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>Audio that was given before: from the recording, or from memory where nobody keeps one.</summary>
internal sealed class ReplaySource : IDisposable
{
    private const byte SilenceOfMulaw = 0xff;
    private const byte SilenceOfAlaw = 0xd5;

    private readonly AudioTimeline timeline;
    private readonly IAudioReplay? replay;
    private readonly RecentAudio? recent;
    private readonly byte silence;
    private Stream? open;
    private long openAt;

    public ReplaySource(AudioTimeline timeline, string encoding, IAudioReplay? replay, Duration longest)
    {
        (this.timeline, this.replay) = (timeline, replay);
        silence = encoding switch { "mulaw" => SilenceOfMulaw, "alaw" => SilenceOfAlaw, _ => 0 };
        recent = replay is null ? new RecentAudio((int)timeline.BytesBefore(longest + Duration.FromSeconds(1))) : null;
    }

    public void Given(ReadOnlySpan<byte> frame) => recent?.Add(frame);

    /// <summary>Fills the frame; what is not there is silence. The number of bytes that were there.</summary>
    public async ValueTask<int> ReadAsync(long at, Memory<byte> frame, CancellationToken ct)
    {
        var read = recent is null ? await FromRecordingAsync(at, frame, ct).ConfigureAwait(false) : at < recent.Start ? 0 : recent.Read(at, frame.Span);
        frame.Span[read..].Fill(silence);
        return read;
    }

    /// <summary>Lets go of the recording until the next time.</summary>
    public void Close()
    {
        open?.Dispose();
        open = null;
    }

    public void Dispose()
    {
        Close();
        recent?.Dispose();
    }

    private async ValueTask<int> FromRecordingAsync(long at, Memory<byte> frame, CancellationToken ct)
    {
        var read = 0;
        // A second time, because a stream ends where the recording ended when it was opened.
        for (var turn = 0; turn < 2 && read < frame.Length; turn++)
        {
            try
            {
                if (open is null || openAt != at + read)
                {
                    Close();
                    open = await replay!.OpenFromAsync(timeline.At(at + read), ct).ConfigureAwait(false);
                    openAt = at + read;
                }

                var more = await open.ReadAtLeastAsync(frame[read..], frame.Length - read, throwOnEndOfStream: false, ct).ConfigureAwait(false);
                read += more;
                openAt += more;
                if (read < frame.Length) Close();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever keeps the recording from being read now: a gap that the whole recording fills in later.
                Close();
                return read;
            }
        }

        return read;
    }
}
