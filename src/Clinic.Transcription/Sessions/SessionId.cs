using Clinic.Abstractions;

namespace Clinic.Transcription.Sessions;

/// <summary>Names one session: the capture of a visit and its transcript.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct SessionId : IClinicId<SessionId>
{
    /// <summary>Wraps a UUID that names exactly one session.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public SessionId(Guid value) => Value = ClinicId.Checked(value, nameof(SessionId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static SessionId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static SessionId Parse(string text) => ClinicId.Parse<SessionId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out SessionId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out SessionId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
