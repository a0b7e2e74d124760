namespace Clinic.Abstractions;

/// <summary>Names one versioned fact that a decision may rely on.</summary>
/// <param name="Kind">The kind, such as <c>pharmacy.lot</c>.</param>
/// <param name="Id">The id of the fact among its kind.</param>
public readonly record struct FactKey(string Kind, Guid Id)
{
    /// <summary>The kind and the id.</summary>
    public override string ToString() => $"{Kind} {ClinicId.Text(Id)}";
}
