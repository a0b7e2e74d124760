using Clinic.Abstractions;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Names goods sent from one location to another.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct TransferId : IClinicId<TransferId>
{
    /// <summary>Wraps a UUID that names exactly one transfer.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public TransferId(Guid value) => Value = ClinicId.Checked(value, nameof(TransferId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static TransferId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static TransferId Parse(string text) => ClinicId.Parse<TransferId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out TransferId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out TransferId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
