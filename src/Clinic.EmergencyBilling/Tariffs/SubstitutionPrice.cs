namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>One price chosen by the whole time: below six hours this fee, above it that fee instead.</summary>
/// <remarks>May drop when a later step is cheaper.</remarks>
/// <param name="Code">The component's code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="TaxCode">A tax of the version.</param>
/// <param name="Steps">Steps by rising limits, the last without one.</param>
/// <param name="Boundary">Whether exactly a limit belongs to the step below.</param>
public sealed record SubstitutionPrice(
    string Code, string Name, string TaxCode, IReadOnlyList<SubstitutionStep> Steps, LimitBoundary Boundary)
    : PriceComponent(Code, Name, TaxCode);
