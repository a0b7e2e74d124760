using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.EmergencyBilling.Statements;
using Clinic.Pharmacy.Prices;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Billing;

/// <summary>Decides whose prices hold for a visit: the insurer's that its payer is, else the patients'.</summary>
public sealed class PharmacySegments(IPriceListStore lists, IOptions<PharmacyChargesOptions> options)
{
    /// <summary>The segment on a date. A payer that the options name keeps its insurer even where that has no list: then there is no price.</summary>
    internal async Task<PriceSegment> OfAsync(TenantId tenant, ChargedVisit visit, LocalDate on, CancellationToken ct)
    {
        if (visit.Payer is not { } payer) return PriceSegment.Patient;
        var isNamed = options.Value.Insurers.TryGetValue(payer, out var insurer);
        if (!PriceSegment.TryParse($"insurer:{insurer ?? payer}", out var segment)) return PriceSegment.Patient;
        if (isNamed) return segment;
        var known = await Pages.AllAsync(p => lists.ListAsync(tenant, new(visit.Site, segment), p, ct)).ConfigureAwait(false);
        // The last version may begin later than the list itself did.
        return known.Any(l => l.ToSnapshot().From <= on && (l.Last is not { } last || on <= last)) ? segment : PriceSegment.Patient;
    }
}
