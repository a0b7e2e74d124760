using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reservations;

/// <summary>Names stock kept aside for an owner until an instant.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ReservationId : IClinicId<ReservationId>
{
    /// <summary>Wraps a UUID that names exactly one reservation.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ReservationId(Guid value) => Value = ClinicId.Checked(value, nameof(ReservationId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ReservationId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ReservationId Parse(string text) => ClinicId.Parse<ReservationId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ReservationId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ReservationId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
