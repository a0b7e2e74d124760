using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Sales;

/// <summary>What of a sale decides its prices.</summary>
internal sealed record SaleTerms(LocationId Location, PriceSegment Segment, PatientId? Patient)
{
    public static SaleTerms Of(SaleHead head) => new(head.Location, head.Segment, head.Patient);
}
