using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The tariffs that may price a stay, and which of them does: the most specific one in force.</summary>
public sealed class TariffBook
{
    private readonly Entry[] entries;

    private TariffBook(Entry[] entries, Currency currency)
    {
        this.entries = entries;
        Currency = currency;
    }

    /// <summary>The one currency of all tariffs.</summary>
    public Currency Currency { get; }

    /// <summary>A book of the published versions of tariffs.</summary>
    /// <param name="tariffs">The tariffs, each key once.</param>
    /// <param name="order">What outweighs what; payer first when null.</param>
    /// <exception cref="EmergencyBillingException">Two are equally specific, or currencies are mixed; all of it at once.</exception>
    public static TariffBook Of(IEnumerable<Tariff> tariffs, SpecificityOrder? order = null)
    {
        ArgumentNullException.ThrowIfNull(tariffs);
        var all = tariffs.ToList();
        var failures = new Failures();
        foreach (var same in all.GroupBy(t => t.Key).Where(g => g.Count() > 1))
        {
            foreach (var other in same.Skip(1))
                failures.Add(EmergencyBillingRules.EquallySpecific, ("tariff", same.First().Id), ("other", other.Id), ("key", same.Key));
        }

        foreach (var odd in all.Where(t => t.Currency != all[0].Currency))
            failures.Add(EmergencyBillingRules.CurrenciesMixed, ("tariff", odd.Id), ("currency", odd.Currency), ("other", all[0].Currency));
        failures.ThrowIfAny();
        var ranks = order ?? SpecificityOrder.PayerFirst;
        return new(
            [.. all.SelectMany(t => t.Versions.Where(v => v.Status == TariffStatus.Published)
                    .Select(v => new Entry(v, Second(v.EffectiveFrom), v.EffectiveTo is { } to ? Second(to) : long.MaxValue, ranks.RankOf(t.Key))))
                .OrderByDescending(e => e.Rank).ThenBy(e => e.From)],
            all.Count == 0 ? default : all[0].Currency);
    }

    /// <summary>A book of one version only, in force at all times for everybody: what would this stay cost?</summary>
    public static TariffBook Simulating(TariffVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new([new(version, long.MinValue, long.MaxValue, -1)], version.Currency);
    }

    /// <summary>The version that prices an instant of a stay; null when none is in force.</summary>
    public TariffVersion? Find(string? payer, string? serviceLine, AcuityLevel? acuity, Instant at) =>
        Find(payer, serviceLine, acuity, Second(at), out _);

    /// <summary>The version in force, and until when the answer holds.</summary>
    internal TariffVersion? Find(string? payer, string? serviceLine, AcuityLevel? acuity, long at, out long until)
    {
        until = long.MaxValue;
        TariffVersion? found = null;
        foreach (var entry in entries)
        {
            if (entry.Rank >= 0 && !entry.Version.Key.Fits(payer, serviceLine, acuity)) continue;
            if (at < entry.From) until = Math.Min(until, entry.From);
            else if (at < entry.To)
            {
                until = Math.Min(until, entry.To);
                found = entry.Version;
                break;
            }
        }

        return found;
    }

    private static long Second(Instant instant) => instant.ToUnixTimeSeconds();

    private readonly record struct Entry(TariffVersion Version, long From, long To, int Rank);
}
