using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Pharmacy.Reports;

/// <summary>A product as rows name it.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Code">The clinic's code.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Unit">The unit in which quantities are.</param>
public sealed record ReportProduct(PresentationId Presentation, string Code, string Name, UnitCode Unit)
{
    internal static ReportProduct Of(Presentation p) => new(p.Id, p.Code, p.Name, p.BaseUnit);
}
