namespace Clinic.Abstractions;

/// <summary>Compares an audit with its seals; needs the keys and nothing else.</summary>
/// <remarks>First all seals, then the rows in order, then <see cref="Finish"/>. Entries after the last seal are counted and cannot be judged yet.</remarks>
public sealed class AuditVerification
{
    private readonly AuditSealKeyRing keys;
    private readonly List<AuditSeal> seals = [];
    private readonly List<AuditDamage> damages = [];
    private readonly Dictionary<Guid, AuditDamage> missing = [];
    private readonly Dictionary<Guid, AuditDamage> strange = [];
    private readonly HashSet<long> met = [];
    private int at;
    private long last;
    private long tail;
    private long tailEnd;

    /// <summary>Checks the seals of a tenant.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="found">All its seals by number.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="published">The last seal that is known from outside, if there is one.</param>
    /// <exception cref="AuditKeyMissingException">A seal was made under a key that is not given.</exception>
    public AuditVerification(TenantId tenant, IEnumerable<AuditSeal> found, AuditSealKeyRing keys, PublishedSeal? published = null)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(keys);
        this.keys = keys;
        var (number, to, previous) = (0L, 0L, "");
        foreach (var seal in found)
        {
            if (!IsWhole(seal) || seal.Tenant != tenant || !AuditSealer.IsGenuine(seal, keys))
            {
                damages.Add(new(AuditDamageKind.SealChanged, null, null, seal.Number));
                // Where it stands is not known for certain; its neighbours say what it must have covered.
                (number, to, previous) = (number + 1, Math.Max(to, seal.To), seal.Hash);
                continue;
            }

            if (seal.Number != number + 1 || seal.From != to + 1 || seal.Previous != previous)
                damages.Add(new(AuditDamageKind.SealMissing, null, null, seal.Number > number + 1 ? number + 1 : seal.Number));
            seals.Add(seal);
            (number, to, previous) = (seal.Number, seal.To, seal.Hash);
        }

        SealedTo = tailEnd = to;
        Compare(published, number);
    }

    /// <summary>The last sealed position.</summary>
    public long SealedTo { get; }

    /// <summary>Entries after the last seal.</summary>
    public long Unsealed => tail;

    /// <summary>Takes the next row.</summary>
    public void Accept(AuditRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Position is not { } position)
        {
            Strange(row, null, null);
            return;
        }

        if (position < last) damages.Add(new(AuditDamageKind.Moved, position, row.Id, null));
        last = Math.Max(last, position);
        if (position > SealedTo)
        {
            Tail(position, row);
            return;
        }

        var seal = SealOf(position);
        if (seal is null) return;
        if (AuditSealer.IdAt(seal, position) != IdOf(row) || !met.Add(position)) Strange(row, position, seal.Number);
        else if (!AuditSealer.IsGenuine(seal, position, row, keys)) damages.Add(new(AuditDamageKind.Changed, position, row.Id, seal.Number));
    }

    /// <summary>All damage that was found, by position; nothing when the audit is intact.</summary>
    public IReadOnlyList<AuditDamage> Finish()
    {
        foreach (var seal in seals)
        {
            for (var position = seal.From; position <= seal.To; position++)
            {
                if (met.Contains(position)) continue;
                var id = AuditSealer.IdAt(seal, position);
                var damage = new AuditDamage(AuditDamageKind.Removed, position, id == Guid.Empty ? null : ClinicId.Text(id), seal.Number);
                if (id == Guid.Empty) damages.Add(damage);
                else missing[id] = damage;
            }
        }

        foreach (var (id, damage) in strange)
            damages.Add(missing.Remove(id) ? damage with { Kind = AuditDamageKind.Moved } : damage);
        damages.AddRange(missing.Values);
        return [.. damages.OrderBy(d => d.Position ?? 0).ThenBy(d => d.Kind).ThenBy(d => d.Entry, StringComparer.Ordinal)];
    }

    private static bool IsWhole(AuditSeal seal) =>
        seal.From >= 1 && seal.To >= seal.From && seal.To - seal.From < AuditSeal.MostEntries && seal.Marks.Length == (seal.To - seal.From + 1) * AuditSealer.MarkBytes;

    private static Guid IdOf(AuditRow row) => Guid.TryParseExact(row.Id, "D", out var id) ? id : Guid.Empty;

    // Positions are given without gaps, in the order of the commits.
    private void Tail(long position, AuditRow row)
    {
        if (position <= tailEnd) damages.Add(new(AuditDamageKind.Inserted, position, row.Id, null));
        for (var gap = tailEnd + 1; gap < position && gap - tailEnd <= AuditSeal.MostEntries; gap++) damages.Add(new(AuditDamageKind.Removed, gap, null, null));
        tailEnd = Math.Max(tailEnd, position);
        tail++;
    }

    private void Strange(AuditRow row, long? position, long? seal)
    {
        var damage = new AuditDamage(AuditDamageKind.Inserted, position, row.Id, seal);
        if (IdOf(row) is var id && id != Guid.Empty && strange.TryAdd(id, damage)) return;
        damages.Add(damage);
    }

    // Rows come in order, so the seal is the same as of the row before, or the next one.
    private AuditSeal? SealOf(long position)
    {
        if (at >= seals.Count || position < seals[at].From) at = 0;
        while (at < seals.Count && position > seals[at].To) at++;
        return at < seals.Count && position >= seals[at].From ? seals[at] : null;
    }

    private void Compare(PublishedSeal? published, long number)
    {
        if (published is null) return;
        var same = seals.FirstOrDefault(s => s.Number == published.Number);
        if (number < published.Number || same is null || same.Published != published)
            damages.Add(new(AuditDamageKind.Truncated, published.To, null, published.Number));
    }
}
