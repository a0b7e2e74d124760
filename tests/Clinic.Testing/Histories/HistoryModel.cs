using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Testing.Histories;

/// <summary>What must be true by the answers alone: what came in, went out and came back per lot, without a look at the ledger.</summary>
public sealed class HistoryModel
{
    private readonly Dictionary<PostingId, List<Entry>> postings = [];
    private readonly Dictionary<(LotId Lot, MovementKind Kind), decimal> sums = [];

    public IReadOnlyDictionary<(LotId Lot, MovementKind Kind), decimal> Sums => sums;

    /// <summary>Notes what an accepted command said it did; out is negative.</summary>
    public void Note(PostingId posting, LotId lot, MovementKind kind, decimal change)
    {
        if (!postings.TryGetValue(posting, out var entries)) postings.Add(posting, entries = []);
        entries.Add(new(lot, kind, change));
        Add(lot, kind, change);
    }

    /// <summary>Takes back everything that a posting did.</summary>
    public void Reverse(PostingId posting)
    {
        foreach (var (lot, kind, change) in postings.GetValueOrDefault(posting) ?? []) Add(lot, kind, -change);
    }

    private void Add(LotId lot, MovementKind kind, decimal change) => sums[(lot, kind)] = sums.GetValueOrDefault((lot, kind)) + change;

    private sealed record Entry(LotId Lot, MovementKind Kind, decimal Change);
}
