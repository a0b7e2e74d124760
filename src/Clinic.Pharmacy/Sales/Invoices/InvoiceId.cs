using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Names an invoice or credit note asked for.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct InvoiceId : IClinicId<InvoiceId>
{
    /// <summary>Wraps a UUID that names exactly one invoice.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public InvoiceId(Guid value) => Value = ClinicId.Checked(value, nameof(InvoiceId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static InvoiceId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static InvoiceId Parse(string text) => ClinicId.Parse<InvoiceId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out InvoiceId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out InvoiceId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
