using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Searching;

/// <summary>Keeps the index as the options want it: built as a whole, swept of what was removed, or gone.</summary>
public sealed class SearchUpkeep : IClinicJob
{
    private readonly TranscriptIndexing indexing;
    private readonly TranscriptReindex reindex;

    internal SearchUpkeep(TranscriptIndexing indexing, TranscriptReindex reindex) => (this.indexing, this.reindex) = (indexing, reindex);

    /// <inheritdoc/>
    public string Name => "transcription.search-upkeep";

    /// <inheritdoc/>
    public Duration Every => Duration.FromHours(1);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (done, state) = (0L, await indexing.Index.FindStateAsync(tenant, cancellationToken).ConfigureAwait(false) ?? IndexState.Empty);
        if (!indexing.IsOn)
        {
            if (state.Entries > 0 || state.Form > 0) await reindex.ClearAsync(tenant, cancellationToken).ConfigureAwait(false);
            done = state.Entries;
        }
        else if (state.Form != TranscriptIndexing.Form) done = await reindex.BuildAsync(tenant, cancellationToken).ConfigureAwait(false);

        await SweepAsync(tenant, cancellationToken).ConfigureAwait(false);
        return new((int)Math.Min(done, int.MaxValue));
    }

    /// <summary>Builds the index of a clinic anew, whatever its state; says how many texts are in it.</summary>
    /// <exception cref="TranscriptionException">Search is off.</exception>
    public async Task<int> RebuildAsync(TenantId tenant, CancellationToken cancellationToken = default)
    {
        if (!indexing.IsOn) throw new TranscriptionException(TranscriptionRules.SearchOff);
        var done = await reindex.BuildAsync(tenant, cancellationToken).ConfigureAwait(false);
        await SweepAsync(tenant, cancellationToken).ConfigureAwait(false);
        return done;
    }

    // Sweeping works through the whole index, so that it is done where something was removed only.
    private async Task SweepAsync(TenantId tenant, CancellationToken ct)
    {
        if (await indexing.Index.FindStateAsync(tenant, ct).ConfigureAwait(false) is { Removals: > 0 })
            await indexing.Index.SweepAsync(tenant, ct).ConfigureAwait(false);
    }
}
