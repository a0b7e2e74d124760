using System.Security.Cryptography;
using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.InMemory;

/// <summary>Audio of sessions in memory, for tests and demonstrations; what is erased is overwritten.</summary>
public sealed class InMemorySessionAudio : ISessionAudio
{
    private readonly Lock gate = new();
    private readonly IClock clock;
    private readonly Dictionary<(TenantId, SessionId), Recording> all = [];
    private readonly Dictionary<(TenantId, SessionId), AudioErasure> erased = [];

    /// <summary>An empty place.</summary>
    public InMemorySessionAudio(IClock clock) => this.clock = clock;

    /// <inheritdoc/>
    public Task BeginAsync(TenantId tenant, SessionId session, AudioFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(format);
        lock (gate)
        {
            if (!erased.ContainsKey((tenant, session))) all.TryAdd((tenant, session), new(format));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<long> AppendAsync(TenantId tenant, SessionId session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var found = all.GetValueOrDefault((tenant, session)) ?? throw new InvalidOperationException("The recording was not begun, or it was erased.");
            if (found.IsSealed) throw new InvalidOperationException("The recording is closed.");
            var known = found.Bytes.Length;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, known);
            if (offset + bytes.Length <= known) return Task.FromResult(known);
            found.Bytes.Position = offset;
            found.Bytes.Write(bytes.Span);
            return Task.FromResult(found.Bytes.Length);
        }
    }

    /// <inheritdoc/>
    public Task<CapturedAudio> SealAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (all.GetValueOrDefault((tenant, session)) is not { } found) return Task.FromResult(new CapturedAudio(0, null, false));
            found.IsSealed = true;
            return Task.FromResult(new CapturedAudio(found.Bytes.Length, found.Length, false));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var found = all.GetValueOrDefault((tenant, session)) ?? throw new InvalidOperationException("There is no recording, or it was erased.");
            return ValueTask.FromResult<Stream>(new MemoryStream(found.Bytes.ToArray(), writable: false));
        }
    }

    /// <inheritdoc/>
    public Task<AudioErasure> EraseAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (erased.TryGetValue((tenant, session), out var proof)) return Task.FromResult(proof);
            var now = clock.GetCurrentInstant().TruncateToMicroseconds();
            proof = new(now, "", 0, "");
            if (all.Remove((tenant, session), out var found))
            {
                proof = new(now, "memory", found.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(session.Value.ToByteArray())));
                Array.Clear(found.Bytes.GetBuffer());
            }

            erased.Add((tenant, session), proof);
            return Task.FromResult(proof);
        }
    }

    private sealed class Recording(AudioFormat format)
    {
        private const int BytesPerSample = 2;

        public MemoryStream Bytes { get; } = new();

        public bool IsSealed { get; set; }

        /// <summary>Of raw samples of two bytes; other forms are not measured here.</summary>
        public Duration? Length => format is { Encoding: "linear16", SampleRate: { } rate and > 0 }
            ? Duration.FromSeconds((double)Bytes.Length / (rate * format.Channels * BytesPerSample))
            : null;
    }
}
