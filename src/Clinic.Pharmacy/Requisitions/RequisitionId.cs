using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Names a requisition.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct RequisitionId : IClinicId<RequisitionId>
{
    /// <summary>Wraps a UUID that names exactly one requisition.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public RequisitionId(Guid value) => Value = ClinicId.Checked(value, nameof(RequisitionId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static RequisitionId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static RequisitionId Parse(string text) => ClinicId.Parse<RequisitionId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out RequisitionId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out RequisitionId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
