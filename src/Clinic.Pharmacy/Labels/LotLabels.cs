using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Pharmacy.Labels;

/// <summary>Finds what the label of a lot says; changes nothing.</summary>
public sealed class LotLabels(ILotStore lots, IPresentationStore presentations)
{
    /// <summary>The label of a lot.</summary>
    /// <exception cref="PharmacyException">The lot is unknown.</exception>
    public async Task<LotLabel> FindAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken = default)
    {
        var found = await lots.FindAsync(tenant, lot, cancellationToken).ConfigureAwait(false) ?? throw new PharmacyException(PharmacyRules.LotUnknown, ("lot", lot));
        var presentation = await presentations.FindAsync(tenant, found.Presentation, cancellationToken).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", found.Presentation));
        return LotLabel.Of(presentation, found);
    }
}
