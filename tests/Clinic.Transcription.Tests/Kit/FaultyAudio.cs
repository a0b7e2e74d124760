using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Vault;
using NodaTime;

namespace Clinic.Transcription.Tests.Kit;

/// <summary>Audio in memory that fails when told, and knows what was erased.</summary>
internal sealed class FaultyAudio(IClock clock) : ISessionAudio, IDisposable
{
    private readonly VaultSessionAudio inner = new(new InMemoryAudioVault(new VaultOptions(), VaultKeyRing.Random(), clock), clock);

    public bool FailsToErase { get; set; }

    public HashSet<SessionId> CannotSeal { get; } = [];

    public Func<Task>? Meanwhile { get; set; }

    public HashSet<SessionId> Erased { get; } = [];

    public int Seals { get; private set; }

    public Task BeginAsync(TenantId tenant, SessionId session, AudioFormat format, CancellationToken cancellationToken) => inner.BeginAsync(tenant, session, format, cancellationToken);

    public Task<long> AppendAsync(TenantId tenant, SessionId session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        inner.AppendAsync(tenant, session, offset, bytes, cancellationToken);

    public Task<long> LengthAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => inner.LengthAsync(tenant, session, cancellationToken);

    public Task<CapturedAudio> SealAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        Seals++;
        if (CannotSeal.Contains(session)) throw new IOException("The disk does not answer.");
        return inner.SealAsync(tenant, session, cancellationToken);
    }

    public Task<AudioInspection> InspectAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => inner.InspectAsync(tenant, session, cancellationToken);

    public ValueTask<Stream> OpenAsync(TenantId tenant, SessionId session, CapturedAudio? captured, CancellationToken cancellationToken) =>
        inner.OpenAsync(tenant, session, captured, cancellationToken);

    public Task DiscardAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => inner.DiscardAsync(tenant, session, cancellationToken);

    public async Task<AudioErasure> EraseAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        if (FailsToErase) throw new IOException("The disk does not answer.");
        Erased.Add(session);
        var proof = await inner.EraseAsync(tenant, session, cancellationToken);
        if (Meanwhile is { } act) await act();
        return proof;
    }

    public void Dispose() => inner.Dispose();
}
