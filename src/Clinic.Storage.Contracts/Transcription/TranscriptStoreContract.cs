using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITranscriptStore"/> promises.</summary>
public static class TranscriptStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A transcript comes back to the byte, with its corrections in their order", KeepsAsync),
        new("A second transcript and a correction out of order are conflicts", RefusesAsync),
        new("What is removed is gone with its corrections, and nothing else", RemovesAsync),
    ];

    private static ITranscriptStore Store(IClinicStores stores) => stores.Get<ITranscriptStore>();

    private static SealedTranscript ATranscript(IClinicStores stores, SessionId session, int bytes = 300) =>
        new(session, Enumerable.Range(0, bytes).Select(i => (byte)i).ToArray(), stores.Now(), []);

    private static SealedCorrection ACorrection(IClinicStores stores, int position) =>
        new(position, stores.Now() + Duration.FromSeconds(position), stores.NewId<PersonId>(), new byte[] { 0, (byte)position, 255 });

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, SealedTranscript transcript, CancellationToken ct) =>
        stores.CommitAsync(unit => Store(stores).Add(unit, transcript), ct);

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, SessionId session, SealedCorrection correction, CancellationToken ct) =>
        stores.CommitAsync(unit => Store(stores).Add(unit, session, correction), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var session = stores.NewId<SessionId>();
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, session, ct).ConfigureAwait(false), "The transcript before there is one");
        var transcript = ATranscript(stores, session);
        await AddAsync(stores, transcript, ct).ConfigureAwait(false);
        SealedCorrection[] corrections = [ACorrection(stores, 1), ACorrection(stores, 2)];
        foreach (var correction in corrections) await AddAsync(stores, session, correction, ct).ConfigureAwait(false);

        var found = Check.Found(await Store(stores).FindAsync(stores.Tenant, session, ct).ConfigureAwait(false), "The transcript");
        Check.Sequence(transcript.Document.ToArray(), found.Document.ToArray(), "Its bytes");
        Check.Equal(transcript.MadeAt, found.MadeAt, "Its instant");
        Check.Equal(3, found.Version, "Its version");
        Check.Sequence(corrections.Select(Shown), found.Corrections.Select(Shown), "Its corrections");
        Check.Equal(null, await Store(stores).FindAsync(stores.OtherTenant, session, ct).ConfigureAwait(false), "The transcript, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var session = stores.NewId<SessionId>();
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, session, ACorrection(stores, 1), ct), "A correction of nothing").ConfigureAwait(false);
        await AddAsync(stores, ATranscript(stores, session), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, ATranscript(stores, session), ct), "A second transcript").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, session, ACorrection(stores, 2), ct), "A correction too far").ConfigureAwait(false);
        await AddAsync(stores, session, ACorrection(stores, 1), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, session, ACorrection(stores, 1), ct), "The same correction again").ConfigureAwait(false);
    }

    private static async Task RemovesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (session, other) = (stores.NewId<SessionId>(), stores.NewId<SessionId>());
        foreach (var one in (SessionId[])[session, other])
        {
            await AddAsync(stores, ATranscript(stores, one), ct).ConfigureAwait(false);
            await AddAsync(stores, one, ACorrection(stores, 1), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => Store(stores).Remove(unit, session), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => Store(stores).Remove(unit, session), ct).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, session, ct).ConfigureAwait(false), "What was removed");
        Check.Equal(2, Check.Found(await Store(stores).FindAsync(stores.Tenant, other, ct).ConfigureAwait(false), "The other").Version, "The version of the other");
    }

    private static string Shown(SealedCorrection c) => FormattableString.Invariant($"{c.Position} {c.At} {c.By} {Convert.ToHexString(c.Content.Span)}");
}
