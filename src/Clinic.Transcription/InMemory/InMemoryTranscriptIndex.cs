using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Searching;

namespace Clinic.Transcription.InMemory;

/// <summary>Folded words in memory; the rank is how much of a text is what was looked for.</summary>
internal sealed class InMemoryTranscriptIndex(InMemoryCoordinator coordinator) : ITranscriptIndex
{
    private readonly Dictionary<(TenantId Tenant, IndexKey Key), Entry> all = [];
    private readonly Dictionary<TenantId, IndexState> states = [];
    private long last;

    public bool IsElsewhere => false;

    public Task<Page<IndexHit>> SearchAsync(TenantId tenant, IndexQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        if (!IndexMark.TryParse(page.After, out var skip)) return Task.FromResult(new Page<IndexHit>([], null));
        var found = coordinator.Read(() => all.Where(e => e.Key.Tenant == tenant && Fits(e.Value.Document, query)).Select(e => e.Value).ToList())
            .Select(e => (Entry: e, Rank: Rank(e.Words, query.Expression)))
            .Where(e => e.Rank > 0)
            .OrderByDescending(e => e.Rank).ThenBy(e => e.Entry.Number)
            .Skip(skip).Take(page.Size + 1)
            .Select(e => new IndexHit(e.Entry.Document.Key, e.Entry.Document.Session))
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, _ => IndexMark.Of(skip + page.Size)));
    }

    public Task<IndexState?> FindStateAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => states.GetValueOrDefault(tenant) is { } state ? state with { Entries = all.Keys.Count(k => k.Tenant == tenant) } : null));

    public void Put(IUnit unit, IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var key = (unit.Context.Tenant, document.Key);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var before = all.GetValueOrDefault(key);
            if (before is not null && before.Document.Version > document.Version) return;
            c.Put(all, key, new(document, [.. SearchWords.Of(document.Words)], before?.Number ?? ++last));
            Count(c, key.Tenant, s => s with { Removals = s.Removals + (before is null ? 0 : 1) });
        });
    }

    public void Remove(IUnit unit, IndexKey key)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (!all.ContainsKey((tenant, key))) return;
            c.Remove(all, (tenant, key));
            Count(c, tenant, s => s with { Removals = s.Removals + 1 });
        });
    }

    public void Clear(IUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var gone = all.Keys.Where(k => k.Tenant == tenant).ToList();
            foreach (var key in gone) c.Remove(all, key);
            Count(c, tenant, s => s with { Form = 0, Removals = s.Removals + gone.Count });
        });
    }

    public void MarkBuilt(IUnit unit, int form)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => Count(c, tenant, s => s with { Form = form }));
    }

    // Memory that nobody points at any more is not searched for.
    public Task SweepAsync(TenantId tenant, CancellationToken cancellationToken) => Task.FromResult(coordinator.Read(() =>
    {
        if (states.TryGetValue(tenant, out var state)) states[tenant] = state with { Removals = 0 };
        return true;
    }));

    private void Count(InMemoryChanges changes, TenantId tenant, Func<IndexState, IndexState> change) =>
        changes.Put(states, tenant, change(states.GetValueOrDefault(tenant) ?? IndexState.Empty));

    private static bool Fits(IndexDocument d, IndexQuery q) =>
        d.Site == q.Site
        && (d.Physician == q.Participant || d.Assistant == q.Participant)
        && (q.Kind is null || d.Key.Kind == q.Kind)
        && (q.Patient is null || d.Patient == q.Patient)
        && (q.Physician is null || d.Physician == q.Physician)
        && (q.From is not { } from || d.At >= from)
        && (q.Until is not { } until || d.At < until);

    private static double Rank(List<SearchWords.Word> words, SearchExpression expression)
    {
        var counts = expression.All.Select(t => Times(words, t)).ToList();
        return counts.Count == 0 || counts.Contains(0) || expression.None.Any(t => Times(words, t) > 0) ? 0 : (double)counts.Sum() / words.Count;
    }

    private static int Times(List<SearchWords.Word> words, SearchTerm term) => Enumerable.Range(0, words.Count).Count(i => SearchExcerpt.IsAt(words, i, term));

    private sealed record Entry(IndexDocument Document, List<SearchWords.Word> Words, long Number);
}
