using Clinic.Abstractions;

namespace Clinic.Dispensing.Checklists;

/// <summary>Names one checklist from which a department requests.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ChecklistId : IClinicId<ChecklistId>
{
    /// <summary>Wraps a UUID that names exactly one checklist.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ChecklistId(Guid value) => Value = ClinicId.Checked(value, nameof(ChecklistId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ChecklistId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ChecklistId Parse(string text) => ClinicId.Parse<ChecklistId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ChecklistId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ChecklistId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
