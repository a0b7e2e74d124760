using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Names an invoice of a stay through all its versions.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct StayInvoiceId : IClinicId<StayInvoiceId>
{
    /// <summary>Wraps a UUID that names exactly one invoice.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public StayInvoiceId(Guid value) => Value = ClinicId.Checked(value, nameof(StayInvoiceId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static StayInvoiceId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static StayInvoiceId Parse(string text) => ClinicId.Parse<StayInvoiceId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out StayInvoiceId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out StayInvoiceId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
