using Clinic.Abstractions;

namespace Clinic.Dispensing.Tickets;

/// <summary>Names one ticket about something that must be explained.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct TicketId : IClinicId<TicketId>
{
    /// <summary>Wraps a UUID that names exactly one ticket.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public TicketId(Guid value) => Value = ClinicId.Checked(value, nameof(TicketId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static TicketId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static TicketId Parse(string text) => ClinicId.Parse<TicketId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out TicketId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out TicketId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
