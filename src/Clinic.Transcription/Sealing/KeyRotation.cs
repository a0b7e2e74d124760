using Clinic.Abstractions;
using Clinic.Transcription.Vault;
using NodaTime;

namespace Clinic.Transcription.Sealing;

/// <summary>Wraps the data keys of texts and recordings again under the active keys of their rings, a bounded number at a time.</summary>
/// <remarks>
/// Works while others write, and may be stopped at any time: the next run goes on where this one ended. An old key may leave its ring when
/// nothing is outstanding any more. Give every host the new key first, and make it the active one then.
/// </remarks>
public sealed class KeyRotation : IClinicJob
{
    private const int AtOnce = 100;
    private const int Batches = 20;

    private readonly IUnitOfWork work;
    private readonly TextKeys texts;
    private readonly Func<IAudioVault?> vault;
    private readonly IIdGenerator ids;

    internal KeyRotation(IUnitOfWork work, TextKeys texts, Func<IAudioVault?> vault, IIdGenerator ids)
    {
        this.work = work;
        this.texts = texts;
        this.vault = vault;
        this.ids = ids;
    }

    /// <inheritdoc/>
    public string Name => "transcription.rotate-keys";

    /// <inheritdoc/>
    public Duration Every => Duration.FromHours(1);

    /// <summary>How many texts and recordings are under another key than the active one.</summary>
    public async Task<OutstandingKeys> OutstandingAsync(TenantId tenant, CancellationToken cancellationToken = default) => new(
        await texts.OutstandingAsync(tenant, cancellationToken).ConfigureAwait(false),
        (await OldRecordingsAsync(tenant, cancellationToken).ConfigureAwait(false)).Count);

    /// <inheritdoc/>
    /// <remarks>A recording that is being written waits for the next run; it counts as failed until then, and so does a key that is missing.</remarks>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (done, failed, error) = (0, 0, (string?)null);
        try
        {
            for (var batch = 0; batch < Batches; batch++)
            {
                if (await texts.OutstandingAsync(tenant, cancellationToken).ConfigureAwait(false) == 0) break;
                done += await TextsAsync(tenant, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TranscriptionException e)
        {
            (failed, error) = (1, e.Code);
        }

        var recordings = await JobReport.OfEachAsync(
            (await OldRecordingsAsync(tenant, cancellationToken).ConfigureAwait(false)).Take(AtOnce * Batches),
            (key, ct) => RecordingAsync(key, ct), cancellationToken).ConfigureAwait(false);
        return new(done + recordings.Done, failed + recordings.Failed, error ?? recordings.Error);
    }

    private Task<int> TextsAsync(TenantId tenant, CancellationToken ct) => work.RunAsync(Context(tenant), new Rewrap("texts", tenant.Value), async (unit, token) =>
    {
        var count = await texts.RewrapAsync(unit, AtOnce, token).ConfigureAwait(false);
        if (count > 0) unit.Audit("keys.rewrapped", new("transcription.keys", tenant.Value), FormattableString.Invariant($"texts {count}, key {texts.ActiveId}"));
        return count;
    }, ct);

    // The file says by itself how far it is; the audit follows it.
    private async Task<int> RecordingAsync(RecordingKey key, CancellationToken ct)
    {
        if (!await vault()!.RewrapAsync(key, ct).ConfigureAwait(false)) return 0;
        return await work.RunAsync(Context(key.Tenant), new Rewrap("recording", key.Recording.Value), (unit, _) =>
        {
            unit.Audit("keys.rewrapped", new("transcription.recording", key.Recording.Value));
            return Task.FromResult(1);
        }, ct).ConfigureAwait(false);
    }

    private async Task<List<RecordingKey>> OldRecordingsAsync(TenantId tenant, CancellationToken ct)
    {
        var old = new List<RecordingKey>();
        if (vault() is not { } audio) return old;
        foreach (var key in await audio.ListAsync(tenant, ct).ConfigureAwait(false))
        {
            if (!await audio.IsCurrentAsync(key, ct).ConfigureAwait(false)) old.Add(key);
        }

        return old;
    }

    // The keys of a clinic belong to none of its sites.
    private CommandContext Context(TenantId tenant) => new(tenant, new SiteId(tenant.Value), Actor.System, "job", ids.Next<CommandId>());

    private sealed record Rewrap(string What, Guid Of) : ICommand<int>
    {
        public string Name => "transcription.rewrap-keys";

        public void Describe(IPayloadWriter payload)
        {
            payload.Write("what", What);
            payload.Write("of", Of.ToString());
        }
    }
}
