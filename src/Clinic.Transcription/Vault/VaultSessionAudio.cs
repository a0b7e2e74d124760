using System.Collections.Concurrent;
using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Vault;

/// <summary>The audio of sessions in the vault; the recording of a session has the session's UUID.</summary>
/// <remarks>A writer stays open while audio comes and is closed when none does, so that another process may go on with a recording, or close what was left.</remarks>
/// <param name="vault">Where the recordings lie.</param>
/// <param name="clock">The time.</param>
/// <param name="idle">After how long without audio a writer is closed, twice that at most; 2 seconds by default, and zero keeps none open.</param>
internal sealed class VaultSessionAudio(IAudioVault vault, IClock clock, TimeSpan? idle = null) : ISessionAudio, IDisposable
{
    private const int WavHead = 44;
    private const int Turns = 64;

    // Longer than another process keeps its writer when nothing more comes, which it sees within twice its pause.
    private const int MostTries = 50;

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    private readonly TimeSpan idleAfter = idle ?? TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<RecordingKey, OpenWriter> writers = new();

    // Two recordings may share a turn, and then one waits for the other; one recording never has two.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task BeginAsync(TenantId tenant, SessionId session, AudioFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(format);
        var key = KeyOf(tenant, session);
        if (await vault.FindAsync(key, cancellationToken).ConfigureAwait(false) is not null) return;
        var writer = await vault.CreateAsync(key, format, LayoutOf(format), cancellationToken).ConfigureAwait(false);
        await writer.DisposeAsync().ConfigureAwait(false);
    }

    public Task<long> AppendAsync(TenantId tenant, SessionId session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => InTurnAsync(KeyOf(tenant, session), async key =>
    {
        // Going on costs a walk through all that is there: not for every chunk of a visit.
        var open = await WriterAsync(key, cancellationToken).ConfigureAwait(false);
        var goesOn = false;
        try
        {
            await open.Writer.AppendAsync(offset, bytes, cancellationToken).ConfigureAwait(false);
            // What is acknowledged is on the disk: a sender forgets it.
            await open.Writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            open.Uses++;
            goesOn = idleAfter > TimeSpan.Zero;
            return open.Writer.Length;
        }
        finally
        {
            if (!goesOn) await CloseAsync(key).ConfigureAwait(false);
        }
    }, cancellationToken);

    public Task<long> LengthAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => InTurnAsync(KeyOf(tenant, session), async key =>
    {
        if (await vault.FindAsync(key, cancellationToken).ConfigureAwait(false) is null or RecordingStatus.Erased) return 0;
        using var audio = await vault.OpenAsync(key, cancellationToken).ConfigureAwait(false);
        return audio.Length;
    }, cancellationToken);

    public Task<CapturedAudio> SealAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => InTurnAsync(KeyOf(tenant, session), async key =>
    {
        var status = await vault.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (status is null or RecordingStatus.Erased) return new CapturedAudio(0, null, false);
        if (status == RecordingStatus.Open)
        {
            try
            {
                var open = await WriterAsync(key, cancellationToken).ConfigureAwait(false);
                await open.Writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (TranscriptionException e) when (e.Code == TranscriptionRules.RecordingTampered)
            {
                // A damaged one stays as it is, so that the visit can end: its good beginning counts, marked as cut off.
            }
            finally
            {
                await CloseAsync(key).ConfigureAwait(false);
            }
        }

        using var audio = await vault.OpenAsync(key, cancellationToken).ConfigureAwait(false);
        if (audio is { Format: { Encoding: not null, SampleRate: { } rate and > 0 }, Layout: { } layout })
            return Sealed(audio, Duration.FromSeconds((double)audio.Length / layout.FrameBytes / rate), audio.Truncated);
        using var stream = audio.OpenStream();
        var found = await AudioIntake.InspectAsync(stream, null, null, cancellationToken).ConfigureAwait(false);
        return Sealed(audio, found.Facts?.Duration, audio.Truncated || found.Facts is { Truncated: true });
    }, cancellationToken);

    public async Task<AudioInspection> InspectAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        using var audio = await vault.OpenAsync(KeyOf(tenant, session), cancellationToken).ConfigureAwait(false);
        // Raw samples have no head that could contradict them.
        if (audio.Format.Encoding is not null && audio.Length > 0) return new(null, []);
        using var stream = audio.OpenStream();
        return await AudioIntake.InspectAsync(stream, audio.Format.MediaType, null, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Stream> OpenAsync(TenantId tenant, SessionId session, CapturedAudio? captured, CancellationToken cancellationToken)
    {
        var audio = await vault.OpenAsync(KeyOf(tenant, session), cancellationToken).ConfigureAwait(false);
        // A file that was cut at the edge of a chunk opens as one whose recorder was lost.
        if (captured?.Hash is { } hash && (audio.Seal is not { } seal || (seal.Bytes, seal.Chunks, seal.HeaderSha256) != (captured.Bytes, captured.Chunks, hash)))
        {
            audio.Dispose();
            throw new TranscriptionException(TranscriptionRules.RecordingTampered, ("recording", session), ("chunk", "seal"));
        }

        return new OwnedStream(audio.OpenStream(), audio);
    }

    public Task DiscardAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => InTurnAsync(KeyOf(tenant, session), async key =>
    {
        await CloseAsync(key).ConfigureAwait(false);
        return await WhenFreeAsync(async () =>
        {
            await vault.DiscardAsync(key, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }, cancellationToken);

    public Task<AudioErasure> EraseAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => InTurnAsync(KeyOf(tenant, session), async key =>
    {
        await CloseAsync(key).ConfigureAwait(false);
        try
        {
            // Without looking first: what nobody can open any more, as after a crash in the middle or without its key, must go all the same.
            var proof = await WhenFreeAsync(() => vault.EraseAsync(key, cancellationToken), cancellationToken).ConfigureAwait(false);
            return new AudioErasure(proof.ErasedAt, proof.KeyId, proof.Bytes, proof.HeaderSha256);
        }
        catch (TranscriptionException e) when (e.Code == TranscriptionRules.RecordingUnknown)
        {
            return new AudioErasure(clock.GetCurrentInstant().TruncateToMicroseconds(), "", 0, "");
        }
    }, cancellationToken);

    /// <summary>Lets go of the recordings; what was acknowledged is written.</summary>
    public void Dispose()
    {
        foreach (var key in writers.Keys)
        {
            if (writers.TryRemove(key, out var open)) open.Writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private async Task<OpenWriter> WriterAsync(RecordingKey key, CancellationToken ct)
    {
        if (writers.TryGetValue(key, out var open)) return open;
        open = new(await WhenFreeAsync(() => vault.ContinueAsync(key, ct), ct).ConfigureAwait(false));
        writers[key] = open;
        if (idleAfter > TimeSpan.Zero) _ = CloseWhenIdleAsync(key, open);
        return open;
    }

    private async Task CloseAsync(RecordingKey key)
    {
        if (writers.TryRemove(key, out var open)) await open.Writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CloseWhenIdleAsync(RecordingKey key, OpenWriter open)
    {
        for (var over = false; !over;)
        {
            var seen = open.Uses;
            await Task.Delay(idleAfter).ConfigureAwait(false);
            over = await InTurnAsync(key, async k =>
            {
                if (writers.GetValueOrDefault(k) != open) return true;
                if (open.Uses != seen) return false;
                await CloseAsync(k).ConfigureAwait(false);
                return true;
            }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    // Another process may have had the last bytes, and still holds the recording for a moment.
    private static async Task<T> WhenFreeAsync<T>(Func<Task<T>> act, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await act().ConfigureAwait(false);
            }
            catch (TranscriptionException e) when (e.Code == TranscriptionRules.RecordingBusy && tries < MostTries)
            {
                await Task.Delay(Again, ct).ConfigureAwait(false);
            }
        }
    }

    private static CapturedAudio Sealed(RecordedAudio audio, Duration? length, bool truncated) =>
        new(audio.Length, length, truncated) { Chunks = audio.Seal?.Chunks, Hash = audio.Seal?.HeaderSha256 };

    // Bytes that do not lie so are kept whole all the same, only less small.
    private static PcmLayout? LayoutOf(AudioFormat format) =>
        PcmLayout.Of(format) ?? (AudioSignature.Named(format.MediaType) == AudioContainer.Wav ? new PcmLayout(2, Math.Clamp(format.Channels, 1, 8), WavHead) : null);

    private static RecordingKey KeyOf(TenantId tenant, SessionId session) => new(tenant, new(session.Value));

    private async Task<T> InTurnAsync<T>(RecordingKey key, Func<RecordingKey, Task<T>> act, CancellationToken ct)
    {
        var turn = turns[(key.GetHashCode() & int.MaxValue) % Turns];
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await act(key).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed class OpenWriter(IAudioWriter writer)
    {
        public IAudioWriter Writer { get; } = writer;

        public long Uses { get; set; }
    }
}
